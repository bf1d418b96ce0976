package merge

import (
	"slices"
	"strings"

	"dateline/graph"
)

// Rule says which of two versions of an article is kept.
type Rule int

const (
	// ByText keeps the version that graph.Article.Supersedes prefers, so that the graph
	// does not depend on the order in which they come. It is for what comes from many
	// places, such as another store.
	ByText Rule = iota
	// ByPlace keeps what is loaded now where the stored version came from the same place,
	// which has changed since, and follows ByText otherwise. An article without a URL that
	// has other words than before has another ID too; it replaces the article that stood at
	// its place if that is recognizably the same.
	ByPlace
	// Now is ByPlace, and keeps what is loaded now wherever it comes from.
	Now
)

// prefers reports whether a fresh version is kept although the text alone speaks for the
// stored one.
func (r Rule) prefers(fresh, stored *graph.Article) bool {
	switch r {
	case Now:
		return true
	case ByPlace:
		return fresh.Source.Location != "" && fresh.Source.Location == stored.Source.Location && !fresh.Source.Excerpt
	}
	return false
}

// formerIDs returns the IDs of stored articles that stand where some of the batches come
// from, and that none of the batches is a version of by its own ID.
func formerIDs(tx graph.Tx, rule Rule, ids []string, batches []*graph.Batch) ([]string, error) {
	var sources []graph.Source
	for _, b := range batches {
		if rule != ByText && b.Article.URL == "" && !isNumbered(b.Article.Source.Location) {
			sources = append(sources, b.Article.Source)
		}
	}
	if len(sources) == 0 {
		return nil, nil
	}
	found, err := tx.ArticlesFrom(sources)
	return slices.DeleteFunc(found, func(id string) bool { return slices.Contains(ids, id) }), err
}

// isNumbered reports whether a place is a row of a table or a message of a mailbox by its
// number, which another one has once one before it is gone.
func isNumbered(location string) bool {
	rest := strings.TrimRight(location, "0123456789")
	return rest != location && (strings.HasSuffix(rest, ":") || strings.HasSuffix(rest, "!"))
}

// versions chooses among the versions of articles that come together.
type versions struct {
	rule   Rule
	stored map[string]*graph.Batch
	edits  map[string][]*graph.Edit
	// kept are the batches to store, as they were extracted. moved are stored ones that
	// were found unchanged at another place.
	kept, moved map[string]*graph.Batch
}

// choose returns the outcome of a batch, and notes it if it is to be stored.
func (v *versions) choose(b *graph.Batch) Outcome {
	id := b.Article.ID
	if removal(v.edits[id]) != nil {
		return Removed
	}
	fresh := withMemberBlocks(b.Extracted())
	old := v.kept[id]
	if was := v.stored[id]; old == nil && was != nil {
		old = was.Extracted()
	}
	outcome := outcomeOf(v.rule, old, fresh)
	switch outcome {
	case Replaced:
		fresh.Article.LoadedAt = old.Article.LoadedAt
		v.kept[id] = fresh
	case Added:
		v.kept[id] = fresh
	case Unchanged:
		v.move(id, fresh.Article.Source)
	}
	return outcome
}

// move notes that a stored article was found at another place, so that what stands at its
// former place later is not taken for its new version.
func (v *versions) move(id string, to graph.Source) {
	was := v.stored[id]
	if v.rule == ByText || was == nil || to.Location == "" || was.Article.Source == to {
		return
	}
	moved := *was
	moved.Article.Source = to
	v.moved[id] = &moved
}

// replace takes a stored article out of the graph if one of the batches is what it became.
func (v *versions) replace(c *change, former *graph.Batch, outcomes []Outcome, batches []*graph.Batch) {
	if former == nil {
		return
	}
	for i, b := range batches {
		if outcomes[i] == Removed || !isLaterVersion(&b.Article, &former.Article) {
			continue
		}
		c.old, c.removed = append(c.old, former), append(c.removed, former.Article.ID)
		if outcomes[i] == Added {
			v.kept[b.Article.ID].Article.LoadedAt = former.Article.LoadedAt
			outcomes[i] = Replaced
		}
		return
	}
}

// isLaterVersion reports whether an article is another one that stood at its place, with
// some words changed. A file that has another story every day has another story.
func isLaterVersion(fresh, former *graph.Article) bool {
	sameDay := fresh.Published == former.Published || fresh.Published.IsZero() || former.Published.IsZero()
	return fresh.Source == former.Source && fresh.URL == "" && former.URL == "" && !fresh.Source.Excerpt && sameDay && sharesMost(fresh.Text, former.Text)
}

// sharesMost reports whether most of the words of two texts stand in the same sequences of
// three in both (Broder 1997 calls the share resemblance). Half is a judgement: edited
// stories have more, other stories of one writer hardly any.
func sharesMost(a, b string) bool {
	const least = .5
	x, y := shingles(a), shingles(b)
	common := 0
	for s := range x {
		if y[s] {
			common++
		}
	}
	union := len(x) + len(y) - common
	return union > 0 && float64(common) >= least*float64(union)
}

func shingles(text string) map[string]bool {
	const size = 3
	words := strings.Fields(graph.Fold(text))
	set := make(map[string]bool, len(words))
	for i := 0; i+size <= len(words); i++ {
		set[strings.Join(words[i:i+size], " ")] = true
	}
	if len(words) > 0 && len(words) < size {
		set[strings.Join(words, " ")] = true
	}
	return set
}
