package language

import "strings"

// Aside is a run of tokens without which the text around it is parsed.
type Aside struct {
	Span
	Kind AsideKind
}

// AsideKind says where an aside belongs once the rest is parsed.
type AsideKind int

// The kinds of asides.
const (
	Apart     AsideKind = iota // a sentence of its own: a dateline
	Added                      // to the word before: an acronym in brackets
	Joined                     // to the name before, whose entity it ends: ", Jr."
	Unnamed                    // to the word before, and the model finds no names in it: a style
	Furniture                  // to the word before, and is no language: a related link
)

// ParseWithout reads a text as ParseParagraphs does, but each sentence without its
// asides, which are parsed by themselves and then take their places: the tokens still
// cover the text. Respell may write the text as the model knows it better, with as many
// code points; tokens are written so, while Slice gives what the text has. Asides gets the
// tokens, which know nothing but how they are written, and returns the asides in order and
// without overlap; none holds the end of a line.
func (p *Pipeline) ParseWithout(text string, respell func(string) string, asides func([]Token) []Aside) *Document {
	text = strings.ToValidUTF8(text, "\uFFFD")
	plain := plain(text)
	plain.text = respell(plain.text)
	words := p.tokenizer.tokenize(plain.text)
	document := &Document{Text: text, Tokens: newTokens(plain.text, words)}
	set := asides(document.Tokens)
	plain.restore(document.Tokens)
	if len(set) == 0 {
		p.parseWords(document, words, paragraphs)
	} else {
		rest, apart := p.parseApart(words, set)
		a := assembly{document: document, set: set, rest: rest, apart: apart}
		a.assemble()
	}
	document.index = newDocumentIndex(document)
	return document
}

// parseWords parses words into the tokens of a document.
func (p *Pipeline) parseWords(document *Document, words []word, split func([]word) []Span) {
	s := p.scratch.Get().(*scratch)
	defer p.scratch.Put(s)
	for _, batch := range batches(split(words)) {
		p.parseBatch(s, document, words, batch)
	}
}

// parseApart parses the words without the asides, and the asides, each by itself.
func (p *Pipeline) parseApart(words []word, set []Aside) (rest, apart *Document) {
	kept, aside := make([]word, 0, len(words)), []word{}
	var cuts []Span
	next := 0
	for _, a := range set {
		kept = append(kept, words[next:a.Start]...)
		if len(kept) > 0 && a.Kind != Apart {
			kept[len(kept)-1].space = words[a.End-1].space
		}
		cuts = append(cuts, Span{len(aside), len(aside) + a.Len()})
		aside = append(aside, words[a.Start:a.End]...)
		next = a.End
	}
	kept = append(kept, words[next:]...)
	rest, apart = &Document{Tokens: make([]Token, len(kept))}, &Document{Tokens: make([]Token, len(aside))}
	for i, word := range kept {
		rest.Tokens[i] = Token{Text: word.lexeme.orth, Norm: word.lexeme.norm, Entity: -1}
	}
	for i, word := range aside {
		apart.Tokens[i] = Token{Text: word.lexeme.orth, Norm: word.lexeme.norm, Entity: -1}
	}
	p.parseWords(rest, kept, paragraphs)
	p.parseWords(apart, aside, func(words []word) []Span {
		var split []Span
		for _, cut := range cuts {
			split = append(split, pieces(words[cut.Start:cut.End], cut.Start)...)
		}
		return split
	})
	return rest, apart
}

// assembly puts the asides of a document back into what was parsed without them.
type assembly struct {
	document    *Document
	set         []Aside
	rest, apart *Document
	place       []int // per token of the rest: where it stands in the document
}

func (a *assembly) assemble() {
	a.placeRest()
	sentence := make([]int, len(a.document.Tokens)) // -1-n for the n-th of what is apart
	for i, at := range a.place {
		a.copyToken(at, a.rest.Tokens[i])
		a.document.Tokens[at].Head = a.place[a.rest.Tokens[i].Head]
		sentence[at] = a.rest.Tokens[i].Sentence
	}
	first := 0
	for n, aside := range a.set {
		a.putBack(aside, first, a.anchor(aside))
		for i := aside.Start; i < aside.End; i++ {
			sentence[i] = -1 - n
			if anchor := a.anchor(aside); anchor >= 0 {
				sentence[i] = sentence[anchor]
			}
		}
		first += aside.Len()
	}
	a.addSentences(sentence)
	a.addEntities()
}

// placeRest notes where the tokens of the rest stand in the document.
func (a *assembly) placeRest() {
	next := 0
	for _, aside := range a.set {
		for ; next < aside.Start; next++ {
			a.place = append(a.place, next)
		}
		next = aside.End
	}
	for ; next < len(a.document.Tokens); next++ {
		a.place = append(a.place, next)
	}
}

// copyToken gives a token what parsing found out about it.
func (a *assembly) copyToken(at int, parsed Token) {
	token := &a.document.Tokens[at]
	token.Lemma, token.Tag, token.POS, token.Morph, token.Dep = parsed.Lemma, parsed.Tag, parsed.POS, parsed.Morph, parsed.Dep
}

// anchor returns the token that an aside hangs on, -1 for one that stands apart.
func (a *assembly) anchor(aside Aside) int {
	if aside.Kind == Apart || aside.Start == 0 {
		return -1
	}
	return aside.Start - 1
}

// putBack gives the tokens of an aside, whose first is first among those apart, their
// heads: its roots hang on the anchor.
func (a *assembly) putBack(aside Aside, first, anchor int) {
	for i := range aside.Len() {
		parsed := a.apart.Tokens[first+i]
		at := aside.Start + i
		a.copyToken(at, parsed)
		token := &a.document.Tokens[at]
		if aside.Kind == Furniture {
			token.Tag, token.POS = "XX", "X"
		}
		token.Head = parsed.Head - first + aside.Start
		if parsed.Head != first+i || anchor < 0 {
			continue
		}
		token.Head = anchor
		token.Dep = "appos"
		switch {
		case token.POS == "PUNCT":
			token.Dep = "punct"
		case aside.Kind != Added:
			token.Dep = "dep"
		}
	}
}

// addSentences adds the sentences; each token has the number of the one that it is of.
func (a *assembly) addSentences(sentence []int) {
	d := a.document
	for i := range d.Tokens {
		if i == 0 || sentence[i] != sentence[i-1] {
			d.Sentences = append(d.Sentences, Span{i, i})
		}
		last := len(d.Sentences) - 1
		d.Sentences[last].End++
		d.Tokens[i].Sentence = last
	}
}

// addEntities adds the entities in the order of the text. One that an addition cuts in
// two ends before it.
func (a *assembly) addEntities() {
	rest, first, next := a.restEntities(), 0, 0
	for _, aside := range a.set {
		for ; next < len(rest) && rest[next].Start < aside.Start; next++ {
			a.addEntity(rest[next])
		}
		if aside.Kind == Apart || aside.Kind == Added {
			for _, entity := range a.apart.Entities {
				if entity.Start >= first && entity.End <= first+aside.Len() {
					entity.Start, entity.End = entity.Start-first+aside.Start, entity.End-first+aside.Start
					a.addEntity(entity)
				}
			}
		}
		first += aside.Len()
	}
	for ; next < len(rest); next++ {
		a.addEntity(rest[next])
	}
}

// restEntities returns the entities of the rest at their places in the document.
func (a *assembly) restEntities() []Entity {
	kinds := map[int]AsideKind{} // by first token
	ends := map[int]int{}
	for _, aside := range a.set {
		kinds[aside.Start], ends[aside.Start] = aside.Kind, aside.End
	}
	var found []Entity
	for _, entity := range a.rest.Entities {
		entity.Start, entity.End = a.place[entity.Start], a.place[entity.End-1]+1
		for i := entity.Start; i < entity.End; i++ {
			if kind, ok := kinds[i]; ok && kind != Joined {
				entity.End = i
			}
		}
		if kind, ok := kinds[entity.End]; ok && kind == Joined {
			entity.End = a.suffixEnd(entity.End, ends[entity.End])
		}
		found = append(found, entity)
	}
	return found
}

// suffixEnd returns where a name ends that a joined aside follows: before its last comma.
func (a *assembly) suffixEnd(start, end int) int {
	for end > start && a.document.Tokens[end-1].Text == "," {
		end--
	}
	return end
}

func (a *assembly) addEntity(entity Entity) {
	for i := entity.Start; i < entity.End; i++ {
		a.document.Tokens[i].Entity = len(a.document.Entities)
	}
	a.document.Entities = append(a.document.Entities, entity)
}
