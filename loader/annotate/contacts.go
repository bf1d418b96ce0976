package annotate

import (
	"dateline/graph"
	"dateline/loader"
	"dateline/loader/read"
)

// Contact is one contact in the format of ContactBench, whose guide explains the
// fields.
type Contact struct {
	Participants []Party     `json:"participants"`
	Means        graph.Means `json:"means"`
	// Status is never DISPUTED, which needs two articles.
	Status       graph.Status `json:"status"`
	Time         *Days        `json:"time"`
	Place        *string      `json:"place"`
	AttributedTo []Source     `json:"attributed_to"`
	// Quote is a piece of the record's own text, including page furniture.
	Quote string `json:"quote"`
}

// Source is one on whose word a contact is reported.
type Source struct {
	Name    string   `json:"name"`
	Aliases []string `json:"aliases"`
}

// Party is one participant. Type is PERSON, ORGANIZATION or STATE.
type Party struct {
	Name       string     `json:"name"`
	Aliases    []string   `json:"aliases"`
	Type       string     `json:"type"`
	Role       graph.Role `json:"role"`
	OnBehalfOf *string    `json:"on_behalf_of"`
}

// Days is a closed interval of days.
type Days struct {
	Earliest graph.Date `json:"earliest"`
	Latest   graph.Date `json:"latest"`
}

// Contacts returns the contacts of the record's article, as []Contact.
func Contacts(e *loader.Extractor, r *Record) (any, error) {
	item, err := r.Item()
	if err != nil {
		// Here even a sentence that reading takes for page furniture counts as text.
		article, textErr := r.Article()
		if textErr != nil {
			return nil, err
		}
		item = read.Item{Source: item.Source, Article: article}
	}
	batch, err := e.Extract(item)
	if err != nil {
		return nil, err
	}
	item.Origin = item.OriginOf(batch.Article.Text)
	return contactsOf(item, batch), nil
}

func contactsOf(item read.Item, batch *graph.Batch) []Contact {
	members := map[string]*graph.Member{}
	for i := range batch.Members {
		members[batch.Members[i].ID] = &batch.Members[i]
	}
	contacts := []Contact{}
	for i := range batch.Reports {
		if r := &batch.Reports[i]; r.Type == graph.EventContact {
			contacts = append(contacts, contactOf(r, members, item))
		}
	}
	return contacts
}

func contactOf(r *graph.Report, members map[string]*graph.Member, item read.Item) Contact {
	contact := Contact{Means: r.Means, Status: r.Status, Participants: []Party{}, AttributedTo: []Source{}, Quote: original(item, r)}
	for _, p := range r.Participants {
		contact.Participants = append(contact.Participants, partyOf(p, members))
	}
	for _, id := range r.AttributedToIDs {
		contact.AttributedTo = append(contact.AttributedTo, Source{members[id].Name, forms(members[id])})
	}
	if r.Time != nil && !r.Time.BoundOnly { // a bound is no time of the text
		contact.Time = &Days{r.Time.Earliest(), r.Time.Latest()}
	}
	if r.PlaceID != "" {
		contact.Place = &members[r.PlaceID].Name
	}
	return contact
}

// original returns the quote as the source has it, if cleaning changed the text.
func original(item read.Item, r *graph.Report) string {
	from, to := item.Origin.Source(r.Start, r.End)
	if from == to {
		return r.Quote
	}
	return string([]rune(item.Original)[from:to])
}

func partyOf(p graph.Participation, members map[string]*graph.Member) Party {
	member := members[p.EntityID]
	party := Party{Name: member.Name, Aliases: forms(member), Type: string(member.Kind), Role: p.Role}
	if member.OrganizationKind == graph.OrganizationState {
		party.Type = "STATE"
	}
	if p.OnBehalfOfID != "" {
		party.OnBehalfOf = &members[p.OnBehalfOfID].Name
	}
	return party
}

// forms returns the names and role phrases that the article uses for a member, each
// once, without its name itself.
func forms(m *graph.Member) []string {
	seen := map[string]bool{m.Name: true}
	list := []string{}
	add := func(form string) {
		if !seen[form] {
			seen[form] = true
			list = append(list, form)
		}
	}
	for _, alias := range m.Aliases {
		add(alias)
	}
	for _, mention := range m.Mentions {
		if mention.Form != graph.MentionPronoun {
			add(mention.Text)
		}
	}
	return list
}
