package storekit

// Distinct returns each text once, in the order in which they first come.
func Distinct[T comparable](texts []T) []T {
	seen := make(map[T]bool, len(texts))
	kept := make([]T, 0, len(texts))
	for _, text := range texts {
		if !seen[text] {
			seen[text] = true
			kept = append(kept, text)
		}
	}
	return kept
}

// Without returns the texts that are not among others.
func Without(texts, others []string) []string {
	drop := make(map[string]bool, len(others))
	for _, other := range others {
		drop[other] = true
	}
	var kept []string
	for _, text := range texts {
		if !drop[text] {
			kept = append(kept, text)
		}
	}
	return kept
}
