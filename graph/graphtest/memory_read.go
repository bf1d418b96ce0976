package graphtest

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"dateline/graph"
	"dateline/graph/storekit"
)

// set is a set of IDs.
type set map[string]bool

// entitiesFor returns the entities that a reference matches.
func (s *state) entitiesFor(ref graph.EntityRef) (set, error) {
	if err := storekit.CheckRef(ref); err != nil {
		return nil, fmt.Errorf("memory: %w", err)
	}
	found := set{}
	if ref.Country != "" {
		for id, in := range s.entities {
			if graph.ProfileOf(in.entity).Country == ref.Country {
				found[id] = true
			}
		}
		return found, nil
	}
	if ref.ID != "" {
		if id := s.entityID(ref.ID); id != "" {
			found[id] = true
		}
		return found, nil
	}
	folded := graph.Fold(ref.Name)
	for id, in := range s.entities {
		if folded != "" && slices.Contains(foldedNames(in.entity), folded) {
			found[id] = true
		}
	}
	return found, nil
}

func foldedNames(e graph.Entity) []string {
	folded := []string{graph.Fold(graph.ProfileOf(e).Name)}
	for _, alias := range graph.ProfileOf(e).Aliases {
		folded = append(folded, graph.Fold(alias))
	}
	return folded
}

// one returns the most reported of the entities that a reference matches, "" for none.
func (s *state) one(ref graph.EntityRef) (string, error) {
	found, err := s.entitiesFor(ref)
	if err != nil || len(found) == 0 {
		return "", err
	}
	if ref.Country != "" {
		found = s.statesAmong(found)
	}
	return slices.MinFunc(slices.Collect(maps.Keys(found)), func(a, b string) int {
		return cmp.Or(cmp.Compare(s.reportsNaming(b), s.reportsNaming(a)), strings.Compare(a, b))
	}), nil
}

// statesAmong returns those of a country that are the state itself, or all if none is.
func (s *state) statesAmong(country set) set {
	states := set{}
	for id := range country {
		if o, ok := s.entities[id].entity.(*graph.Organization); ok && o.Kind == graph.OrganizationState {
			states[id] = true
		}
	}
	if len(states) == 0 {
		return country
	}
	return states
}

func (s *state) reportsNaming(entityID string) int {
	count := 0
	for _, r := range s.index().reports {
		for id := range r.PartyIDs() {
			if s.entityID(id) == entityID {
				count++
				break
			}
		}
	}
	return count
}

// Events scans all events.
func (m *Memory) Events(ctx context.Context, q graph.EventQuery) (*graph.EventPage, error) {
	s, err := m.read(ctx)
	if err != nil {
		return nil, err
	}
	return s.eventPage(q)
}

// ContactsOf asks Events for each of the entities.
func (m *Memory) ContactsOf(ctx context.Context, entityIDs []string, q graph.EventQuery) ([]*graph.EventPage, error) {
	s, err := m.read(ctx)
	if err != nil {
		return nil, err
	}
	return each(entityIDs, func(id string) (*graph.EventPage, error) {
		q.Who = &graph.EntityRef{ID: id}
		return s.eventPage(q)
	})
}

// Timeline counts what Events returns.
func (m *Memory) Timeline(ctx context.Context, f graph.EventFilter, unit graph.TimeUnit) ([]graph.TimelineBucket, error) {
	s, err := m.read(ctx)
	if err != nil {
		return nil, err
	}
	if _, err := unit.Bucket(graph.MinDate); err != nil {
		return nil, fmt.Errorf("memory: timeline: %w", err)
	}
	events, err := s.filtered(f)
	if err != nil {
		return nil, err
	}
	var buckets []graph.TimelineBucket
	for _, e := range events {
		if e.Time == nil || e.Time.Earliest() == graph.MinDate {
			continue
		}
		period, err := unit.Bucket(e.Time.Earliest())
		if err != nil {
			return nil, fmt.Errorf("memory: timeline: %w", err)
		}
		at := slices.IndexFunc(buckets, func(b graph.TimelineBucket) bool { return b.Period == period })
		if at < 0 {
			at = len(buckets)
			buckets = append(buckets, graph.TimelineBucket{Period: period})
		}
		buckets[at].Count++
	}
	slices.SortFunc(buckets, func(a, b graph.TimelineBucket) int { return a.Earliest().Compare(b.Earliest()) })
	return buckets, nil
}

// Facets counts what Events returns.
func (m *Memory) Facets(ctx context.Context, q graph.FacetQuery) ([]graph.FacetCount, error) {
	s, err := m.read(ctx)
	if err != nil {
		return nil, err
	}
	if err := storekit.CheckFacets(q); err != nil {
		return nil, fmt.Errorf("memory: facets: %w", err)
	}
	events, err := s.filtered(q.EventFilter)
	if err != nil {
		return nil, err
	}
	spellings := s.publishersOf(events)
	counts := map[string]int{}
	for _, e := range events {
		for value := range s.valuesOf(e, q.By, spellings) {
			counts[value]++
		}
	}
	found := storekit.FacetCounts(counts, q.First)
	if q.By == graph.FacetParty || q.By == graph.FacetPlace {
		for i := range found {
			found[i].Entity = s.entity(found[i].Value)
		}
	}
	return found, nil
}

// valuesOf returns the values that an event has of a facet.
func (s *state) valuesOf(e *graph.Event, by graph.Facet, spellings map[string]string) set {
	values := set{}
	switch by {
	case graph.FacetMeans:
		values[string(e.Means)] = true
	case graph.FacetStatus:
		values[string(e.Status)] = true
	case graph.FacetYear:
		if e.Time != nil && e.Time.Earliest() != graph.MinDate {
			values[graph.EDTFYear(e.Time.Earliest().Year).String()] = true
		}
	case graph.FacetPlace:
		values[e.PlaceID] = true
	case graph.FacetPublisher:
		for _, id := range e.ReportIDs {
			values[spellings[graph.Fold(s.index().articleOf[id].Publisher)]] = true
		}
	default:
		for _, p := range e.Participants {
			for _, id := range parties(p) {
				if by == graph.FacetParty {
					values[id] = true
				} else if in, ok := s.entities[id]; ok {
					values[graph.ProfileOf(in.entity).Country] = true
				}
			}
		}
	}
	return values
}

// publishersOf returns the smallest spelling of each publisher of events, by its folded
// name.
func (s *state) publishersOf(events []*graph.Event) map[string]string {
	spellings := map[string]string{}
	for _, e := range events {
		for _, id := range e.ReportIDs {
			name := s.index().articleOf[id].Publisher
			folded := graph.Fold(name)
			if known, ok := spellings[folded]; folded != "" && (!ok || name < known) {
				spellings[folded] = name
			}
		}
	}
	return spellings
}

// Suggestions compares the name with all entities.
func (m *Memory) Suggestions(ctx context.Context, name string, first int) ([]graph.Suggestion, error) {
	s, err := m.read(ctx)
	if err != nil {
		return nil, err
	}
	if err := storekit.CheckSuggestions(first); err != nil {
		return nil, fmt.Errorf("memory: suggestions: %w", err)
	}
	asked := storekit.NameWords(name)
	if len(asked) == 0 {
		return nil, nil
	}
	var found []graph.Suggestion
	for id := range s.entities {
		if suggestion, near := storekit.Suggest(asked, s.entity(id)); near {
			found = append(found, suggestion)
		}
	}
	slices.SortFunc(found, func(a, b graph.Suggestion) int {
		one, other := a.Entity.NodeID(), b.Entity.NodeID()
		return cmp.Or(cmp.Compare(a.Distance, b.Distance), cmp.Compare(s.reportsNaming(other), s.reportsNaming(one)), strings.Compare(one, other))
	})
	if first > 0 {
		found = found[:min(first, len(found))]
	}
	return found, nil
}

// Reports returns the pages of events or articles.
func (m *Memory) Reports(ctx context.Context, q graph.ReportQuery) ([]*graph.ReportPage, error) {
	s, err := m.read(ctx)
	if err != nil {
		return nil, err
	}
	if len(q.EventIDs) > 0 && len(q.ArticleIDs) > 0 {
		return nil, fmt.Errorf("memory: reports: %w: want events or articles, not both", graph.ErrInvalid)
	}
	if len(q.EventIDs) > 0 {
		return each(q.EventIDs, func(id string) (*graph.ReportPage, error) {
			return s.reportsOfEvent(s.eventID(id), q.Type, q.PageRequest)
		})
	}
	return each(q.ArticleIDs, func(id string) (*graph.ReportPage, error) {
		return s.reportsOfArticle(id, q.Type, q.PageRequest)
	})
}

func (s *state) reportsOfEvent(eventID string, t graph.EventType, r graph.PageRequest) (*graph.ReportPage, error) {
	l := list[*graph.Report]{order: "reports of an event", width: 2, keys: func(r *graph.Report) []string {
		return []string{dayKey(r.Article.Published), r.ID}
	}}
	if e := s.events[eventID]; e != nil {
		for _, id := range e.ReportIDs {
			if report := s.report(id); t == "" || report.Type == t {
				l.nodes = append(l.nodes, report)
			}
		}
	}
	return l.page(r)
}

func (s *state) reportsOfArticle(articleID string, t graph.EventType, r graph.PageRequest) (*graph.ReportPage, error) {
	l := list[*graph.Report]{order: "reports of an article", width: 3, keys: func(r *graph.Report) []string {
		return []string{numberKey(r.Start), numberKey(r.End), r.ID}
	}}
	if b := s.batches[articleID]; b != nil {
		for i := range b.Reports {
			if t == "" || b.Reports[i].Type == t {
				l.nodes = append(l.nodes, s.report(b.Reports[i].ID))
			}
		}
	}
	return l.page(r)
}

// Entity finds one entity.
func (m *Memory) Entity(ctx context.Context, ref graph.EntityRef) (graph.Entity, error) {
	s, err := m.read(ctx)
	if err != nil {
		return nil, err
	}
	id, err := s.oneOrNotFound(ref)
	if err != nil {
		return nil, err
	}
	return s.entity(id), nil
}

func (s *state) oneOrNotFound(ref graph.EntityRef) (string, error) {
	id, err := s.one(ref)
	if err == nil && id == "" {
		err = fmt.Errorf("memory: entity %+v: %w", ref, graph.ErrNotFound)
	}
	return id, err
}

// Entities scans all entities.
func (m *Memory) Entities(ctx context.Context, q graph.EntityQuery) (*graph.EntityPage, error) {
	s, err := m.read(ctx)
	if err != nil {
		return nil, err
	}
	l := list[graph.Entity]{order: "entities", width: 2, keys: func(e graph.Entity) []string {
		return []string{graph.Fold(graph.ProfileOf(e).Name), e.NodeID()}
	}}
	asked := words(q.Name)
	for id, in := range s.entities {
		if q.Named && graph.ProfileOf(in.entity).Nominal {
			continue
		}
		if q.Name == "" || len(asked) > 0 && nameHasWords(in.entity, asked) {
			l.nodes = append(l.nodes, s.entity(id))
		}
	}
	return l.page(q.PageRequest)
}

// nameHasWords reports whether the words are in one name, the last one as a prefix.
func nameHasWords(e graph.Entity, asked []string) bool {
	last := len(asked) - 1
	return slices.ContainsFunc(foldedNames(e), func(name string) bool {
		return hasWords(words(name), asked[:last]) && slices.ContainsFunc(words(name), func(word string) bool {
			return strings.HasPrefix(word, asked[last])
		})
	})
}

// words returns the words of full-text search.
func words(text string) []string { return strings.Fields(graph.Fold(text)) }

func hasWords(text, asked []string) bool {
	return !slices.ContainsFunc(asked, func(word string) bool { return !slices.Contains(text, word) })
}

// MentionsOf scans the members of each entity.
func (m *Memory) MentionsOf(ctx context.Context, entityIDs []string, page graph.PageRequest) ([]*graph.MentionPage, error) {
	s, err := m.read(ctx)
	if err != nil {
		return nil, err
	}
	return each(entityIDs, func(id string) (*graph.MentionPage, error) {
		return s.mentionsOf(s.entityID(id), page)
	})
}

func (s *state) mentionsOf(entityID string, page graph.PageRequest) (*graph.MentionPage, error) {
	memberOf := map[*graph.Mention]string{}
	l := list[*graph.Mention]{order: "mentions", width: 4, keys: func(m *graph.Mention) []string {
		return []string{m.Article.ID, numberKey(m.Start), numberKey(m.End), memberOf[m]}
	}}
	for _, b := range s.batches {
		for i := range b.Members {
			member := &b.Members[i]
			if entityID == "" || s.entityID(member.ID) != entityID {
				continue
			}
			for _, span := range member.Mentions {
				mention := &graph.Mention{Entity: s.entity(entityID), Article: s.bareArticle(b.Article.ID), MemberID: member.ID, MentionSpan: span}
				memberOf[mention] = member.ID
				l.nodes = append(l.nodes, mention)
			}
		}
	}
	return l.page(page)
}

// MentionsIn scans the members of each article.
func (m *Memory) MentionsIn(ctx context.Context, articleIDs []string, page graph.PageRequest) ([]*graph.MentionPage, error) {
	s, err := m.read(ctx)
	if err != nil {
		return nil, err
	}
	return each(articleIDs, func(id string) (*graph.MentionPage, error) {
		l := list[*graph.Mention]{order: "mentions in an article", width: 3, keys: func(m *graph.Mention) []string {
			return []string{numberKey(m.Start), numberKey(m.End), m.MemberID}
		}}
		if b := s.batches[id]; b != nil {
			for i := range b.Members {
				member := &b.Members[i]
				for _, span := range member.Mentions {
					l.nodes = append(l.nodes, &graph.Mention{Entity: s.entity(s.entityID(member.ID)), Article: s.bareArticle(id), MemberID: member.ID, MentionSpan: span})
				}
			}
		}
		return l.page(page)
	})
}

// EntitiesIn scans the members of each article.
func (m *Memory) EntitiesIn(ctx context.Context, articleIDs []string) ([][]graph.Entity, error) {
	s, err := m.read(ctx)
	if err != nil {
		return nil, err
	}
	return each(articleIDs, func(id string) ([]graph.Entity, error) {
		const nowhere = 1_000_000_000
		first := map[string]int{}
		if b := s.batches[id]; b != nil {
			for i := range b.Members {
				entity := s.entityID(b.Members[i].ID)
				if _, ok := first[entity]; !ok {
					first[entity] = nowhere
				}
				for _, mention := range b.Members[i].Mentions {
					first[entity] = min(first[entity], mention.Start)
				}
			}
		}
		ids := slices.SortedFunc(maps.Keys(first), func(a, b string) int {
			return cmp.Or(cmp.Compare(first[a], first[b]), strings.Compare(a, b))
		})
		return each(ids, func(id string) (graph.Entity, error) { return s.entity(id), nil })
	})
}

// Articles scans all articles.
func (m *Memory) Articles(ctx context.Context, q graph.ArticleQuery) (*graph.ArticlePage, error) {
	s, err := m.read(ctx)
	if err != nil {
		return nil, err
	}
	l := list[*graph.Article]{order: "articles", width: 2, keys: func(a *graph.Article) []string {
		return []string{lateKey(a.Published), a.ID}
	}}
	for id := range s.batches {
		a := s.article(id)
		byPublisher := q.Publisher == "" || publishedBy(a, q.Publisher)
		inTime := q.Published.IsZero() || graph.EDTFDay(a.Published).Overlaps(q.Published)
		if byPublisher && inTime {
			l.nodes = append(l.nodes, a)
		}
	}
	return l.page(q.PageRequest)
}

// Search scans all names, titles and quotes.
func (m *Memory) Search(ctx context.Context, text string, page graph.PageRequest) (*graph.SearchPage, error) {
	s, err := m.read(ctx)
	if err != nil {
		return nil, err
	}
	length := map[string]int{}
	l := list[graph.Node]{order: "search", width: 2, keys: func(n graph.Node) []string {
		return []string{numberKey(length[n.NodeID()]), n.NodeID()}
	}}
	asked := words(text)
	found := func(id string, texts ...string) bool {
		for _, text := range texts {
			has := words(text)
			if len(asked) > 0 && hasWords(has, asked) && (length[id] == 0 || len(has) < length[id]) {
				length[id] = len(has)
			}
		}
		return length[id] > 0
	}
	for id, in := range s.entities {
		if found(id, foldedNames(in.entity)...) {
			l.nodes = append(l.nodes, s.entity(id))
		}
	}
	for id, b := range s.batches {
		if found(id, b.Article.Title) {
			l.nodes = append(l.nodes, s.article(id))
		}
	}
	for id, e := range s.events {
		var quotes []string
		for _, report := range e.ReportIDs {
			quotes = append(quotes, s.index().reports[report].Quote)
		}
		if found(id, append(quotes, e.Summary+" "+string(e.Means))...) {
			event, err := s.event(id, 0)
			if err != nil {
				return nil, err
			}
			l.nodes = append(l.nodes, event)
		}
	}
	return l.page(page)
}

// Nodes finds things by their IDs.
func (m *Memory) Nodes(ctx context.Context, ids []string) ([]graph.Node, error) {
	s, err := m.read(ctx)
	if err != nil {
		return nil, err
	}
	return each(ids, s.node)
}

func (s *state) node(id string) (graph.Node, error) {
	if article := s.article(id); article != nil {
		return article, nil
	}
	if report := s.report(id); report != nil {
		return report, nil
	}
	if eventID := s.eventID(id); eventID != "" {
		return s.event(eventID, 0)
	}
	if entity := s.entity(s.entityID(id)); entity != nil {
		return entity, nil
	}
	return nil, nil
}

// Walk shows the state as of its start.
func (m *Memory) Walk(ctx context.Context, visit graph.Visitor) error {
	s, err := m.read(ctx)
	if err != nil {
		return err
	}
	for _, id := range slices.Sorted(maps.Keys(s.batches)) {
		if err := show(ctx, m, visit.Batch, storekit.CloneBatch(s.batches[id])); err != nil {
			return err
		}
	}
	for _, id := range slices.Sorted(maps.Keys(s.entities)) {
		e := storekit.CloneEntity(s.entities[id].entity)
		if person, ok := e.(*graph.Person); ok {
			for i := range person.Positions {
				person.Positions[i].OrganizationID = s.entityID(person.Positions[i].OrganizationID)
			}
		}
		if err := show(ctx, m, visit.Entity, e); err != nil {
			return err
		}
	}
	for _, id := range slices.Sorted(maps.Keys(s.events)) {
		if err := show(ctx, m, visit.Event, storekit.CloneEvent(s.events[id])); err != nil {
			return err
		}
	}
	for _, id := range slices.Sorted(maps.Keys(s.edits)) {
		if err := show(ctx, m, visit.Edit, storekit.CloneEdit(s.edits[id])); err != nil {
			return err
		}
	}
	return nil
}

func show[T any](ctx context.Context, m *Memory, visit func(T) error, what T) error {
	if visit == nil {
		return nil
	}
	if err := m.usable(ctx); err != nil {
		return err
	}
	if err := visit(what); err != nil {
		return fmt.Errorf("memory: walk: %w", err)
	}
	return nil
}

// each asks for each of the IDs, in their order.
func each[T any](ids []string, ask func(id string) (T, error)) ([]T, error) {
	var answers []T
	for _, id := range ids {
		answer, err := ask(id)
		if err != nil {
			return nil, err
		}
		answers = append(answers, answer)
	}
	return answers, nil
}
