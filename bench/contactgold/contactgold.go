// Package contactgold reads articles of ContactBench with their contacts, and tells which
// of these a contact is that the product finds. It is for the programs under bench/ that
// learn from them or measure by them.
package contactgold

import (
	"encoding/json"
	"fmt"

	"dateline/bench/training"
	"dateline/graph"
	"dateline/loader/annotate"
	"dateline/loader/language"
	"dateline/loader/reread"
	"dateline/loader/what/evidence"
	"dateline/loader/when"
	"dateline/loader/who"
)

// Article is an article as rules see it, with the contacts that people found in it.
type Article struct {
	ID       string
	Evidence *evidence.Article
	Contacts []Contact
	Same     [][2]int // pairs of contacts that tell one event, as a visit and its meeting
}

// Contact is a contact that people found. ContactBench's guide explains the fields.
type Contact struct {
	Participants []struct {
		Name    string   `json:"name"`
		Aliases []string `json:"aliases"`
	} `json:"participants"`
	Time     *annotate.Days `json:"time"`
	AnyTime  bool           `json:"time_any"`
	Optional bool           `json:"optional"`
	Means    OneOrMore      `json:"means"`
	Status   OneOrMore      `json:"status"`
	Quote    string         `json:"quote"`
	Also     []string       `json:"also"`
}

// OneOrMore is a value, or several of which each is right; the first one counts.
type OneOrMore string

// UnmarshalJSON reads a text or a list of texts.
func (o *OneOrMore) UnmarshalJSON(data []byte) error {
	var several []string
	if err := json.Unmarshal(data, &several); err == nil && len(several) > 0 {
		*o = OneOrMore(several[0])
		return nil
	}
	return json.Unmarshal(data, (*string)(o))
}

// Accepts reports whether a time is right: it overlaps the contact's, and is at most
// twice as long.
func (c *Contact) Accepts(t *graph.TimeSpan) bool {
	if c.Time == nil || t == nil {
		return c.Time == nil && t == nil
	}
	days := c.Time.Latest.DaysSince(c.Time.Earliest) + 1
	return !c.Time.Earliest.After(t.Latest()) && !t.Earliest().After(c.Time.Latest) && t.EDTF.Days() <= 2*days
}

// Each reads a file and calls use with each article.
func Each(path string, use func(*Article)) error {
	pipeline, err := language.New()
	if err != nil {
		return err
	}
	return training.EachLine(path, func(line []byte) error {
		a, err := read(pipeline, line)
		if err == nil {
			use(a)
		}
		return err
	})
}

func read(pipeline *language.Pipeline, line []byte) (*Article, error) {
	var record annotate.Record
	var gold struct {
		Contacts []Contact `json:"contacts"`
		Same     [][2]int  `json:"same"`
	}
	if err := json.Unmarshal(line, &record); err != nil {
		return nil, err
	}
	if err := json.Unmarshal(line, &gold); err != nil {
		return nil, err
	}
	item, err := record.Item()
	if err != nil {
		if item.Article, err = record.Article(); err != nil {
			return nil, err
		}
	}
	article := item.Article
	text := reread.Parse(pipeline, article.Text, article.Publisher)
	doc := text.Parse.Document
	a := evidence.New(doc, &article, when.Find(doc, article.Published), who.FindIn(text, &article))
	return &Article{fmt.Sprint(record.ID), a, gold.Contacts, gold.Same}, nil
}
