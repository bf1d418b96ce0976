package when

// candidate is a run of words with a meaning.
type candidate struct {
	start, end int // in words
	meaning    meaning
}

// scan finds the candidates of a text, in order and without overlap.
func scan(words []word) []candidate {
	var found []candidate
	for i := 0; i < len(words); {
		c, ok := longest(words, i)
		if !ok {
			i++
			continue
		}
		found = append(found, c)
		i = c.end
	}
	return found
}

// longest returns the longest candidate that begins with word i.
func longest(words []word, i int) (best candidate, ok bool) {
	for _, rule := range index.startingWith(words, i) {
		r := index.rules[rule]
		m, matches := r.pattern.match(words, i)
		if !matches || m.end <= best.end {
			continue
		}
		if read := r.read(m); read != nil {
			best, ok = candidate{i, m.end, read}, true
		}
	}
	return best, ok
}
