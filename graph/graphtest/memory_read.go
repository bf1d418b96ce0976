package graphtest

// set is a set of IDs.
type set map[string]bool

// answers are those of a committed state.
type answers struct{ filled }

// each asks for each of the IDs, in their order.
func each[T any](ids []string, ask func(id string) (T, error)) ([]T, error) {
	var answers []T
	for _, id := range ids {
		answer, err := ask(id)
		if err != nil {
			return nil, err
		}
		answers = append(answers, answer)
	}
	return answers, nil
}
