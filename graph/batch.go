package graph

import (
	"errors"
	"fmt"
	"unicode/utf8"
)

// Batch is everything that one article says, as a plain value. Extraction makes it from
// the article alone, without a store; merging puts it into one.
type Batch struct {
	Article Article  `json:"article"`
	Members []Member `json:"members"`
	Reports []Report `json:"reports"`
	// Original is what extraction found, if edits have changed the members or the reports;
	// else nil.
	Original *Extraction `json:"original,omitempty"`
}

// Extraction is what an article says as it was extracted, before any edit.
type Extraction struct {
	Members []Member `json:"members"`
	Reports []Report `json:"reports"`
}

// Extracted returns the batch as it was extracted.
func (b *Batch) Extracted() *Batch {
	if b.Original == nil {
		return b
	}
	return &Batch{Article: b.Article, Members: b.Original.Members, Reports: b.Original.Reports}
}

// Check checks what every Store relies on: IDs are set and unique, parties are members of
// the batch, and every quote and mention is the article's exact text. It returns
// ErrInvalid with the first fault.
func (b *Batch) Check() error {
	if err := b.check(); err != nil {
		return fmt.Errorf("batch of %s: %w: %w", b.Article.ID, ErrInvalid, err)
	}
	return nil
}

func (b *Batch) check() error {
	if !utf8.ValidString(b.Article.Text) {
		return errors.New("text is not UTF-8")
	}
	text := []rune(b.Article.Text)
	ids := map[string]bool{b.Article.ID: true}
	for i := range b.Members {
		if err := b.Members[i].check(text, ids); err != nil {
			return err
		}
	}
	members := b.memberIDs()
	for i := range b.Reports {
		report := &b.Reports[i]
		if report.ArticleID != b.Article.ID {
			return fmt.Errorf("report %s is of article %s", report.ID, report.ArticleID)
		}
		if err := report.check(text, ids, members); err != nil {
			return err
		}
	}
	return nil
}

func (m *Member) check(text []rune, ids map[string]bool) error {
	if err := checkID(m.ID, ids); err != nil {
		return err
	}
	for _, mention := range m.Mentions {
		if err := checkExact("mention", mention.Text, text, mention.Start, mention.End); err != nil {
			return err
		}
	}
	return nil
}

func (r *Report) check(text []rune, ids, members map[string]bool) error {
	if err := checkID(r.ID, ids); err != nil {
		return err
	}
	if err := checkExact("quote", r.Quote, text, r.Start, r.End); err != nil {
		return err
	}
	for _, p := range r.About {
		if err := checkExact("passage", p.Text, text, p.Start, p.End); err != nil {
			return err
		}
		if p.ArticleID != r.ArticleID {
			return fmt.Errorf("report %s is about words of article %s", r.ID, p.ArticleID)
		}
	}
	for id := range r.PartyIDs() {
		if !members[id] {
			return fmt.Errorf("report %s names %q, which is not a member", r.ID, id)
		}
	}
	return nil
}

// checkID adds an ID to those that are taken.
func checkID(id string, taken map[string]bool) error {
	if id == "" || taken[id] {
		return fmt.Errorf("ID %q is empty or taken", id)
	}
	taken[id] = true
	return nil
}

func checkExact(what, quote string, text []rune, start, end int) error {
	if start < 0 || end > len(text) || start >= end || string(text[start:end]) != quote {
		return fmt.Errorf("%s %q is not the text at %d–%d", what, quote, start, end)
	}
	return nil
}

func (b *Batch) memberIDs() map[string]bool {
	ids := make(map[string]bool, len(b.Members))
	for i := range b.Members {
		ids[b.Members[i].ID] = true
	}
	return ids
}

// PartyIDs yields the IDs of everything that a report names: its participants, those they
// act for, its sources and its place. An ID can come more than once.
func (r *Report) PartyIDs() func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for _, p := range r.Participants {
			if !yield(p.EntityID) || p.OnBehalfOfID != "" && !yield(p.OnBehalfOfID) {
				return
			}
		}
		for _, id := range r.AttributedToIDs {
			if !yield(id) {
				return
			}
		}
		if r.PlaceID != "" {
			yield(r.PlaceID)
		}
	}
}
