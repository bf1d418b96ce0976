package spelling

import "slices"

// Variants is an index of names that one person may bear: the numbers of the rows that
// each name is in.
type Variants map[string][]int

// IndexVariants indexes rows of variants by the keys of their names.
func IndexVariants(rows [][]string, key func(name string) string) Variants {
	variants := Variants{}
	for i, row := range rows {
		for _, name := range row {
			k := key(name)
			if !slices.Contains(variants[k], i) {
				variants[k] = append(variants[k], i)
			}
		}
	}
	return variants
}

// Same reports whether two keys are in one row.
func (v Variants) Same(a, b string) bool {
	for _, row := range v[a] {
		if slices.Contains(v[b], row) {
			return true
		}
	}
	return false
}
