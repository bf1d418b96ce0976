package resolvers

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"dateline/graph"
	"dateline/schema/model"
)

// A name that nobody bears matches nothing, and an answer without results does not show
// whether somebody had no contacts or was misspelled. So such an answer says which names
// are unknown, and which are the nearest: in its extensions, for every client, and in the
// field unknownNames, for those who ask.

// nearestNames is how many names are suggested for an unknown one.
const nearestNames = 5

// namedArgument is a party that an argument names.
type namedArgument struct {
	argument string
	ref      graph.EntityRef
}

// filterNames returns the arguments of a filter that name parties.
func filterNames(f graph.EventFilter) []namedArgument {
	var named []namedArgument
	add := func(argument string, ref *graph.EntityRef) {
		if ref != nil && ref.Name != "" {
			named = append(named, namedArgument{argument, *ref})
		}
	}
	add("who", f.Who)
	add("with", f.With)
	for i := range f.AnyOf {
		add(fmt.Sprintf("anyOf[%d]", i), &f.AnyOf[i])
	}
	for i := range f.AllOf {
		add(fmt.Sprintf("allOf[%d]", i), &f.AllOf[i])
	}
	add("place", f.Place)
	return named
}

// unknownAmong returns those that nobody bears, with the nearest names.
func unknownAmong(ctx context.Context, store graph.Reader, named []namedArgument) ([]*model.UnknownName, error) {
	unknown := []*model.UnknownName{}
	for _, one := range named {
		if one.ref.Name == "" {
			continue
		}
		_, err := store.Entity(ctx, one.ref)
		if err == nil {
			continue
		}
		if !errors.Is(err, graph.ErrNotFound) {
			return nil, err
		}
		nearest, err := store.Suggestions(ctx, one.ref.Name, nearestNames)
		if err != nil {
			return nil, err
		}
		unknown = append(unknown, &model.UnknownName{Argument: one.argument, Name: one.ref.Name, Suggestions: nearest})
	}
	return unknown, nil
}

// noticeUnknown notes the unknown names among arguments for the extensions of the answer.
func noticeUnknown(ctx context.Context, store graph.Reader, named []namedArgument) error {
	unknown, err := unknownAmong(ctx, store, named)
	if len(unknown) > 0 {
		noticesOf(ctx).add(unknown)
	}
	return err
}

// notices are what the extensions of one answer say.
type notices struct {
	mu      sync.Mutex
	unknown []*model.UnknownName
}

type noticesKey struct{}

func withNotices(ctx context.Context) (context.Context, *notices) {
	n := new(notices)
	return context.WithValue(ctx, noticesKey{}, n), n
}

func noticesOf(ctx context.Context) *notices { return ctx.Value(noticesKey{}).(*notices) }

func (n *notices) add(unknown []*model.UnknownName) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.unknown = append(n.unknown, unknown...)
}

// suggestedName is a suggestion in the extensions.
type suggestedName struct {
	ID       string  `json:"id"`
	Name     string  `json:"name"`
	Matched  string  `json:"matched"`
	Distance float64 `json:"distance"`
}

// unknownNotice is an unknown name in the extensions.
type unknownNotice struct {
	Argument    string          `json:"argument"`
	Name        string          `json:"name"`
	Suggestions []suggestedName `json:"suggestions"`
}

// extensions returns the extensions of the answer, nil if there are none.
func (n *notices) extensions() map[string]any {
	n.mu.Lock()
	defer n.mu.Unlock()
	if len(n.unknown) == 0 {
		return nil
	}
	var shown []unknownNotice
	for _, unknown := range n.unknown {
		notice := unknownNotice{unknown.Argument, cut(unknown.Name), []suggestedName{}}
		for _, s := range unknown.Suggestions {
			notice.Suggestions = append(notice.Suggestions, suggestedName{s.Entity.NodeID(), graph.ProfileOf(s.Entity).Name, s.Matched, s.Distance})
		}
		shown = append(shown, notice)
	}
	slices.SortStableFunc(shown, func(a, b unknownNotice) int { // fields are resolved at the same time
		return cmp.Or(strings.Compare(a.Argument, b.Argument), strings.Compare(a.Name, b.Name))
	})
	return map[string]any{"unknownNames": shown}
}

// namesOf lists the names of suggestions for a sentence.
func namesOf(suggestions []graph.Suggestion) string {
	names := make([]string, len(suggestions))
	for i, s := range suggestions {
		names[i] = fmt.Sprintf("%q", cut(graph.ProfileOf(s.Entity).Name))
	}
	return strings.Join(names, ", ")
}

// maxShown is how much of a user's text a message repeats, in code points.
const maxShown = 80

// cut shortens a text for a message.
func cut(text string) string { return cutAt(text, maxShown) }

func cutAt(text string, most int) string {
	count := 0
	for i := range text {
		if count++; count > most {
			return text[:i] + "…"
		}
	}
	return text
}
