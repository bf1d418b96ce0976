package names

import (
	"dateline/loader/language"
	"dateline/loader/lexicon"
	"dateline/loader/who/vocabulary"
)

// maxNamePhrase is how many tokens a person's name has, hyphens included: "Mishal Al-Ahmad
// Al-Jabir Al-Sabah". Judgement.
const maxNamePhrase = 14

// namePhrases are the phrases that names of people belong to.
type namePhrases struct{ *workspace }

// completePeople lengthens the names of people, which the model cuts, to the phrase that
// the parser sees: "José Luis" to "José Luis Rodríguez Zapata", "Espinosa Garcés" to "María
// Fernanda Espinosa Garcés".
func (f namePhrases) completePeople() {
	for index := range f.names {
		n := &f.names[index]
		if n.dropped() || n.Class != Person || f.clues.headline[n.Start] {
			continue
		}
		span := language.Span{Start: f.phraseStart(n.Span), End: f.phraseEnd(index)}
		if span == n.Span {
			continue
		}
		for i := span.Start; i < span.End; i++ {
			if owner := f.owner[i]; owner >= 0 && owner != index {
				f.drop(owner)
			}
		}
		f.extend(index, span)
	}
}

// phraseEnd returns where the phrase of a person's name ends, which its last word leans on.
func (f namePhrases) phraseEnd(index int) int {
	end := f.names[index].End
	for range maxNamePhrase {
		last := f.parse.Tokens[end-1]
		if last.Dep != "compound" && last.Dep != "punct" || last.Head < end || last.Head-f.names[index].Start >= maxNamePhrase {
			return end
		}
		for i := end; i <= last.Head; i++ {
			if !f.continuesName(index, i) {
				return end
			}
		}
		end = last.Head + 1
	}
	return end
}

// continuesName reports whether token i can go on with a person's name.
func (f namePhrases) continuesName(index, i int) bool {
	if newlineAfter(f.parse, i-1) {
		return false
	}
	if owner := f.owner[i]; owner >= 0 && owner != index && !f.isDoubtful(owner, index) {
		return false
	}
	token := f.parse.Tokens[i]
	if hyphen := token.Text == "-"; hyphen || f.parse.Tokens[i-1].Text == "-" {
		return !f.parse.Tokens[i-1].Space && (hyphen || vocabulary.StartsUpper(token.Text) || isSyllable(token.Text))
	}
	return f.clues.bareName(i) || vocabulary.IsParticle(token.Text) && i+1 < len(f.parse.Tokens) && f.clues.bareName(i+1)
}

// isDoubtful reports whether a name that follows a person's is one word that only the model
// vouches for.
func (f namePhrases) isDoubtful(owner, person int) bool {
	n := f.names[owner]
	return n.Start >= f.names[person].End && n.Class != Lexicon && n.Len() <= 2
}

// isMissed reports whether token i is a word that neither the lists nor the model knows.
func (f namePhrases) isMissed(i int) bool { return f.parse.Tokens[i].Entity < 0 && f.unknownWord(i) }

// shortenedNames are first names as they are cut before a point.
var shortenedNames = lexicon.Class("shortened-name")

// phraseStart returns where the phrase of a person's name begins: with the first names that
// lean on the same word.
func (f namePhrases) phraseStart(span language.Span) int {
	start, head := span.Start, span.End-1
	if start > 1 && f.owner[start-1] < 0 && f.owner[start-2] < 0 && f.parse.Tokens[start-1].Text == "." && shortenedNames[f.parse.Tokens[start-2].Text] && f.parse.Tokens[start-2].Sentence == f.parse.Tokens[start].Sentence {
		start -= 2 // "Chr. Lund"
	}
	for start > 0 && span.End-start < maxNamePhrase && f.owner[start-1] < 0 {
		token := f.parse.Tokens[start-1]
		if token.Dep != "compound" || token.Head < span.Start || token.Head > head || !f.clues.bareName(start-1) || !f.words.IsGiven(token.Text) && !f.isMissed(start-1) {
			break
		}
		start--
	}
	return start
}
