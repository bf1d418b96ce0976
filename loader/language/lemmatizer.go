package language

import (
	"slices"
	"strings"
)

// lemmatizer finds base forms by WordNet's method: an irregular form is looked
// up, a regular one loses its ending, and a form that the dictionary has is
// preferred.
type lemmatizer struct {
	byPOS map[string]*lemmaRules // by part of speech
	cache *cache[wordOfPOS, string]
}

type wordOfPOS struct{ word, pos string }

const lemmaLimit = 8192 // lemmas of a cache generation

type lemmaTable struct {
	Rules      [][2]string         `json:"rules"`
	Exceptions map[string][]string `json:"exceptions"`
	Index      string              `json:"index"` // the base forms, one a line
}

type lemmaRules struct {
	endings    [][2]string         // an ending and what takes its place
	exceptions map[string][]string // irregular form → base forms
	index      map[string]struct{} // base forms
}

func newLemmatizer(tables map[string]lemmaTable) *lemmatizer {
	l := &lemmatizer{byPOS: make(map[string]*lemmaRules, len(tables)), cache: newCache[wordOfPOS, string](lemmaLimit, nil)}
	for pos, table := range tables {
		words := strings.Split(table.Index, "\n")
		rules := &lemmaRules{table.Rules, table.Exceptions, make(map[string]struct{}, len(words))}
		for _, word := range words {
			rules.index[word] = struct{}{}
		}
		l.byPOS[strings.ToUpper(pos)] = rules
	}
	return l
}

// lemma returns the base form of a word, lowered being the word in lower case.
func (l *lemmatizer) lemma(word, lowered, pos, morph string) string {
	if pos == "" || pos == "SPACE" || isBaseForm(pos, morph) {
		return lowered
	}
	rules, ok := l.byPOS[pos]
	if !ok {
		if pos == "PROPN" {
			return word
		}
		return lowered
	}
	key := wordOfPOS{word, pos}
	if found, ok := l.cache.get(key); ok {
		return found
	}
	found := rules.lemma(word, lowered)
	if len(word) <= cachedWordLimit {
		l.cache.put(key, found)
	}
	return found
}

func (r *lemmaRules) lemma(word, lowered string) string {
	known, unknown := r.strip(lowered)
	// Of several irregular forms the last one that the endings did not give.
	forms := r.exceptions[lowered]
	for i := len(forms) - 1; i >= 0; i-- {
		if !slices.Contains(known, forms[i]) {
			return forms[i]
		}
	}
	switch {
	case len(known) > 0:
		return known[0]
	case len(unknown) > 0:
		return unknown[0]
	}
	return word
}

// strip replaces the endings. Known are the forms in the index, the last found
// first, and then those that are no words, such as numbers; unknown the rest.
func (r *lemmaRules) strip(word string) (known, unknown []string) {
	for _, ending := range r.endings {
		stem, ok := strings.CutSuffix(word, ending[0])
		form := stem + ending[1]
		if !ok || form == "" {
			continue
		}
		if _, ok := r.index[form]; ok {
			known = slices.Insert(known, 0, form)
		} else if !isAlphabetic(form) {
			known = append(known, form)
		} else {
			unknown = append(unknown, form)
		}
	}
	return known, unknown
}

// isBaseForm tells from the features that a word is in its base form already.
func isBaseForm(pos, morph string) bool {
	if feature(morph, "VerbForm") == "Inf" || feature(morph, "Degree") == "Pos" {
		return true
	}
	switch pos {
	case "NOUN":
		return feature(morph, "Number") == "Sing"
	case "VERB":
		return feature(morph, "VerbForm") == "Fin" && feature(morph, "Tense") == "Pres" && feature(morph, "Number") == ""
	}
	return false
}

// feature returns the value of a feature in, say, "Number=Sing|Person=3", "" for
// none.
func feature(morph, name string) string {
	for morph != "" {
		var field string
		field, morph, _ = strings.Cut(morph, "|")
		if value, ok := strings.CutPrefix(field, name); ok && value != "" && value[0] == '=' {
			return value[1:]
		}
	}
	return ""
}
