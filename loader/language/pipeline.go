package language

import (
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"
)

// Pipeline parses English text. It holds the model, which it never changes, and
// caches of bounded size; it is safe for concurrent use.
type Pipeline struct {
	tokenizer  *tokenizer
	shared     *encoder // for the tagger and the parser
	entity     *encoder // for the entity recognizer
	tagger     *tagger
	parser     *dependencyParser
	attributes *attributeRuler
	lemmatizer *lemmatizer
	recognizer *entityRecognizer
	scratch    sync.Pool // of *scratch
}

// New loads the embedded model, which takes some 150 ms and 30 MB; the caches
// may grow to another 60 MB, and to 100 MB on texts made to fill them. An error means that the program was built with
// damaged model files.
func New() (*Pipeline, error) {
	m, err := loadModel()
	if err != nil {
		return nil, fmt.Errorf("load language model: %w", err)
	}
	p, err := newPipeline(m)
	if err != nil {
		return nil, fmt.Errorf("build language pipeline: %w", err)
	}
	return p, nil
}

func newPipeline(m *model) (*Pipeline, error) {
	r := &tensorReader{model: m}
	p := &Pipeline{
		shared:     newEncoder(r, "shared", m.SharedEncoder),
		entity:     newEncoder(r, "entity", m.EntityEncoder),
		tagger:     newTagger(r, m.Tags),
		parser:     newDependencyParser(r, m.ParserMoves),
		recognizer: newEntityRecognizer(r, m.EntityMoves),
		lemmatizer: newLemmatizer(m.Lemmas),
		scratch:    sync.Pool{New: func() any { return new(scratch) }},
	}
	if r.err != nil {
		return nil, r.err
	}
	var err error
	if p.attributes, err = newAttributeRuler(m.AttributeRules, m.Tags); err != nil {
		return nil, err
	}
	lexicon := newLexicon(m, stringHasher{m.Symbols}, p.entity)
	if p.tokenizer, err = newTokenizer(m.Tokenizer, lexicon); err != nil {
		return nil, err
	}
	return p, nil
}

// scratch is memory for one Parse, used again by later ones.
type scratch struct {
	encoder encoderBuffers
	lengths []int
	scores  []float32
	tags    []int
	parsing transitionBuffers
	naming  recognizerBuffers
	parser  parserState
	tree    tree
	matches []match
}

// Parse reads a text. Any string is a text: each run of bytes that is no UTF-8
// becomes U+FFFD first, and an empty text gives an empty document. Time grows in
// proportion to the text; one beyond about 60,000 code points is tokenized as a
// whole but parsed in pieces, cut between paragraphs where there are any.
func (p *Pipeline) Parse(text string) *Document {
	return p.parse(text, func(words []word) []Span { return pieces(words, 0) })
}

// ParseParagraphs reads a text as Parse does, but each line of it by itself, so
// that no sentence runs from a headline into what stands below it. Lines that are
// wrapped have to be joined before.
func (p *Pipeline) ParseParagraphs(text string) *Document {
	return p.parse(text, paragraphs)
}

func (p *Pipeline) parse(text string, split func([]word) []Span) *Document {
	text = strings.ToValidUTF8(text, "\uFFFD")
	words := p.tokenizer.tokenize(text)
	document := &Document{Text: text, Tokens: newTokens(text, words)}
	p.parseWords(document, words, split)
	document.index = newDocumentIndex(document)
	return document
}

// newTokens returns the words as tokens, as far as they are known before parsing.
func newTokens(text string, words []word) []Token {
	tokens := make([]Token, len(words))
	points, position := 0, 0
	for i, word := range words {
		points += utf8.RuneCountInString(text[position:word.start])
		position = word.start
		tokens[i] = Token{
			Text:   word.lexeme.orth,
			Norm:   word.lexeme.norm,
			Start:  points,
			End:    points + utf8.RuneCountInString(word.lexeme.orth),
			Space:  word.space,
			Entity: -1,
		}
	}
	return tokens
}

// parseBatch fills in the tokens of pieces that follow each other, and adds
// their sentences and entities to the document. What does not depend on the
// parse is computed for all of them at once.
func (p *Pipeline) parseBatch(s *scratch, document *Document, words []word, pieces []Span) {
	first := pieces[0].Start
	words = words[first:pieces[len(pieces)-1].End]
	s.lengths = s.lengths[:0]
	for _, piece := range pieces {
		s.lengths = append(s.lengths, piece.End-piece.Start)
	}
	n := len(words)
	vectors := p.shared.encode(&s.encoder, s.lengths, func(i int) *tokenVector {
		return words[i].lexeme.sharedVector(p.shared, words[i].space)
	})
	s.tags = grown(&s.tags, n)
	p.tagger.tag(&s.scores, vectors, s.tags)
	p.parser.network.prepare(&s.parsing, vectors, n)
	vectors = p.entity.encode(&s.encoder, s.lengths, func(i int) *tokenVector { return &words[i].lexeme.entity })
	p.recognizer.prepare(&s.naming, vectors, n)
	for _, piece := range pieces {
		p.parsePiece(s, document, words, first, piece)
	}
}

// parsePiece fills in the tokens of a piece, and adds its sentences and
// entities to the document. The words are those of its batch, which begins at
// the token first.
func (p *Pipeline) parsePiece(s *scratch, document *Document, words []word, first int, piece Span) {
	at, n := piece.Start-first, piece.End-piece.Start
	words = words[at : at+n]
	tags := s.tags[at : at+n]
	tokens := document.Tokens[piece.Start:piece.End]
	isSpace := func(i int) bool { return words[i].lexeme.isSpace }
	s.tree.reset(n)
	p.parser.parse(&s.parsing, at, &s.parser, &s.tree, n)
	s.tree.spread()
	s.tree.reattach(isSpace)
	entities := p.recognizer.recognize(&s.naming, at, s.tree.sentenceStart, isSpace)
	for i := range tokens {
		tokens[i].Tag = p.tagger.tags[tags[i]]
		tokens[i].Head = piece.Start + s.tree.heads[i]
		tokens[i].Dep = s.tree.labels[i]
	}
	p.attributes.apply(&s.matches, words, tokens)
	for i := range tokens {
		if tokens[i].Lemma == "" {
			tokens[i].Lemma = p.lemmatizer.lemma(tokens[i].Text, words[i].lexeme.lower, tokens[i].POS, tokens[i].Morph)
		}
	}
	document.addSentences(piece, s.tree.sentenceStart)
	document.addEntities(piece, entities)
}

func (d *Document) addSentences(piece Span, starts []bool) {
	for i, start := range starts {
		if i == 0 || start {
			d.Sentences = append(d.Sentences, Span{piece.Start + i, piece.Start + i})
		}
		last := len(d.Sentences) - 1
		d.Sentences[last].End++
		d.Tokens[piece.Start+i].Sentence = last
	}
}

func (d *Document) addEntities(piece Span, entities []Entity) {
	for _, entity := range entities {
		entity.Start += piece.Start
		entity.End += piece.Start
		for i := entity.Start; i < entity.End; i++ {
			d.Tokens[i].Entity = len(d.Entities)
		}
		d.Entities = append(d.Entities, entity)
	}
}
