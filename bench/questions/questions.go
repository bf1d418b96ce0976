package main

import (
	"context"
	"strings"

	"dateline/graph"
)

// question is asked of a store, and returns how much was found.
type question struct {
	name string
	ask  func(ctx context.Context, store graph.Reader) (int, error)
}

func (q question) matches(part string) bool { return strings.Contains(q.name, part) }

var contact = []graph.EventType{graph.EventContact}

// questions returns all questions, those about a party about the one of a name.
func questions(hot string) []question {
	who := &graph.EntityRef{Name: hot}
	all := []question{
		page("contacts", graph.EventFilter{}, false),
		page("contacts, with total", graph.EventFilter{}, true),
		page("contacts of a hot party by name, with total", graph.EventFilter{Who: who}, true),
		page("contacts of a country", graph.EventFilter{Who: &graph.EntityRef{Country: "XA"}}, false),
		page("contacts of two countries, with total", graph.EventFilter{Who: &graph.EntityRef{Country: "XA"}, With: &graph.EntityRef{Country: "XB"}}, true),
		page("knownBy that matches nothing, with total", graph.EventFilter{KnownBy: graph.NewDate(1900, 1, 1)}, true),
		page("knownBy that matches half, with total", graph.EventFilter{KnownBy: graph.NewDate(2026, 1, 1)}, true),
		page("publisher that there is not", graph.EventFilter{Publisher: "no such"}, true),
		page("publisher that there is, with total", graph.EventFilter{Publisher: "Ferry Bulletin"}, true),
		page("confidence", graph.EventFilter{MinConfidence: 0.999}, true),
		page("place", graph.EventFilter{Place: &graph.EntityRef{Country: "XA"}}, true),
		page("a word of all quotes, with total", graph.EventFilter{Text: "met"}, true),
		page("a word of a sixth of the quotes, with total", graph.EventFilter{Text: "tolls"}, true),
		page("a word that nobody has", graph.EventFilter{Text: "nowhere"}, true),
		page("a hot party and a word of a sixth of the quotes", graph.EventFilter{Who: who, Text: "tolls"}, true),
		{"timeline by day", func(ctx context.Context, store graph.Reader) (int, error) {
			found, err := store.Timeline(ctx, graph.EventFilter{Types: contact}, graph.UnitDay)
			return len(found), err
		}},
		{"entity by name", func(ctx context.Context, store graph.Reader) (int, error) {
			_, err := store.Entity(ctx, *who)
			return 1, err
		}},
		{"mentions of a hot party, with total", func(ctx context.Context, store graph.Reader) (int, error) {
			e, err := store.Entity(ctx, *who)
			if err != nil {
				return 0, err
			}
			pages, err := store.MentionsOf(ctx, []string{e.NodeID()}, graph.PageRequest{First: 20, Total: true})
			if err != nil {
				return 0, err
			}
			return pages[0].Total, nil
		}},
		{"search of a word of all quotes", searchOf("met")},
		{"search of a word of a sixth of the quotes", searchOf("tolls")},
		{"search of a name", searchOf(hot)},
		{"network of 500", func(ctx context.Context, store graph.Reader) (int, error) {
			found, err := store.Network(ctx, graph.NetworkQuery{Center: *who, Hops: 2, Limit: 500})
			if err != nil {
				return 0, err
			}
			return len(found.Links), nil
		}},
		{"suggestions for a slip", func(ctx context.Context, store graph.Reader) (int, error) {
			letters := []byte(hot)
			letters[1], letters[2] = letters[2], letters[1]
			found, err := store.Suggestions(ctx, string(letters), 5)
			return len(found), err
		}},
	}
	for _, facet := range graph.Facets() {
		all = append(all, facets("all contacts by "+string(facet), graph.FacetQuery{EventFilter: graph.EventFilter{Types: contact}, By: facet, First: 20}))
	}
	return append(all, facets("a hot party's by PARTY", graph.FacetQuery{EventFilter: graph.EventFilter{Types: contact, Who: who}, By: graph.FacetParty, First: 20}))
}

func page(name string, filter graph.EventFilter, total bool) question {
	filter.Types = contact
	return question{name, func(ctx context.Context, store graph.Reader) (int, error) {
		found, err := store.Events(ctx, graph.EventQuery{EventFilter: filter, PageRequest: graph.PageRequest{First: 20, Total: total}, Reports: 2, Without: graph.WithoutDetails()})
		if err != nil {
			return 0, err
		}
		return max(found.Total, len(found.Nodes)), nil
	}}
}

func facets(name string, q graph.FacetQuery) question {
	return question{"facets of " + name, func(ctx context.Context, store graph.Reader) (int, error) {
		found, err := store.Facets(ctx, q)
		return len(found), err
	}}
}

func searchOf(text string) func(ctx context.Context, store graph.Reader) (int, error) {
	return func(ctx context.Context, store graph.Reader) (int, error) {
		found, err := store.Search(ctx, text, graph.PageRequest{First: 20, Total: true})
		if err != nil {
			return 0, err
		}
		return found.Total, nil
	}
}
