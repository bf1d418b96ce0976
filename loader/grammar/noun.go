package grammar

// IsDefinite reports whether a noun refers to something known: "the call", "their talks".
func IsDefinite(p *Parse, i int) bool {
	return p.HasChild(i, "the", "this", "that", "these", "those", "such", "their")
}

// IsBare reports whether a noun has no determiner, possessor or adjective.
func IsBare(p *Parse, i int) bool { return p.Child(i, "det", "poss", "amod") < 0 }

// IsFirstPerson reports whether a token is "I", "we" or a form of them.
func IsFirstPerson(p *Parse, token int) bool {
	switch p.Lower(token) {
	case "i", "me", "we", "us", "my", "our", "myself", "ourselves":
		return p.Tag(token) == "PRP" || p.Tag(token) == "PRP$"
	}
	return false
}

// IsPluralPronoun reports whether a token is "they" or a form of it.
func IsPluralPronoun(p *Parse, token int) bool {
	switch p.Lower(token) {
	case "they", "them", "themselves":
		return true
	}
	return false
}

// StartsWithAnaphor reports whether a subject before a token in its sentence refers to
// what came before: "he", "these exchanges".
func StartsWithAnaphor(p *Parse, i int) bool {
	for t := p.SentenceOf(i).Start; t < i; t++ {
		if dep := p.Dep(t); dep != "nsubj" && dep != "nsubjpass" {
			continue
		}
		if p.Tag(t) == "PRP" || p.HasChild(t, "the", "this", "these", "those", "that", "such") {
			return true
		}
	}
	return false
}

// IsPluralNoun reports whether a token is a plural noun, or a name in the plural.
func IsPluralNoun(p *Parse, i int) bool { return p.Tag(i) == "NNS" || p.Tag(i) == "NNPS" }

// IsProperNoun reports whether a token is a word of a name, as the tagger sees it.
func IsProperNoun(p *Parse, i int) bool { return p.Tag(i) == "NNP" || p.Tag(i) == "NNPS" }
