package export

import (
	"bufio"
	"encoding/json"
	"strings"

	"golang.org/x/text/language"

	"dateline/graph"
)

// ftm writes entities of FollowTheMoney. Every event is an Event, whatever its means: the
// schemas Call and Message have no place for a status, so that a denied call would read
// as a fact there, and Message and Trip require what articles don't tell (the text, the
// start). An envoy is a Representation; articles are Articles, and the proof of the rest.
type ftm struct {
	encode *json.Encoder
	known  seen
}

func newFTM(w *bufio.Writer) ftm {
	encode := json.NewEncoder(w)
	encode.SetEscapeHTML(false)
	return ftm{encode, seen{}}
}

func newFTMEvents(w *bufio.Writer, _ Options) sink[*Event]     { return ftmEvents{newFTM(w)} }
func newFTMEntities(w *bufio.Writer, _ Options) sink[*Entity]  { return ftmEntities{newFTM(w)} }
func newFTMArticles(w *bufio.Writer, _ Options) sink[*Article] { return ftmArticles{newFTM(w)} }

func (f ftm) begin() error { return nil }
func (f ftm) end() error   { return nil }

// ftmEntity is one object of the output.
type ftmEntity struct {
	ID         string        `json:"id"`
	Schema     string        `json:"schema"`
	Properties ftmProperties `json:"properties"`
}

type ftmProperties map[string][]string

// add adds the values that are not empty.
func (p ftmProperties) add(name string, values ...string) {
	for _, value := range values {
		if value = strings.TrimSpace(value); value != "" {
			p[name] = append(p[name], value)
		}
	}
}

// ftmAddress cuts a place's name to the length that FollowTheMoney allows for addresses.
func ftmAddress(name string) string {
	const most = 250
	if letters := []rune(name); len(letters) > most {
		return string(letters[:most-1]) + "…"
	}
	return name
}

// ftmLanguage returns the code of three letters for a language tag, "" for none.
func ftmLanguage(tag string) string {
	parsed, err := language.Parse(tag)
	if err != nil {
		return ""
	}
	base, _ := parsed.Base()
	return base.ISO3()
}

// cite adds a citation to what it proves.
func (p ftmProperties) cite(quotes string, c Citation) {
	p.add(quotes, c.String())
	p.add("publisher", c.Publisher)
	p.add("sourceUrl", safeLink(c.URL))
	p.add("proof", ftmID(c.ArticleID))
}

// once writes an entity that was not written before.
func (f ftm) once(id, schema string, fill func(ftmProperties)) error {
	if id == "" || !f.known.add(id) {
		return nil
	}
	properties := ftmProperties{}
	fill(properties)
	return f.encode.Encode(ftmEntity{ftmID(id), schema, properties})
}

// ftmID returns an ID as FollowTheMoney allows it, which has no underscores.
func ftmID(id string) string { return strings.ReplaceAll(id, "_", "-") }

type ftmEvents struct{ ftm }

func (f ftmEvents) row(e *Event) error {
	for _, c := range e.Citations {
		if err := f.document(c); err != nil {
			return err
		}
	}
	if e.Place != nil {
		if err := f.party(e.Place, nil); err != nil {
			return err
		}
	}
	for _, p := range e.Participants {
		for _, entity := range []graph.Entity{p.Entity, p.OnBehalfOf} {
			if err := f.party(entity, e.Citations); err != nil {
				return err
			}
		}
		if err := f.envoy(e, p); err != nil {
			return err
		}
	}
	return f.once(e.ID, "Event", func(p ftmProperties) { fillFTMEvent(p, e) })
}

func fillFTMEvent(p ftmProperties, e *Event) {
	p.add("name", e.headline())
	p.add("summary", e.Summary)
	p.add("keywords", string(e.Type), string(e.Means), string(e.Status))
	p.add("keywords", e.topics()...)
	p.add("notes", "Status: "+strings.ToLower(string(e.Status)), "Time: "+timeNote(e.When))
	for _, c := range e.Conflicts {
		p.add("notes", "Conflict: "+c.Explanation)
	}
	p.add("location", ftmAddress(e.placeName()))
	if e.Place != nil {
		p.add("addressEntity", ftmID(e.Place.ID))
	}
	for _, part := range e.Participants {
		for _, entity := range []graph.Entity{part.Entity, part.OnBehalfOf} {
			if entity != nil && graph.KindOf(entity) != graph.KindPlace {
				p.add("involved", ftmID(entity.NodeID()))
			}
		}
		if part.Role == graph.RoleInitiator && part.Entity != nil {
			p.add("organizer", ftmID(part.Entity.NodeID()))
		}
	}
	ftmDates(p, e.When)
	for _, c := range e.Citations {
		p.cite("description", c)
	}
}

func timeNote(w When) string {
	if w.Note == "" {
		return w.Text
	}
	return w.Text + " (" + w.Note + ")"
}

// ftmDates uses that FollowTheMoney knows months and years as such. Other spans have a
// start and an end, where those are known.
func ftmDates(p ftmProperties, w When) {
	switch w.EDTF.Precision() {
	case graph.PrecisionDay:
		p.add("date", w.From.String())
	case graph.PrecisionMonth:
		p.add("date", w.From.String()[:len("2025-07")])
	case graph.PrecisionYear:
		p.add("date", w.From.String()[:len("2025")])
	default:
		p.add("startDate", w.From.String())
		p.add("endDate", w.To.String())
	}
}

// envoy writes whom a participant acted for.
func (f ftm) envoy(e *Event, p graph.Participation) error {
	if p.Entity == nil || p.OnBehalfOf == nil {
		return nil
	}
	agent, client := p.Entity.NodeID(), p.OnBehalfOf.NodeID()
	return f.once(graph.NewID("env", e.ID, agent, client), "Representation", func(properties ftmProperties) {
		properties.add("agent", ftmID(agent))
		properties.add("client", ftmID(client))
		properties.add("role", "envoy")
		properties.add("status", strings.ToLower(string(e.Status)))
		ftmDates(properties, e.When)
		for _, c := range e.Citations {
			properties.cite("description", c)
		}
	})
}

// party writes a person, organization or place.
func (f ftm) party(e graph.Entity, citations []Citation) error {
	if e == nil {
		return nil
	}
	return f.once(e.NodeID(), ftmSchema(e), func(p ftmProperties) {
		profile := graph.ProfileOf(e)
		p.add("name", profile.Name)
		if graph.KindOf(e) == graph.KindPlace {
			p.add("full", ftmAddress(profile.Name))
		}
		p.add("alias", profile.Aliases...)
		p.add("country", strings.ToLower(profile.Country))
		if graph.KindOf(e) == graph.KindPerson {
			p.add("position", positionsOf(e)...)
		}
		for _, c := range citations {
			p.cite("notes", c)
		}
	})
}

func ftmSchema(e graph.Entity) string {
	switch graph.KindOf(e) {
	case graph.KindPerson:
		return "Person"
	case graph.KindPlace:
		return "Address"
	}
	switch organizationKind(e) {
	case graph.OrganizationState, graph.OrganizationGovernment:
		return "PublicBody"
	case graph.OrganizationCompany:
		return "Company"
	}
	return "Organization"
}

// document writes the article that a citation is from.
func (f ftm) document(c Citation) error {
	return f.once(c.ArticleID, "Article", func(p ftmProperties) {
		p.add("title", c.Title)
		p.add("author", c.Byline)
		p.add("publisher", c.Publisher)
		p.add("publishedAt", c.Published.String())
		p.add("sourceUrl", safeLink(c.URL))
	})
}

type ftmEntities struct{ ftm }

func (f ftmEntities) row(e *Entity) error {
	var citations []Citation
	if e.Citation != nil {
		citations = append(citations, *e.Citation)
		if err := f.document(*e.Citation); err != nil {
			return err
		}
	}
	return f.party(e.Entity, citations)
}

type ftmArticles struct{ ftm }

func (f ftmArticles) row(a *Article) error {
	return f.once(a.ID, "Article", func(p ftmProperties) {
		p.add("title", a.Title)
		p.add("author", a.Byline)
		p.add("publisher", a.Publisher)
		p.add("publishedAt", a.Published.String())
		p.add("sourceUrl", safeLink(a.URL))
		p.add("language", ftmLanguage(a.Language))
		p.add("description", a.Citation.String())
	})
}
