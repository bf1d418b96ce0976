package storekit

// Distinct returns each value once, in the order in which they first come.
func Distinct[T comparable](values []T) []T {
	seen := make(map[T]bool, len(values))
	kept := make([]T, 0, len(values))
	for _, value := range values {
		if !seen[value] {
			seen[value] = true
			kept = append(kept, value)
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
