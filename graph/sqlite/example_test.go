package sqlite_test

import (
	"context"
	"fmt"

	"dateline/graph"
	"dateline/graph/sqlite"
	"dateline/loader/merge"
)

// Store what one article says, then ask for contacts. Package loader makes such a batch
// of an article's text.
func ExampleOpen() {
	ctx := context.Background()
	store, err := sqlite.Open(ctx, sqlite.Memory) // or a file, such as news.db
	if err != nil {
		panic(err)
	}
	defer store.Close()

	article := graph.Article{Title: "Ministers speak", Text: "Ingrid Solheim called Einar Jonsson on 11 March 2024."}
	article.ID = graph.ArticleID(&article)
	caller := graph.Member{ID: graph.MemberID(article.ID, graph.KindPerson, "Ingrid Solheim"), Kind: graph.KindPerson, Name: "Ingrid Solheim"}
	called := graph.Member{ID: graph.MemberID(article.ID, graph.KindPerson, "Einar Jonsson"), Kind: graph.KindPerson, Name: "Einar Jonsson"}
	report := graph.Report{
		ID: graph.ReportID(article.ID, graph.EventContact, 0, len(article.Text), ""), ArticleID: article.ID,
		Type: graph.EventContact, Means: graph.MeansCall, Status: graph.StatusAsserted,
		Participants: []graph.Participation{{EntityID: caller.ID, Role: graph.RoleInitiator}, {EntityID: called.ID, Role: graph.RoleRecipient}},
		Quote:        article.Text, Start: 0, End: len(article.Text),
	}
	batch := &graph.Batch{Article: article, Members: []graph.Member{caller, called}, Reports: []graph.Report{report}}
	err = store.Update(ctx, func(tx graph.Tx) error {
		_, err := merge.Apply(tx, batch)
		return err
	})
	if err != nil {
		panic(err)
	}

	page, err := store.Events(ctx, graph.EventQuery{EventFilter: graph.EventFilter{Who: &graph.EntityRef{Name: "Solheim"}}, Reports: 1})
	if err != nil {
		panic(err)
	}
	for _, event := range page.Nodes {
		fmt.Println(event.Summary)
		fmt.Println(event.Reports.Nodes[0].Quote)
	}
	// Output:
	// Ingrid Solheim called Einar Jonsson.
	// Ingrid Solheim called Einar Jonsson on 11 March 2024.
}
