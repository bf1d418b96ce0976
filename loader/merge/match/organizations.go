package match

// sameOrganization compares the names of organizations or places.
func sameOrganization(a, b string) bool {
	_, vowelless := writing(a, b)
	x, y := organizationWords(a), organizationWords(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	if joined(x, y, vowelless) || len(x) == 1 && isAcronymOf(x[0], y, 3) || len(y) == 1 && isAcronymOf(y[0], x, 3) {
		return true
	}
	pairs := align(x, y, func(v, w string) float64 { return wordSimilarity(v, w, vowelless) })
	restA, restB := unpaired(x, y, pairs)
	if len(restA) == 1 && len(restB) == 1 && len(pairs) >= 2 && isNumber(restA[0]) && isNumber(restB[0]) {
		return true
	}
	return len(restA)+len(restB) == 0 && average(x, y, pairs) >= leastName
}

func isNumber(word string) bool { return word[0] >= '0' && word[0] <= '9' }
