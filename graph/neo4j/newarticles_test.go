package neo4j_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"testing"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/graph/neo4j/neo4jtest"
)

// A transaction tells of new articles what it will tell of them once they are
// written, whenever it is asked for something that has them written.
func TestNewArticlesReadAsStored(t *testing.T) {
	neo4jtest.Shared(t)
	g := graphtest.Canal().Graph
	for early := range 7 {
		t.Run(fmt.Sprintf("written in step %d", early), func(t *testing.T) {
			store, memory := open(t), graphtest.NewMemory()
			defer store.Close()
			var got, want []string
			if err := store.Update(t.Context(), func(tx graph.Tx) (err error) { got, err = tellOf(tx, g, early); return err }); err != nil {
				t.Fatal(err)
			}
			if err := memory.Update(t.Context(), func(tx graph.Tx) (err error) { want, err = tellOf(tx, g, early); return err }); err != nil {
				t.Fatal(err)
			}
			for i := range want {
				if got[i] != want[i] {
					t.Errorf("answer %d is\n%s\nwant\n%s", i, got[i], want[i])
				}
			}
			if got, want := graphtest.Digest(t, store), graphtest.Digest(t, memory); got != want {
				t.Errorf("the digest is %s, want %s", got, want)
			}
		})
	}
}

// tellOf puts a graph step by step, and gives what is read in between. Before one of
// the steps it reads what takes the articles to be stored.
func tellOf(tx graph.Tx, g *graphtest.Graph, early int) (told []string, err error) {
	note := func(read any, failed error) {
		data, _ := json.Marshal(read) // a plain value
		told = append(told, string(data))
		if err == nil {
			err = failed
		}
	}
	var members, memberBlocks, reportBlocks, articles []string
	moved := make(map[string]string)
	for _, b := range g.Batches {
		articles = append(articles, b.Article.ID)
		for _, m := range b.Members {
			members, memberBlocks = append(members, m.ID), append(memberBlocks, m.Block)
		}
		for _, r := range b.Reports {
			reportBlocks, moved[r.ID] = append(reportBlocks, r.Block), r.Block
		}
	}
	moved[slices.Min(slices.Collect(maps.Keys(moved)))] = "elsewhere"
	reportBlocks = append(reportBlocks, "elsewhere")
	reportsIn := func() {
		reports, failed := tx.ReportsIn(reportBlocks)
		note(reports, failed)
		for _, r := range reports {
			note([]any{r.Article, r.Article.LoadedAt, r.EventID}, nil)
		}
	}
	put := func(chosen func(p graphtest.Put) bool) func() {
		return func() {
			for p := range g.Puts() {
				if chosen(p) {
					note(nil, p.Apply(tx))
				}
			}
		}
	}
	steps := []func(){
		put(func(p graphtest.Put) bool { return p.Batch != nil }),
		func() { note(tx.MembersIn(memberBlocks)) },
		put(func(p graphtest.Put) bool { return p.Entities != nil }),
		func() { note(tx.EntitiesOf(members)) },
		reportsIn,
		func() { note(nil, tx.PutReportBlocks(moved)); reportsIn() },
		put(func(p graphtest.Put) bool { return p.Batch == nil && p.Entities == nil }),
	}
	for i, step := range steps {
		if i == early {
			note(tx.ReportsWith(members))
			note(tx.Batches(articles))
		}
		step()
	}
	note(tx.MembersIn(memberBlocks))
	return told, err
}
