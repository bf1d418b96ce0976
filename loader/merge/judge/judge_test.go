package judge

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"dateline/graph"
)

func all(string) bool { return true }

// at makes a judgement in a second of its own.
func at(second int, kind graph.EditKind, ids ...string) *graph.Edit {
	e := graph.Edit{Kind: kind, Author: "a", Reason: "r", Time: time.Unix(int64(second), 0)}
	for i, id := range ids {
		e.Subjects = append(e.Subjects, graph.Subject{ID: id, ArticleID: "art", Part: i})
	}
	return graph.NewEdit(e)
}

func same(j *Judgements, a, b string) bool { return j.Group(a) == j.Group(b) }

func apart(j *Judgements, a, b string) bool { return j.Apart(j.Group(a), j.Group(b)) }

func TestLatestOfAPairCounts(t *testing.T) {
	different := New([]*graph.Edit{at(1, graph.EditSame, "a", "b"), at(2, graph.EditDifferent, "a", "b")}, all)
	if same(different, "a", "b") || !apart(different, "a", "b") {
		t.Error("the later DIFFERENT has no effect")
	}
	joined := New([]*graph.Edit{at(2, graph.EditSame, "a", "b"), at(1, graph.EditDifferent, "a", "b")}, all)
	if !same(joined, "a", "b") || apart(joined, "a", "b") {
		t.Error("the later SAME has no effect")
	}
	unsure := New([]*graph.Edit{at(1, graph.EditSame, "a", "b"), at(0, graph.EditDifferent, "a", "b"), at(2, graph.EditUnsure, "a", "b")}, all)
	if unsure.Any() && (same(unsure, "a", "b") || apart(unsure, "a", "b")) {
		t.Error("UNSURE does not leave the pair to merging")
	}
}

// a = b and b = c, but then a is not c: the newer of the two old judgements stays.
func TestContradictionByWhatFollows(t *testing.T) {
	j := New([]*graph.Edit{at(1, graph.EditSame, "a", "b"), at(2, graph.EditSame, "b", "c"), at(3, graph.EditDifferent, "a", "c")}, all)
	if same(j, "a", "b") || !same(j, "b", "c") || !apart(j, "a", "b") {
		t.Errorf("groups of a, b and c are %s, %s and %s", j.Group("a"), j.Group("b"), j.Group("c"))
	}
}

func TestWithdrawnAndMissingHaveNoEffect(t *testing.T) {
	withdrawn := at(1, graph.EditSame, "a", "b")
	withdrawn.Withdrawn = true
	if New([]*graph.Edit{withdrawn}, all).Any() {
		t.Error("a withdrawn judgement has an effect")
	}
	// What a missing record has in common with others joins nothing.
	j := New([]*graph.Edit{at(1, graph.EditSame, "a", "m"), at(2, graph.EditSame, "m", "b")}, func(id string) bool { return id != "m" })
	if j.Any() && same(j, "a", "b") {
		t.Error("a and b are the same by a member that is missing")
	}
}

// Whatever is judged, in whatever order, nothing is both the same and different.
func TestNeverContradictory(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		id := rapid.SampledFrom([]string{"a", "b", "c", "d", "e"})
		kind := rapid.SampledFrom([]graph.EditKind{graph.EditSame, graph.EditDifferent, graph.EditUnsure})
		var edits []*graph.Edit
		for i := range rapid.IntRange(1, 12).Draw(rt, "edits") {
			a, b := id.Draw(rt, "a"), id.Draw(rt, "b")
			if a != b {
				edits = append(edits, at(i, kind.Draw(rt, "kind"), a, b))
			}
		}
		j, other := New(edits, all), New(rapid.Permutation(edits).Draw(rt, "order"), all)
		if j == nil || other == nil {
			if j != other {
				rt.Fatal("the order of edits makes a difference")
			}
			return
		}
		for _, a := range "abcde" {
			for _, b := range "abcde" {
				if same(j, string(a), string(b)) != same(other, string(a), string(b)) || apart(j, string(a), string(b)) != apart(other, string(a), string(b)) {
					rt.Fatal("the order of edits makes a difference")
				}
			}
		}
		last := edits[len(edits)-1]
		a, b := last.Subjects[0].ID, last.Subjects[1].ID
		if last.Kind == graph.EditSame && !same(j, a, b) || last.Kind == graph.EditDifferent && !apart(j, a, b) {
			rt.Fatalf("the last judgement, %v, has no effect", last)
		}
	})
}
