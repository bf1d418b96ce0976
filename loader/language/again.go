package language

import "slices"

// ParseAgain returns a document with some of its sentences parsed anew, each by itself and
// as if some words were written in another way, which the model knows better; tokens keep
// their text. A sentence that would fall apart stays as it was. The document itself is not
// changed, and is returned where nothing is new.
func (p *Pipeline) ParseAgain(d *Document, sentences []int, write func(token int) (word string, ok bool)) *Document {
	anew := map[int]*Document{} // by sentence
	for _, sentence := range sentences {
		if parsed := p.parseSentence(d, d.Sentences[sentence], write); len(parsed.Sentences) == 1 {
			anew[sentence] = parsed
		}
	}
	if len(anew) == 0 {
		return d
	}
	changed := &Document{Text: d.Text, Tokens: append([]Token(nil), d.Tokens...), Sentences: d.Sentences}
	for _, entity := range d.Entities {
		if anew[d.Tokens[entity.Start].Sentence] == nil {
			changed.Entities = append(changed.Entities, entity)
		}
	}
	for sentence, parsed := range anew {
		changed.replace(d.Sentences[sentence], parsed)
	}
	changed.settleEntities()
	changed.index = newDocumentIndex(changed)
	return changed
}

// parseSentence parses the words of a sentence by themselves.
func (p *Pipeline) parseSentence(d *Document, span Span, write func(token int) (string, bool)) *Document {
	words := make([]word, span.Len())
	parsed := &Document{Tokens: make([]Token, span.Len())}
	for i := range words {
		token := d.Tokens[span.Start+i]
		lexeme := p.tokenizer.lexicon.lookup(token.Text, token.Norm)
		if other, ok := write(span.Start + i); ok {
			lexeme = p.tokenizer.lexicon.lookup(other, "")
		}
		words[i] = word{lexeme: lexeme, space: token.Space}
		parsed.Tokens[i] = Token{Text: token.Text, Norm: token.Norm, Entity: -1}
	}
	p.parseWords(parsed, words, func(words []word) []Span { return pieces(words, 0) })
	return parsed
}

// replace takes over what is known of the tokens of a sentence that was parsed by itself.
func (d *Document) replace(span Span, parsed *Document) {
	for i, token := range parsed.Tokens {
		at := &d.Tokens[span.Start+i]
		at.Lemma, at.Tag, at.POS, at.Morph, at.Dep, at.Head = token.Lemma, token.Tag, token.POS, token.Morph, token.Dep, span.Start+token.Head
	}
	for _, entity := range parsed.Entities {
		entity.Start, entity.End = entity.Start+span.Start, entity.End+span.Start
		d.Entities = append(d.Entities, entity)
	}
}

// settleEntities puts the entities into the order of the text and notes them at their
// tokens.
func (d *Document) settleEntities() {
	slices.SortFunc(d.Entities, func(a, b Entity) int { return a.Start - b.Start })
	for i := range d.Tokens {
		d.Tokens[i].Entity = -1
	}
	for index, entity := range d.Entities {
		for i := entity.Start; i < entity.End; i++ {
			d.Tokens[i].Entity = index
		}
	}
}
