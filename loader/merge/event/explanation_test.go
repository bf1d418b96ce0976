package event_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/loader/merge/mergetest"
)

// merges returns each merge as "publishers: explanation".
func merges(t *testing.T, store graph.Store) []string {
	t.Helper()
	var lines []string
	eachEvent(t, store, func(e *graph.Event, publishers map[string]string) {
		for _, m := range e.Merges {
			var of []string
			for _, id := range m.ReportIDs {
				of = append(of, publishers[id])
			}
			lines = append(lines, strings.Join(of, " ")+": "+m.Explanation)
		}
	})
	return lines
}

// eachEvent calls see with each event and the publishers of all reports.
func eachEvent(t *testing.T, store graph.Store, see func(e *graph.Event, publishers map[string]string)) {
	t.Helper()
	publishers := map[string]string{}
	var events []*graph.Event
	err := store.Walk(context.Background(), graph.Visitor{
		Batch: func(b *graph.Batch) error {
			for i := range b.Reports {
				publishers[b.Reports[i].ID] = b.Article.Publisher
			}
			return nil
		},
		Event: func(e *graph.Event) error { events = append(events, e); return nil },
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range events {
		see(e, publishers)
	}
}

func TestMergesOfAQuarrel(t *testing.T) {
	mergetest.Expect(t, merges(t, mergetest.Load(t, mergetest.Quarrel(t)...)),
		"Wire Post: Both are about Ingrid Solheim and Einar Jonsson: a call on 12 March 2024.",
		"Wire Echo: Both are about Ingrid Solheim and Einar Jonsson: the first reports a call on 12 March 2024, the other contact in March 2024 without saying how.",
		"Times Weekly: Both are about Lars Haugen (elsewhere “Solheim's senior negotiator”, also acting for Ingrid Solheim) "+
			"and Iceland (elsewhere Reykjavik government, of the same state): "+
			"a visit, which the first puts between 18 and 24 March 2024 and the other does not date.",
		"Herald Quay: Both are about Ingrid Solheim and Einar Jonsson on 4 April 2024: the first reports a denied meeting, the other a meeting.",
	)
}

// Reports that joined for the same reason share an explanation, which names the parties
// that only one of them has.
func TestMergesWithOneReason(t *testing.T) {
	parties := []string{"PARTICIPANT Ana Silva", "PARTICIPANT Piet Boom"}
	pair := func(publisher, published string) *mergetest.Story {
		return mergetest.Article(t, publisher, published).Person("Ana Silva", "PT").Person("Piet Boom", "NL").Person("Rui Costa", "PT")
	}
	store := mergetest.Load(t,
		pair("A", "2024-05-10").Report("MEETING", "ASSERTED", "2024-05-08", append(slices.Clone(parties), "PARTICIPANT Rui Costa")...).In("Porto"),
		pair("B", "2024-05-10").Report("MEETING", "ASSERTED", "2024-05-08", parties...).In("Porto"),
		pair("C", "2024-05-11").Report("MEETING", "ASSERTED", "2024-05-08", parties...).In("Porto"),
		pair("D", "2024-05-12").Report("VISIT", "ASSERTED", "", parties...),
	)
	mergetest.Expect(t, merges(t, store),
		"A B C: All are about Ana Silva and Piet Boom: a meeting in Porto on 8 May 2024. The first also names Rui Costa.",
		"A D: Both are about Ana Silva and Piet Boom: the first reports a meeting on 8 May 2024, the other an undated visit (article of 12 May 2024). "+
			"The first also names Rui Costa.",
	)
}

func TestMergesWithoutADate(t *testing.T) {
	parties := []string{"INITIATOR Ana Silva", "RECIPIENT Piet Boom"}
	pair := func(publisher, published string) *mergetest.Story {
		return mergetest.Article(t, publisher, published).Person("Ana Silva", "PT").Person("Piet Boom", "NL")
	}
	store := mergetest.Load(t,
		pair("A", "2024-05-10").Report("MESSAGE", "PLANNED", "", parties...),
		pair("B", "2024-05-14").Report("MESSAGE", "PLANNED", "", parties...),
	)
	mergetest.Expect(t, merges(t, store), "B A: Both are about Ana Silva and Piet Boom: an undated planned message (articles of 10 and 14 May 2024).")
}

func TestMergesOfDaysInARow(t *testing.T) {
	parties := []string{"PARTICIPANT Ana Silva", "PARTICIPANT Piet Boom"}
	pair := func(publisher string) *mergetest.Story {
		return mergetest.Article(t, publisher, "2024-05-10").Person("Ana Silva", "PT").Person("Piet Boom", "NL")
	}
	store := mergetest.Load(t,
		pair("A").Report("CALL", "ASSERTED", "2024-05-06", parties...),
		pair("B").Report("CALL", "ASSERTED", "2024-05-07", parties...),
		pair("C").Report("CALL", "ASSERTED", "2024-05-07", parties...),
	)
	lines := merges(t, store)
	if len(lines) != 2 || !slices.ContainsFunc(lines, func(line string) bool {
		return strings.HasSuffix(line, "Both are about Ana Silva and Piet Boom: a call on 7 May 2024.")
	}) || !slices.ContainsFunc(lines, func(line string) bool {
		return strings.Contains(line, "A") && strings.HasSuffix(line, " The days are consecutive, and neither report fits another event.")
	}) {
		t.Errorf("merges are %q", lines)
	}
}

func TestMergesOfOffices(t *testing.T) {
	store := mergetest.Load(t,
		mergetest.Article(t, "A", "2024-05-10").Person("Piet Boom", "NL").
			Member(graph.Member{Kind: graph.KindPerson, Name: "Ana Silva", Country: "PT", Positions: []graph.Position{{Title: "Foreign Minister"}}}).
			Report("MEETING", "ASSERTED", "2024-05-09", "PARTICIPANT Piet Boom", "PARTICIPANT Ana Silva"),
		mergetest.Article(t, "B", "2024-05-10").Person("Piet Boom", "NL").
			Member(graph.Member{Kind: graph.KindPerson, Name: "Portuguese foreign minister", Nominal: true, Country: "PT"}).
			Report("MEETING", "ASSERTED", "2024-05-09", "PARTICIPANT Portuguese foreign minister", "PARTICIPANT Piet Boom"),
	)
	mergetest.Expect(t, merges(t, store),
		"A B: Both are about Piet Boom and Ana Silva (elsewhere “Portuguese foreign minister”, the same office): a meeting on 9 May 2024.")
}

// Every report of an event is in an explanation, and every report but the leader's joins in
// exactly one.
func TestEveryReportIsExplained(t *testing.T) {
	store, press := mergetest.Load(t, mergetest.Quarrel(t)...), mergetest.NewPress()
	for range 30 {
		mergetest.ApplyGroup(t, store, press.Article(), press.Article(), press.Article())
	}
	several := 0
	eachEvent(t, store, func(e *graph.Event, _ map[string]string) {
		joined, all := map[string]int{}, map[string]bool{}
		for _, m := range e.Merges {
			if len(m.ReportIDs) < 2 || m.Explanation == "" {
				t.Errorf("%s: merge %+v", e.Summary, m)
			}
			for i, id := range m.ReportIDs {
				all[id] = true
				if i > 0 {
					joined[id]++
				}
			}
		}
		if len(e.ReportIDs) == 1 {
			if len(e.Merges) > 0 {
				t.Errorf("an event of one report has merges: %+v", e.Merges)
			}
			return
		}
		several++
		for _, id := range e.ReportIDs {
			if !all[id] || joined[id] > 1 {
				t.Errorf("%s: report %s is explained %d times", e.Summary, id, joined[id])
			}
		}
		if len(all) != len(e.ReportIDs) || len(joined) != len(e.ReportIDs)-1 {
			t.Errorf("%s: %d reports, %d of them explained as joined, %d in all", e.Summary, len(e.ReportIDs), len(joined), len(all))
		}
	})
	if several < 10 {
		t.Errorf("only %d events of several reports", several)
	}
}
