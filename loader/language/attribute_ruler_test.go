package language

import (
	"encoding/json"
	"strings"
	"testing"
)

const rulesOfTheTest = `[
	{"patterns": [[{"TAG": "VB"}]], "attrs": {"POS": "VERB", "MORPH": "VerbForm=Inf"}, "index": 0},
	{"patterns": [[{"TAG": {"IN": ["VB", "NN"]}, "LOWER": "be"}]], "attrs": {"POS": "AUX"}, "index": 0},
	{"patterns": [[{"LOWER": "gon"}, {"LOWER": {"REGEX": "^na?$"}}]], "attrs": {"LEMMA": "to", "MORPH": "_"}, "index": 1},
	{"patterns": [[{"DEP": {"NOT_IN": ["det", ""]}, "TAG": "DT"}], [{"LOWER": "x"}]], "attrs": {"POS": "PRON"}, "index": 0},
	{"patterns": [[{"IS_SPACE": true}]], "attrs": {"TAG": "_SP", "DEP": "dep"}, "index": 0},
	{"patterns": [[{"TAG": "_SP"}]], "attrs": {"POS": "NEVER"}, "index": 0}
]`

func TestAttributeRuler(t *testing.T) {
	var table []attributeRuleTable
	if err := json.Unmarshal([]byte(rulesOfTheTest), &table); err != nil {
		t.Fatal(err)
	}
	ruler, err := newAttributeRuler(table, []string{"VB", "NN", "DT", "_SP"})
	if err != nil {
		t.Fatal(err)
	}
	var words []word
	tokens := []Token{
		{Text: "Be", Tag: "VB", Dep: "ROOT"},
		{Text: "gon", Tag: "VB", Dep: "xcomp"},
		{Text: "Na", Tag: "VB", Dep: "aux"},
		{Text: "that", Tag: "DT", Dep: "det"},
		{Text: "that", Tag: "DT", Dep: "nsubj"},
		{Text: "\n", Tag: "NN", Dep: "det"},
		{Text: "gon", Tag: "NN", Dep: "dobj"},
	}
	for _, token := range tokens {
		words = append(words, word{lexeme: &lexeme{
			orth: token.Text, lower: strings.ToLower(token.Text), isSpace: isAllSpace(token.Text),
		}})
	}
	var buffer []match
	ruler.apply(&buffer, words, tokens)
	for i, want := range []Token{
		{Tag: "VB", POS: "AUX", Morph: "VerbForm=Inf", Dep: "ROOT"},   // the later rule wins
		{Tag: "VB", POS: "VERB", Morph: "VerbForm=Inf", Dep: "xcomp"}, // first of a pattern of two
		{Tag: "VB", POS: "VERB", Morph: "", Lemma: "to", Dep: "aux"},  // second of it
		{Tag: "DT", Dep: "det"},                // NOT_IN fails
		{Tag: "DT", POS: "PRON", Dep: "nsubj"}, // NOT_IN holds
		{Tag: "_SP", Dep: "dep"},               // no rule sees the new tag
		{Tag: "NN", Dep: "dobj"},               // a pattern of two at the end
	} {
		want.Text = tokens[i].Text
		if tokens[i] != want {
			t.Errorf("token %d is %+v, want %+v", i, tokens[i], want)
		}
	}
}

func TestAttributeRulerRefuses(t *testing.T) {
	for name, rule := range map[string]string{
		"unknown attribute":   `{"patterns": [[{"TAG": "VB"}]], "attrs": {"COLOUR": "red"}, "index": 0}`,
		"unknown test":        `{"patterns": [[{"SHAPE": "xx"}]], "attrs": {"POS": "X"}, "index": 0}`,
		"index out of range":  `{"patterns": [[{"TAG": "VB"}]], "attrs": {"POS": "X"}, "index": 1}`,
		"expression is wrong": `{"patterns": [[{"LOWER": {"REGEX": "("}}]], "attrs": {"POS": "X"}, "index": 0}`,
	} {
		t.Run(name, func(t *testing.T) {
			var table attributeRuleTable
			if err := json.Unmarshal([]byte(rule), &table); err != nil {
				t.Fatal(err)
			}
			if _, err := newAttributeRuler([]attributeRuleTable{table}, nil); err == nil {
				t.Error("no error")
			}
		})
	}
}
