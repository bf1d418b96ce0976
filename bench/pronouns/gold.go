package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"dateline/bench/training"
	"dateline/loader/grammar"
	"dateline/loader/language"
)

// chains says how the gold file of one corpus gives its coreference chains.
type chains struct {
	folder string
	decode func(line []byte) (*text, error)
}

// measured is the corpus that the weights are measured on, others those that teach only.
var (
	measured = chains{"coref_gum", decodeGUM}
	others   = []chains{{"ecbplus", decodeECB}, {"wikievents", decodeWikiEvents}}
)

// read returns the texts of a corpus's development half that have a pronoun of a chain.
func (c chains) read(gold string, pipeline *language.Pipeline) ([]*text, error) {
	var texts []*text
	err := training.EachLine(filepath.Join(gold, c.folder, "dev.jsonl"), func(line []byte) error {
		t, err := c.decode(line)
		if err != nil {
			return err
		}
		if t.hasPronoun() {
			t.parse = grammar.New(pipeline.ParseParagraphs(t.Text))
			texts = append(texts, t)
		}
		return nil
	})
	return texts, err
}

// decodeGUM reads a text of GUM, which annotates all mentions.
func decodeGUM(line []byte) (*text, error) {
	t := &text{weight: measuredWeight}
	return t, json.Unmarshal(line, t)
}

// span is a mention as ECB+ and WikiEvents give it. A chain's number is null for one of a
// single mention.
type span struct {
	Start, End   int
	Text         string
	Type         string // of ECB+
	Cluster      any    // of ECB+
	EntityType   string `json:"entity_type"`
	EntityID     string `json:"entity_id"`
	CorefCluster any    `json:"coref_cluster"`
}

// decodeECB reads a text of ECB+, which annotates people and bodies in some sentences.
func decodeECB(line []byte) (*text, error) {
	var record struct {
		ID, Text string
		Mentions []span
	}
	if err := json.Unmarshal(line, &record); err != nil {
		return nil, err
	}
	t := &text{ID: record.ID, Text: record.Text, Partial: true}
	for _, s := range record.Mentions {
		if s.Cluster != nil && strings.HasPrefix(s.Type, "HUMAN") {
			t.add(s, fmt.Sprint(s.Cluster))
		}
	}
	t.dropUnnamedPronouns()
	return t, nil
}

// decodeWikiEvents reads a text of WikiEvents, which annotates those who take part in events.
func decodeWikiEvents(line []byte) (*text, error) {
	var record struct {
		ID, Text string
		Entities []span
	}
	if err := json.Unmarshal(line, &record); err != nil {
		return nil, err
	}
	t := &text{ID: record.ID, Text: record.Text, Partial: true}
	for _, s := range record.Entities {
		if s.EntityType != "PER" && s.EntityType != "ORG" && s.EntityType != "GPE" {
			continue
		}
		chain := s.EntityID
		if s.CorefCluster != nil {
			chain = fmt.Sprint(s.CorefCluster)
		}
		t.add(s, chain)
	}
	t.dropUnnamedPronouns()
	return t, nil
}

var (
	thirdPerson = regexp.MustCompile(`(?i)^(he|him|his|himself|she|hers?|herself|they|them|theirs?|themselves)$`)
	capital     = regexp.MustCompile(`[A-Z]`)
)

// add adds a mention, whose kind its words tell.
func (t *text) add(s span, chain string) {
	kind := "nominal"
	switch {
	case thirdPerson.MatchString(s.Text):
		kind = "pronoun"
	case capital.MatchString(s.Text):
		kind = "name"
	}
	t.Mentions = append(t.Mentions, mention{Start: s.Start, End: s.End, Entity: chain, Kind: kind})
}

// dropUnnamedPronouns leaves out pronouns of chains without a name: the name may stand in a
// sentence that is not annotated.
func (t *text) dropUnnamedPronouns() {
	named := map[string]bool{}
	for _, m := range t.Mentions {
		named[m.Entity] = named[m.Entity] || m.Kind == "name"
	}
	t.Mentions = slices.DeleteFunc(t.Mentions, func(m mention) bool { return m.Kind == "pronoun" && !named[m.Entity] })
}

func (t *text) hasPronoun() bool {
	return slices.ContainsFunc(t.Mentions, func(m mention) bool { return m.Kind == "pronoun" })
}
