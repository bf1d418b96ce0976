package resolvers

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/99designs/gqlgen/graphql"

	"dateline/graph"
)

// A name that no entity has matches nothing, and an answer without results does not show
// whether somebody had no contacts or was misspelled. So such an answer says which names
// are unknown, and which are the nearest: in its extensions, for every client, and in the
// field unknownNames, for those who ask.

// noticeUnknown notes the unknown names among arguments for the extensions of the answer.
func noticeUnknown(ctx context.Context, store graph.Reader, named []graph.NamedParty) error {
	unknown, err := graph.UnknownNames(ctx, store, named)
	if len(unknown) > 0 {
		noticesOf(ctx).add(unknown)
	}
	return err
}

// notices are what the extensions of one answer say.
type notices struct {
	mu      sync.Mutex
	unknown []*graph.UnknownName
}

// unknownNamesKey is the extension that has the unknown names.
const unknownNamesKey = "unknownNames"

type noticesKey struct{}

func withNotices(ctx context.Context) (context.Context, *notices) {
	n := new(notices)
	return context.WithValue(ctx, noticesKey{}, n), n
}

func noticesOf(ctx context.Context) *notices { return ctx.Value(noticesKey{}).(*notices) }

func (n *notices) add(unknown []*graph.UnknownName) {
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
	return map[string]any{unknownNamesKey: shown}
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

// UnknownNotice is a name in a question that no entity has, and the nearest names.
type UnknownNotice struct {
	Name    string
	Nearest []string
}

// UnknownNames returns the unknown names in the extensions of an answer without results.
func UnknownNames(answer *graphql.Response) []UnknownNotice {
	shown, _ := answer.Extensions[unknownNamesKey].([]unknownNotice)
	var all []UnknownNotice
	for _, one := range shown {
		notice := UnknownNotice{Name: one.Name}
		for _, s := range one.Suggestions {
			notice.Nearest = append(notice.Nearest, s.Name)
		}
		all = append(all, notice)
	}
	return all
}
