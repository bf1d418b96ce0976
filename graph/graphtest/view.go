package graphtest

import (
	"encoding/json"
	"time"

	"dateline/graph"
)

// A view is a value as JSON, with everything that the contract says is filled on reading.
// Two answers are the same if their views are. Views have no cycles.

type view map[string]any

// plain returns the JSON form of a value, so that differences have the names of fields.
func plain(v any) view {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	shown := view{}
	if err := json.Unmarshal(data, &shown); err != nil {
		panic(err)
	}
	return shown
}

func viewEach[T any](all []T, one func(T) any) []any {
	views := make([]any, 0, len(all))
	for _, v := range all {
		views = append(views, one(v))
	}
	return views
}

func viewArticle(a *graph.Article) any {
	if a == nil {
		return nil
	}
	v := plain(a)
	v["loadedAt"] = a.LoadedAt.UTC().Truncate(time.Microsecond).Format(time.RFC3339Nano)
	return v
}

func viewEntity(e graph.Entity) any {
	if isNil(e) {
		return nil
	}
	v := plain(e)
	v["is"] = string(graph.KindOf(e))
	if person, ok := e.(*graph.Person); ok {
		v["organizations of positions"] = viewEach(person.Positions, func(p graph.Position) any {
			if p.Organization == nil {
				return nil
			}
			return viewEntity(p.Organization)
		})
	}
	return v
}

// isNil reports whether an entity is nil, or an interface with a nil pointer.
func isNil(e graph.Entity) bool {
	switch e := e.(type) {
	case nil:
		return true
	case *graph.Person:
		return e == nil
	case *graph.Organization:
		return e == nil
	case *graph.Place:
		return e == nil
	}
	return false
}

func viewPlace(p *graph.Place) any {
	if p == nil {
		return nil
	}
	return viewEntity(p)
}

func viewParties(participants []graph.Participation) any {
	return viewEach(participants, func(p graph.Participation) any {
		return view{"entity": viewEntity(p.Entity), "onBehalfOf": viewEntity(p.OnBehalfOf)}
	})
}

// viewEventOfReport returns the view of a report's event.
func viewEventOfReport(e *graph.Event) any {
	if e == nil {
		return nil
	}
	v := plain(e)
	v["parties"], v["place"] = viewParties(e.Participants), viewPlace(e.Place)
	return v
}

func viewEvent(e *graph.Event) any {
	if e == nil {
		return nil
	}
	v := viewEventOfReport(e).(view)
	v["reports of conflicts"] = viewEach(e.Conflicts, func(c graph.Conflict) any { return viewEach(c.Reports, viewReport) })
	if e.Reports != nil {
		v["reports"] = viewEach(e.Reports.Nodes, viewReport)
		v["more reports"] = e.Reports.HasNext
	}
	return v
}

func viewReport(r *graph.Report) any {
	if r == nil {
		return nil
	}
	v := plain(r)
	v["eventId"], v["event"] = r.EventID, viewEventOfReport(r.Event)
	v["article"], v["place"], v["parties"] = viewArticle(r.Article), viewPlace(r.Place), viewParties(r.Participants)
	v["attributedTo"] = viewEach(r.AttributedTo, viewEntity)
	return v
}

func viewMention(m *graph.Mention) any {
	if m == nil {
		return nil
	}
	v := plain(m.MentionSpan)
	v["entity"], v["article"], v["memberId"] = viewEntity(m.Entity), viewArticle(m.Article), m.MemberID
	return v
}

func viewNode(n graph.Node) any {
	switch n := n.(type) {
	case nil:
		return nil
	case *graph.Article:
		return viewArticle(n)
	case *graph.Report:
		return viewReport(n)
	case *graph.Event:
		return viewEvent(n)
	case graph.Entity:
		return viewEntity(n)
	}
	panic("no such node")
}

func viewBatch(b *graph.Batch) any {
	v := plain(b)
	v["article"] = viewArticle(&b.Article)
	return v
}

// viewPage returns the view of a page without its cursors, which differ between stores.
func viewPage[T any](p *graph.Page[T], one func(T) any) any {
	if p == nil {
		return nil
	}
	return view{"nodes": viewEach(p.Nodes, one), "hasNext": p.HasNext, "hasPrevious": p.HasPrevious, "total": p.Total}
}
func viewLink(l graph.Link) any {
	return view{"source": viewEntity(l.Source), "target": viewEntity(l.Target), "count": l.Count,
		"earliest": l.Earliest.String(), "latest": l.Latest.String(), "means": l.Means}
}

func viewNetwork(n *graph.Network) any {
	if n == nil {
		return nil
	}
	return view{"center": viewEntity(n.Center), "nodes": viewEach(n.Nodes, viewEntity), "links": viewEach(n.Links, viewLink), "truncated": n.Truncated}
}

// viewPath distinguishes no path from a path without steps.
func viewPath(steps []graph.PathStep) any {
	if steps == nil {
		return "none"
	}
	return viewEach(steps, func(s graph.PathStep) any {
		return view{"from": viewEntity(s.From), "to": viewEntity(s.To), "events": viewEach(s.Events, viewEvent)}
	})
}

func viewBuckets(buckets []graph.TimelineBucket) any {
	return viewEach(buckets, func(b graph.TimelineBucket) any { return view{"period": b.Period.String(), "count": b.Count} })
}

func viewFacets(counts []graph.FacetCount) any {
	return viewEach(counts, func(c graph.FacetCount) any {
		return view{"value": c.Value, "count": c.Count, "entity": viewEntity(c.Entity)}
	})
}

func viewSuggestions(found []graph.Suggestion) any {
	return viewEach(found, func(s graph.Suggestion) any {
		return view{"entity": viewEntity(s.Entity), "matched": s.Matched, "distance": s.Distance}
	})
}
