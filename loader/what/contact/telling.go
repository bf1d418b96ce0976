package contact

import "dateline/loader/what/evidence"

// tellings returns the contacts of an article as often as it tells them.
func tellings(a *evidence.Article) []*draft {
	var drafts []*draft
	for i := range a.Tokens {
		drafts = read(a, i, drafts)
	}
	return drafts
}

// Telling is a place that tells of a contact: for bench/identity, which measures whether
// those that tell of one event are joined.
type Telling struct {
	Trigger int   // token
	Parties []int // members
	Contact int   // which of the article's contacts it is part of
}

// Tellings returns where an article tells of contacts, in the order of their triggers.
func Tellings(a *evidence.Article) []Telling {
	drafts := tellings(a)
	all := make([]Telling, len(drafts))
	for i, c := range drafts {
		all[i] = Telling{Trigger: c.trigger, Parties: c.all()}
	}
	_, into := uniteSame(a, drafts)
	for i := range all {
		all[i].Contact = into[i]
	}
	return all
}
