package language

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
)

// attributeRuler turns tags into parts of speech and features, and gives the
// lemmas of pronouns, auxiliaries and the like. It applies a list of rules, each
// a pattern of one or two tokens and the attributes that one of them gets; where
// several match, the later rule wins.
type attributeRuler struct {
	byTag map[string][]*attributePattern // whose first token can have that tag, in order
}

type attributeRuleTable struct {
	Patterns   [][]map[string]json.RawMessage `json:"patterns"`
	Attributes map[string]string              `json:"attrs"`
	Index      int                            `json:"index"`
}

// attributePattern is one pattern of a rule.
type attributePattern struct {
	rule   int // position among the rules
	tokens []tokenPattern
	index  int // the token of the pattern that gets the attributes
	attributes
}

// attributes are what a rule gives; nil leaves as it is.
type attributes struct {
	tag, pos, morph, lemma, dep *string
}

// tokenPattern holds for a token when each of its tests does; nil is no test.
type tokenPattern struct {
	tag, lower, dep *stringTest
	isSpace         *bool
}

// stringTest holds for a string that is, or is not, in a list, or that matches
// an expression.
type stringTest struct {
	values  []string
	negated bool
	pattern *regexp.Regexp
}

func (t *stringTest) holds(s string) bool {
	if t == nil {
		return true
	}
	if t.pattern != nil {
		return t.pattern.MatchString(s)
	}
	return slices.Contains(t.values, s) != t.negated
}

func newAttributeRuler(rules []attributeRuleTable, tags []string) (*attributeRuler, error) {
	r := &attributeRuler{byTag: make(map[string][]*attributePattern)}
	for number, rule := range rules {
		patterns, err := readRule(number, rule)
		if err != nil {
			return nil, fmt.Errorf("attribute rule %d: %w", number, err)
		}
		for _, pattern := range patterns {
			r.add(pattern, tags)
		}
	}
	return r, nil
}

// add files a pattern under each tag that its first token can have.
func (r *attributeRuler) add(pattern *attributePattern, tags []string) {
	for _, tag := range tags {
		if pattern.tokens[0].tag.holds(tag) {
			r.byTag[tag] = append(r.byTag[tag], pattern)
		}
	}
}

func readRule(number int, rule attributeRuleTable) ([]*attributePattern, error) {
	given, err := readAttributes(rule.Attributes)
	if err != nil {
		return nil, err
	}
	var patterns []*attributePattern
	for _, tokens := range rule.Patterns {
		if rule.Index < 0 || rule.Index >= len(tokens) {
			return nil, fmt.Errorf("index %d of %d tokens", rule.Index, len(tokens))
		}
		pattern := &attributePattern{rule: number, index: rule.Index, attributes: given}
		for _, fields := range tokens {
			token, err := readTokenPattern(fields)
			if err != nil {
				return nil, err
			}
			pattern.tokens = append(pattern.tokens, token)
		}
		patterns = append(patterns, pattern)
	}
	return patterns, nil
}

func readAttributes(table map[string]string) (attributes, error) {
	var given attributes
	for name, value := range table {
		switch name {
		case "TAG":
			given.tag = &value
		case "POS":
			given.pos = &value
		case "MORPH":
			if value == "_" {
				value = ""
			}
			given.morph = &value
		case "LEMMA":
			given.lemma = &value
		case "DEP":
			given.dep = &value
		default:
			return given, fmt.Errorf("unknown attribute %q", name)
		}
	}
	return given, nil
}

func readTokenPattern(fields map[string]json.RawMessage) (tokenPattern, error) {
	var p tokenPattern
	var err error
	for name, value := range fields {
		switch name {
		case "TAG":
			p.tag, err = readStringTest(value)
		case "LOWER":
			p.lower, err = readStringTest(value)
		case "DEP":
			p.dep, err = readStringTest(value)
		case "IS_SPACE":
			err = json.Unmarshal(value, &p.isSpace)
		default:
			err = fmt.Errorf("unknown test")
		}
		if err != nil {
			return p, fmt.Errorf("test %s of %s: %w", value, name, err)
		}
	}
	return p, nil
}

func readStringTest(data json.RawMessage) (*stringTest, error) {
	var value string
	if json.Unmarshal(data, &value) == nil {
		return &stringTest{values: []string{value}}, nil
	}
	var test struct {
		In    []string `json:"IN"`
		NotIn []string `json:"NOT_IN"`
		Regex string   `json:"REGEX"`
	}
	if err := json.Unmarshal(data, &test); err != nil {
		return nil, err
	}
	switch {
	case test.Regex != "":
		pattern, err := regexp.Compile(test.Regex)
		return &stringTest{pattern: pattern}, err
	case test.NotIn != nil:
		return &stringTest{values: test.NotIn, negated: true}, nil
	}
	return &stringTest{values: test.In}, nil
}

// match is a place where a pattern holds.
type match struct {
	pattern *attributePattern
	token   int // the token that gets the attributes
}

// apply sets the tokens' attributes. The patterns see the tokens as they were
// before any rule was applied.
func (r *attributeRuler) apply(buffer *[]match, words []word, tokens []Token) {
	matches := (*buffer)[:0]
	for i := range tokens {
		for _, pattern := range r.byTag[tokens[i].Tag] {
			if pattern.holds(words[i:], tokens[i:]) {
				matches = append(matches, match{pattern, i + pattern.index})
			}
		}
	}
	*buffer = matches
	slices.SortStableFunc(matches, func(a, b match) int {
		if a.token != b.token {
			return a.token - b.token
		}
		return a.pattern.rule - b.pattern.rule
	})
	for _, m := range matches {
		m.pattern.give(&tokens[m.token])
	}
}

// holds reports whether the pattern matches at the first of the tokens.
func (p *attributePattern) holds(words []word, tokens []Token) bool {
	if len(p.tokens) > len(tokens) {
		return false
	}
	for i := range p.tokens {
		test, lexeme := &p.tokens[i], words[i].lexeme
		if !test.lower.holds(lexeme.lower) || !test.dep.holds(tokens[i].Dep) ||
			test.isSpace != nil && *test.isSpace != lexeme.isSpace ||
			i > 0 && !test.tag.holds(tokens[i].Tag) {
			return false
		}
	}
	return true
}

func (a *attributes) give(token *Token) {
	for _, set := range []struct {
		field *string
		value *string
	}{
		{&token.Tag, a.tag}, {&token.POS, a.pos}, {&token.Morph, a.morph}, {&token.Lemma, a.lemma}, {&token.Dep, a.dep},
	} {
		if set.value != nil {
			*set.field = *set.value
		}
	}
}
