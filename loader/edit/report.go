package edit

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/graph"
)

// newReport returns what a report says that a person adds to an article.
func newReport(tx graph.Tx, d graph.Decision) (*graph.Correction, error) {
	b, err := batchOf(tx, d.Parts[0][0])
	if err != nil {
		return nil, err
	}
	c := *d.Correction
	if c.Start, c.End, err = placeOf(d.Quote, c.Start, c.End, b.Article.Text); err != nil {
		return nil, err
	}
	c.QuoteHash = graph.QuoteHash(string([]rune(b.Article.Text)[c.Start:c.End]))
	c.Fields = nil // all
	if len(c.Participants) == 0 {
		return nil, fmt.Errorf("%w: the report has no participants", graph.ErrInvalid)
	}
	return cast(tx, b, &c, c.Type)
}

// placeOf returns where a quote is in a text, in code points, or checks a place that was
// given.
func placeOf(quote string, start, end int, text string) (int, int, error) {
	if quote == "" {
		if start < 0 || start >= end || end > utf8.RuneCountInString(text) {
			return 0, 0, fmt.Errorf("%w: the article has no words from %d to %d", graph.ErrInvalid, start, end)
		}
		return start, end, nil
	}
	switch strings.Count(text, quote) {
	case 0:
		return 0, 0, fmt.Errorf("%w: the quote is not in the article's text, letter by letter", graph.ErrInvalid)
	case 1:
		before, _, _ := strings.Cut(text, quote)
		start = utf8.RuneCountInString(before)
		return start, start + utf8.RuneCountInString(quote), nil
	}
	return 0, 0, fmt.Errorf("%w: the article has the quote more than once: give a longer one, or its start and end", graph.ErrInvalid)
}

// correction returns what a report says instead.
func correction(tx graph.Tx, of graph.Subject, given *graph.Correction) (*graph.Correction, error) {
	if given == nil || len(given.Fields) == 0 {
		return nil, fmt.Errorf("%w: the correction changes nothing", graph.ErrInvalid)
	}
	b, err := batchOf(tx, of.ArticleID)
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(b.Reports, func(r graph.Report) bool { return r.ID == of.ID })
	if at < 0 {
		return nil, notFound(of.ID)
	}
	if slices.Contains(given.Fields, graph.FieldParticipants) && len(given.Participants) == 0 {
		return nil, fmt.Errorf("%w: a report has participants; to leave the report out, reject it", graph.ErrInvalid)
	}
	return cast(tx, b, given, b.Reports[at].Type)
}

// cast replaces the parties of a correction, given by any of their IDs, by members of the
// article. One that the article does not name becomes a member by hand.
func cast(tx graph.Tx, b *graph.Batch, given *graph.Correction, of graph.EventType) (*graph.Correction, error) {
	if err := checkFields(given, of); err != nil {
		return nil, err
	}
	c := *given
	c.Cast, c.Participants, c.AttributedToIDs = nil, slices.Clone(given.Participants), slices.Clone(given.AttributedToIDs)
	casting := &casting{tx: tx, batch: b, correction: &c}
	var err error
	replace := func(id *string, wanted string) {
		if err == nil && *id != "" {
			*id, err = casting.member(*id, wanted)
		}
	}
	for i := range c.Participants {
		replace(&c.Participants[i].EntityID, "")
		replace(&c.Participants[i].OnBehalfOfID, "")
	}
	for i := range c.AttributedToIDs {
		replace(&c.AttributedToIDs[i], "")
	}
	replace(&c.PlaceID, graph.PrefixPlace)
	return &c, err
}

func checkFields(c *graph.Correction, of graph.EventType) error {
	adds := c.Type != ""
	sets := func(f graph.ReportField) bool { return adds || slices.Contains(c.Fields, f) }
	switch {
	case sets(graph.FieldMeans) && of == graph.EventContact && !slices.Contains(graph.MeansKinds(), c.Means):
		return fmt.Errorf("%w: a contact has means", graph.ErrInvalid)
	case c.Means != graph.MeansNone && of != graph.EventContact:
		return fmt.Errorf("%w: only a contact has means", graph.ErrInvalid)
	case sets(graph.FieldStatus) && (c.Status == graph.StatusDisputed || !slices.Contains(graph.Statuses(), c.Status)):
		return fmt.Errorf("%w: a report cannot have the status %q", graph.ErrInvalid, c.Status)
	}
	return nil
}

// casting finds members of an article for parties that are given by any ID.
type casting struct {
	tx         graph.Tx
	batch      *graph.Batch
	correction *graph.Correction
	entities   map[string]graph.Entity // of the article's members
}

func (c *casting) member(id, prefix string) (string, error) {
	found, err := records(c.tx, [][]string{{id}})
	if err != nil {
		return "", err
	}
	at := found[0]
	if graph.PrefixOf(at.ID) == graph.PrefixReport || prefix != "" && graph.PrefixOf(at.ID) != prefix {
		return "", fmt.Errorf("%w: %q is %s", graph.ErrInvalid, id, kindOf(at.ID))
	}
	if c.entities == nil {
		ids := make([]string, len(c.batch.Members))
		for i := range c.batch.Members {
			ids[i] = c.batch.Members[i].ID
		}
		if c.entities, err = c.tx.EntitiesOf(ids); err != nil {
			return "", err
		}
	}
	of, err := c.tx.EntitiesOf([]string{at.ID})
	if err != nil {
		return "", err
	}
	entity := of[at.ID]
	if entity == nil {
		return "", notFound(id)
	}
	for i := range c.batch.Members {
		own := c.batch.Members[i].ID
		if c.entities[own] != nil && c.entities[own].NodeID() == entity.NodeID() {
			return own, c.keepHand(own)
		}
	}
	return c.byHand(entity, at), nil
}

// keepHand keeps a member that another edit has added, in case that is withdrawn.
func (c *casting) keepHand(id string) error {
	edits, err := c.tx.EditsOn([]string{id})
	for _, e := range edits {
		if e.Correction == nil {
			continue
		}
		for _, one := range e.Correction.Cast {
			if one.Member.ID == id {
				c.add(one)
			}
		}
	}
	return err
}

func (c *casting) byHand(e graph.Entity, at graph.Subject) string {
	profile := graph.ProfileOf(e)
	m := graph.Member{
		ID: graph.MemberID(c.batch.Article.ID, graph.KindOf(e), "by hand "+at.ID), Kind: graph.KindOf(e),
		Name: profile.Name, Nominal: profile.Nominal, Country: profile.Country,
	}
	if organization, ok := e.(*graph.Organization); ok {
		m.OrganizationKind = organization.Kind
	}
	c.add(graph.CastMember{Member: m, SameAs: graph.Subject{ID: at.ID, ArticleID: at.ArticleID}})
	return m.ID
}

func (c *casting) add(one graph.CastMember) {
	if !slices.ContainsFunc(c.correction.Cast, func(other graph.CastMember) bool { return other.Member.ID == one.Member.ID }) {
		c.correction.Cast = append(c.correction.Cast, one)
	}
}
