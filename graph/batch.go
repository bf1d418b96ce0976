package graph

import (
	"fmt"
	"unicode/utf8"
)

// Batch is everything that one article says, as a plain value. Extraction makes it from
// the article alone, without a store; merging puts it into one.
type Batch struct {
	Article Article  `json:"article"`
	Members []Member `json:"members"`
	Reports []Report `json:"reports"`
}

// Check checks what every Store relies on: IDs are set and unique, parties are members of
// the batch, and every quote and mention is the article's exact text. It returns
// ErrInvalid with the first fault.
func (b *Batch) Check() error {
	if !utf8.ValidString(b.Article.Text) {
		return fmt.Errorf("batch of %s: %w: text is not UTF-8", b.Article.ID, ErrInvalid)
	}
	text := []rune(b.Article.Text)
	exact := func(what, quote string, start, end int) error {
		if start < 0 || end > len(text) || start >= end || string(text[start:end]) != quote {
			return fmt.Errorf("batch of %s: %w: %s %q is not the text at %d–%d", b.Article.ID, ErrInvalid, what, quote, start, end)
		}
		return nil
	}
	seen := map[string]bool{b.Article.ID: true}
	unique := func(id string) error {
		if id == "" || seen[id] {
			return fmt.Errorf("batch of %s: %w: ID %q is empty or taken", b.Article.ID, ErrInvalid, id)
		}
		seen[id] = true
		return nil
	}
	for i := range b.Members {
		member := &b.Members[i]
		if err := unique(member.ID); err != nil {
			return err
		}
		for _, m := range member.Mentions {
			if err := exact("mention", m.Text, m.Start, m.End); err != nil {
				return err
			}
		}
	}
	members := b.memberIDs()
	for i := range b.Reports {
		report := &b.Reports[i]
		if err := unique(report.ID); err != nil {
			return err
		}
		if report.ArticleID != b.Article.ID {
			return fmt.Errorf("batch of %s: %w: report %s is of article %s", b.Article.ID, ErrInvalid, report.ID, report.ArticleID)
		}
		if err := exact("quote", report.Quote, report.Start, report.End); err != nil {
			return err
		}
		for id := range report.PartyIDs() {
			if !members[id] {
				return fmt.Errorf("batch of %s: %w: report %s names %q, which is not a member", b.Article.ID, ErrInvalid, report.ID, id)
			}
		}
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
