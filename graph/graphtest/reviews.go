package graphtest

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"dateline/graph"
)

var reviewPromises = []promise{
	{"ReviewsOfTheirBlocks", reviewsOfBlocks},
	{"ReviewsInPages", reviewsInPages},
	{"ReviewsAreLocked", reviewsAreLocked},
	{"ReviewsAreSkipped", reviewsAreSkipped},
	{"ViewSeesBlocks", viewSeesBlocks},
	{"ChangesOfEvents", changesOfEvents},
}

// newReview is a review that is told from others by its name.
func newReview(kind graph.ReviewKind, name string, effect int, doubt float64) *graph.Review {
	part := func(id string) *graph.Compared {
		return &graph.Compared{ID: id + name, Name: "Zoë \"" + name + "\"", Size: effect}
	}
	return graph.NewReview(graph.Review{
		Kind: kind, Text: "Is it " + name + "?", Effect: effect, Doubt: doubt, Parts: []*graph.Compared{part("per_a"), part("per_b")},
		Comparisons: []*graph.Comparison{{A: part("per_a"), B: part("per_b"), Score: 1 - doubt, Verdict: graph.VerdictPossible,
			Reasons: []graph.Reason{{Aspect: graph.AspectName, Text: "a name 😀", For: true}, {Aspect: graph.AspectCountry, Text: "a country"}}}},
	}, name)
}

func someReviews() []*graph.Review {
	var reviews []*graph.Review
	for i := range 12 {
		kinds := graph.ReviewKinds()
		reviews = append(reviews, newReview(kinds[i%len(kinds)], fmt.Sprint(i), i/3, 0.5)) // with ties
	}
	return reviews
}

func putReviews(t *testing.T, store graph.Store, block string, reviews ...*graph.Review) {
	t.Helper()
	update(t, store, func(tx graph.Tx) error { return tx.PutReviews([]string{block}, reviews) })
}

// viewReview has what JSON leaves out.
func viewReview(r *graph.Review) any {
	v := plain(r)
	v["id"], v["kind"], v["lockedBy"], v["lockedUntil"], v["skippedBy"] = r.ID, r.Kind, r.LockedBy, r.LockedUntil, r.SkippedBy
	return v
}

func reviewsOf(t *testing.T, store graph.Store, q graph.ReviewQuery) []*graph.Review {
	t.Helper()
	page, err := store.Reviews(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	return page.Nodes
}

func reviewIDs(reviews []*graph.Review) []string {
	var ids []string
	for _, r := range reviews {
		ids = append(ids, r.ID)
	}
	return ids
}

func reviewsOfBlocks(t *testing.T, open Open) {
	store := openEmpty(t, open)
	a, b, c := newReview(graph.ReviewConflict, "a", 9, 1), newReview(graph.ReviewNearMiss, "b", 8, 1), newReview(graph.ReviewNearMiss, "c", 7, 1)
	putReviews(t, store, "one", a, b)
	putReviews(t, store, "two", c)
	diff(t, "the reviews of two blocks", viewEach([]*graph.Review{a, b, c}, viewReview), viewEach(reviewsOf(t, store, graph.ReviewQuery{}), viewReview))
	// A block's reviews replace its old ones, and only these.
	changed := *b
	changed.Effect, changed.Text = 1, "Is it b still?"
	putReviews(t, store, "one", &changed)
	diff(t, "after a block has changed", viewEach([]*graph.Review{c, &changed}, viewReview), viewEach(reviewsOf(t, store, graph.ReviewQuery{}), viewReview))
	// What several blocks have together is of the first, and moves to where it is put.
	update(t, store, func(tx graph.Tx) error { return tx.PutReviews([]string{"one", "two", "three"}, []*graph.Review{a, b}) })
	diff(t, "of blocks that are one unit", []string{a.ID, b.ID}, reviewIDs(reviewsOf(t, store, graph.ReviewQuery{})))
	update(t, store, func(tx graph.Tx) error {
		return errors.Join(tx.PutReviews([]string{"two"}, []*graph.Review{b}), tx.PutReviews([]string{"one"}, nil))
	})
	diff(t, "of blocks that are parted again", []string{b.ID}, reviewIDs(reviewsOf(t, store, graph.ReviewQuery{})))
	failed := errors.New("no")
	err := store.Update(t.Context(), func(tx graph.Tx) error {
		return errors.Join(tx.PutReviews([]string{"two"}, nil), failed)
	})
	wantError(t, "an update that fails", err, failed)
	diff(t, "after an update that fails", []string{b.ID}, reviewIDs(reviewsOf(t, store, graph.ReviewQuery{})))
}

func reviewsInPages(t *testing.T, open Open) {
	store, all := openEmpty(t, open), someReviews()
	putReviews(t, store, "one", all[:7]...)
	putReviews(t, store, "two", all[7:]...)
	slices.SortFunc(all, func(a, b *graph.Review) int {
		if a.Weight() != b.Weight() {
			return b.Weight() - a.Weight()
		}
		return slices.Compare([]string{a.ID}, []string{b.ID})
	})
	counts, err := store.ReviewCounts(t.Context(), graph.ReviewQuery{Kinds: []graph.ReviewKind{graph.ReviewConflict}})
	if err != nil {
		t.Fatal(err)
	}
	diff(t, "counts", map[graph.ReviewKind]int{graph.ReviewDoubtfulMerge: 3, graph.ReviewNearMiss: 3, graph.ReviewWeakReport: 3, graph.ReviewConflict: 3}, counts)
	for _, kinds := range [][]graph.ReviewKind{nil, {graph.ReviewConflict}, {graph.ReviewNearMiss, graph.ReviewWeakReport, graph.ReviewNearMiss}} {
		want := reviewIDs(keep(all, func(r *graph.Review) bool { return len(kinds) == 0 || slices.Contains(kinds, r.Kind) }))
		whole, err := store.Reviews(t.Context(), graph.ReviewQuery{Kinds: kinds, PageRequest: graph.PageRequest{Total: true}})
		if err != nil {
			t.Fatal(err)
		}
		diff(t, "total", len(want), whole.Total)
		for _, size := range []int{1, 2, 5, 100} {
			var forward, backward []string
			for request := (graph.PageRequest{First: size}); ; {
				page, err := store.Reviews(t.Context(), graph.ReviewQuery{Kinds: kinds, PageRequest: request})
				if err != nil {
					t.Fatal(err)
				}
				diff(t, "whether a page has one before it", request.After != "", page.HasPrevious)
				forward = append(forward, reviewIDs(page.Nodes)...)
				if !page.HasNext {
					break
				}
				request.After = page.Cursors[len(page.Cursors)-1]
			}
			for request := (graph.PageRequest{Last: size}); ; {
				page, err := store.Reviews(t.Context(), graph.ReviewQuery{Kinds: kinds, PageRequest: request})
				if err != nil {
					t.Fatal(err)
				}
				backward = append(reviewIDs(page.Nodes), backward...)
				if !page.HasPrevious {
					break
				}
				request.Before = page.Cursors[0]
			}
			diff(t, fmt.Sprintf("pages of %d forward", size), want, forward)
			diff(t, fmt.Sprintf("pages of %d backward", size), want, backward)
		}
	}
	_, err = store.Reviews(t.Context(), graph.ReviewQuery{PageRequest: graph.PageRequest{First: 1, After: "nonsense"}})
	wantError(t, "Reviews after nonsense", err, graph.ErrBadCursor)
	_, err = store.Reviews(t.Context(), graph.ReviewQuery{PageRequest: graph.PageRequest{First: -1}})
	wantError(t, "Reviews of a page of -1", err, graph.ErrInvalid)
}

func reviewsAreLocked(t *testing.T, open Open) {
	store := openEmpty(t, open)
	a, b := newReview(graph.ReviewConflict, "a", 2, 1), newReview(graph.ReviewNearMiss, "b", 1, 1)
	putReviews(t, store, "one", a, b)
	noon := time.Date(2032, 1, 1, 12, 0, 0, 0, time.UTC)
	lock := func(by string, now, until time.Time) (holder string) {
		update(t, store, func(tx graph.Tx) error {
			r, err := tx.LockReview(a.ID, by, now, until)
			if err == nil {
				holder = r.LockedBy
			}
			return err
		})
		return holder
	}
	free := func(who string, at time.Time) []string {
		return reviewIDs(reviewsOf(t, store, graph.ReviewQuery{FreeFor: who, FreeAt: at}))
	}
	later := noon.Add(10 * time.Minute)
	diff(t, "who has a free one", "Ada", lock("Ada", noon, later))
	diff(t, "who has one that another has", "Ada", lock("Grace", noon.Add(time.Minute), later.Add(time.Minute)))
	diff(t, "what is free for another", []string{b.ID}, free("Grace", noon))
	diff(t, "what is free for the holder", []string{a.ID, b.ID}, free("Ada", noon))
	diff(t, "what is free once the lock has ended", []string{a.ID, b.ID}, free("Grace", later))
	held := reviewsOf(t, store, graph.ReviewQuery{ID: a.ID})[0]
	diff(t, "the lock", []any{"Ada", later}, []any{held.LockedBy, held.LockedUntil})
	// It stays while the block is clustered again.
	putReviews(t, store, "one", b, a)
	diff(t, "what is free after clustering", []string{b.ID}, free("Grace", noon))
	diff(t, "who has it after another has given it back", "Ada", lock("Grace", noon, noon))
	diff(t, "who has it after it was given back", "", lock("Ada", noon, noon))
	diff(t, "who has it then", "Grace", lock("Grace", noon, later))
	diff(t, "who has it after the lock has ended", "Ada", lock("Ada", later, later.Add(time.Minute)))
	counts, err := store.ReviewCounts(t.Context(), graph.ReviewQuery{FreeFor: "Grace", FreeAt: later})
	if err != nil {
		t.Fatal(err)
	}
	diff(t, "counts of what is free", map[graph.ReviewKind]int{graph.ReviewNearMiss: 1}, counts)
	err = store.Update(t.Context(), func(tx graph.Tx) error {
		_, err := tx.LockReview("rev_none", "Ada", noon, later)
		return err
	})
	wantError(t, "an unknown review", err, graph.ErrNotFound)
	// A review that is gone takes its lock along.
	putReviews(t, store, "one")
	putReviews(t, store, "one", a)
	diff(t, "the lock of one that was gone", "", reviewsOf(t, store, graph.ReviewQuery{})[0].LockedBy)
	// Of several who ask at once, one gets it.
	holders := make(chan string, 4)
	for i := range cap(holders) {
		go func() {
			holder := ""
			_ = store.Update(t.Context(), func(tx graph.Tx) error {
				r, err := tx.LockReview(a.ID, fmt.Sprint("person ", i), noon, later)
				if err == nil {
					holder = r.LockedBy
				}
				return err
			})
			holders <- holder
		}()
	}
	seen := map[string]bool{}
	for range cap(holders) {
		seen[<-holders] = true
	}
	if len(seen) != 1 || seen[""] {
		t.Errorf("a review is locked for %v", slices.Collect(maps.Keys(seen)))
	}
}

func reviewsAreSkipped(t *testing.T, open Open) {
	store := openEmpty(t, open)
	a, b := newReview(graph.ReviewConflict, "a", 2, 1), newReview(graph.ReviewNearMiss, "b", 1, 1)
	putReviews(t, store, "one", a, b)
	skip := func(id, by string, skip bool) (skippers []string) {
		update(t, store, func(tx graph.Tx) error {
			r, err := tx.SkipReview(id, by, skip)
			if err == nil {
				skippers = r.SkippedBy
			}
			return err
		})
		return skippers
	}
	left := func(who string) []string {
		return reviewIDs(reviewsOf(t, store, graph.ReviewQuery{NotSkippedBy: who}))
	}
	diff(t, "who has skipped it", []string{"Grace"}, skip(a.ID, "Grace", true))
	diff(t, "who has skipped it then", []string{"Ada", "Grace"}, skip(a.ID, "Ada", true))
	diff(t, "who has skipped it twice", []string{"Ada", "Grace"}, skip(a.ID, "Ada", true))
	diff(t, "what is left", []string{b.ID}, left("Ada"))
	diff(t, "what is left for others", []string{a.ID, b.ID}, left("Alan"))
	counts, err := store.ReviewCounts(t.Context(), graph.ReviewQuery{NotSkippedBy: "Ada"})
	if err != nil {
		t.Fatal(err)
	}
	diff(t, "counts of what is left", map[graph.ReviewKind]int{graph.ReviewNearMiss: 1}, counts)
	putReviews(t, store, "one", a, b)
	diff(t, "what is left after clustering", []string{b.ID}, left("Ada"))
	diff(t, "the skips as read", []string{"Ada", "Grace"}, reviewsOf(t, store, graph.ReviewQuery{ID: a.ID})[0].SkippedBy)
	diff(t, "who has skipped it after one took it back", []string{"Grace"}, skip(a.ID, "Ada", false))
	diff(t, "what is left after that", []string{a.ID, b.ID}, left("Ada"))
	putReviews(t, store, "one", b)
	putReviews(t, store, "one", a, b)
	diff(t, "what is left of one that was gone", []string{a.ID, b.ID}, left("Grace"))
	err = store.Update(t.Context(), func(tx graph.Tx) error {
		_, err := tx.SkipReview("rev_none", "Ada", true)
		return err
	})
	wantError(t, "an unknown review", err, graph.ErrNotFound)
}

// viewSeesBlocks: View shows what a Tx shows.
func viewSeesBlocks(t *testing.T, open Open) {
	canal := Canal()
	store := openWith(t, open, canal.Graph)
	edits := canalEdits(canal)
	putEdits(t, store, edits)
	see := func(b graph.BlockReader) (any, error) {
		members, err := b.MembersIn([]string{"states", "varga", "nowhere"})
		reports, reportsErr := b.ReportsIn([]string{"nowhere"})
		with, withErr := b.ReportsWith(canal.IDs("tolls/varga"))
		entities, entitiesErr := b.EntitiesOf(canal.IDs("tolls/varga", "denial/varga"))
		located, locatedErr := b.Locate(canal.IDs("varga", "treaty/call"))
		on, onErr := b.EditsOn(canal.IDs("tolls/varga"))
		return []any{members, reports, len(with), len(entities), located, viewEach(on, viewEdit)},
			errors.Join(err, reportsErr, withErr, entitiesErr, locatedErr, onErr)
	}
	var want, got any
	update(t, store, func(tx graph.Tx) (err error) {
		want, err = see(tx)
		return err
	})
	err := store.View(t.Context(), func(b graph.BlockReader) (err error) {
		got, err = see(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	diff(t, "what View shows", want, got)
	failed := errors.New("no")
	wantError(t, "View whose function fails", store.View(t.Context(), func(graph.BlockReader) error { return failed }), failed)
}

func changesOfEvents(t *testing.T, open Open) {
	canal := Canal()
	store := openWith(t, open, canal.Graph)
	whole, err := store.Changes(t.Context(), graph.ChangeQuery{})
	if err != nil {
		t.Fatal(err)
	}
	asked := []string{whole.Changes[1].EventID, whole.Changes[0].EventID, "evt_none"}
	want := keep(whole.Changes, func(c graph.Change) bool { return slices.Contains(asked, c.EventID) })
	got, err := store.ChangesOf(t.Context(), append(asked, asked...))
	if err != nil {
		t.Fatal(err)
	}
	diff(t, "the changes of two events", plainLog(want), plainLog(got))
	if none, err := store.ChangesOf(t.Context(), nil); err != nil || len(none) != 0 {
		t.Errorf("the changes of no event are %v, %v", none, err)
	}
}
