package language

import (
	"strings"
	"sync/atomic"
	"unicode"
	"unicode/utf8"
)

// lexeme is a word form: everything that the model knows of a token without
// looking at its neighbours. What it says never changes, so documents and
// goroutines share it.
type lexeme struct {
	orth    string // as written
	norm    string
	lower   string
	isSpace bool
	values  attributeValues
	shared  [2]atomic.Pointer[tokenVector] // without and with a space after it; nil until asked for
	entity  tokenVector                    // input of the entity encoder
}

// sharedVector returns the word's input of the shared encoder e, which looks at
// whether a space follows. Most words occur in one of the two ways only.
func (l *lexeme) sharedVector(e *encoder, space bool) *tokenVector {
	i := 0
	if space {
		i = 1
	}
	if made := l.shared[i].Load(); made != nil {
		return made
	}
	values := l.values
	values[attributeSpacy] = uint64(i)
	made := new(tokenVector)
	e.embed(made, values)
	l.shared[i].Store(made) // whoever else does has made the same
	return made
}

// lexicon makes lexemes and keeps those used lately.
type lexicon struct {
	hasher      stringHasher
	normsByHash map[uint64]string
	norms       map[string]string
	entity      *encoder
	cache       *cache[lexemeKey, *lexeme]
}

// lexemeKey is a word with the norm that a special case gives it, "" for none.
type lexemeKey struct{ orth, norm string }

const (
	lexiconLimit    = 16384 // lexemes of a cache generation, about 1.2 KB each
	cachedWordLimit = 48    // bytes; longer words are rare and not worth keeping
)

func newLexicon(m *model, hasher stringHasher, entity *encoder) *lexicon {
	return &lexicon{
		hasher:      hasher,
		normsByHash: m.NormsByHash,
		norms:       m.Norms,
		entity:      entity,
		cache:       newCache[lexemeKey, *lexeme](lexiconLimit, nil),
	}
}

// lookup returns the lexeme of a word; norm overrides the lexicon's unless "".
func (x *lexicon) lookup(orth, norm string) *lexeme {
	key := lexemeKey{orth, norm}
	if found, ok := x.cache.get(key); ok {
		return found
	}
	key.orth = strings.Clone(orth) // so that the cache does not hold the whole text
	made := x.make(key)
	if len(orth) <= cachedWordLimit {
		x.cache.put(key, made)
	}
	return made
}

func (x *lexicon) make(key lexemeKey) *lexeme {
	made := &lexeme{orth: key.orth, norm: key.norm, lower: lower(key.orth), isSpace: isAllSpace(key.orth)}
	if made.norm == "" {
		made.norm = x.normOf(key.orth, made.lower)
	}
	made.values = attributeValues{
		attributeNorm:   x.hasher.hash(made.norm),
		attributePrefix: x.hasher.hash(firstRunes(key.orth, 1)),
		attributeSuffix: x.hasher.hash(lastRunes(key.orth, 3)),
		attributeShape:  x.hasher.hash(shapeOf(key.orth)),
	}
	if made.isSpace {
		made.values[attributeIsSpace] = 1
	}
	x.entity.embed(&made.entity, made.values)
	return made
}

func (x *lexicon) normOf(orth, lower string) string {
	if norm, ok := x.normsByHash[x.hasher.hash(orth)]; ok {
		return norm
	}
	if norm, ok := x.norms[orth]; ok {
		return norm
	}
	return lower
}

// shapeOf draws a word's pattern of capitals, small letters and digits, with
// runs cut to four: "Minsk-2" → "Xxxxx-d", "ministers" → "xxxx".
func shapeOf(s string) string {
	const longest = 100
	if len(s) >= longest && utf8.RuneCountInString(s) >= longest {
		return "LONG"
	}
	var b strings.Builder
	last, repeats := rune(-1), 0
	for _, r := range s {
		r = shapeRune(r)
		if r == last {
			repeats++
		} else {
			last, repeats = r, 0
		}
		if repeats < 4 {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func shapeRune(r rune) rune {
	switch {
	case unicode.IsUpper(r):
		return 'X'
	case unicode.IsLetter(r):
		return 'x'
	case isDigit(r):
		return 'd'
	}
	return r
}

func firstRunes(s string, n int) string {
	end := 0
	for ; n > 0 && end < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[end:])
		end += size
	}
	return s[:end]
}

func lastRunes(s string, n int) string {
	start := len(s)
	for ; n > 0 && start > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:start])
		start -= size
	}
	return s[start:]
}
