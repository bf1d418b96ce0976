package loader_test

import (
	"context"
	"fmt"
	"log"
	"time"

	"dateline/graph"
	"dateline/graph/sqlite"
	"dateline/loader"
	"dateline/loader/read"
)

// What one article says, without a store.
func ExampleExtractor_Extract() {
	article := graph.Article{
		Title: "Ministers speak", Published: graph.NewDate(2024, time.March, 12), Language: "en",
		Text: "Ingrid Solheim, the prime minister of Norway, phoned Einar Jonsson on Monday, her office said.",
	}
	article.ID = graph.ArticleID(&article)
	extractor, err := loader.NewExtractor()
	if err != nil {
		panic(err)
	}
	batch, err := extractor.Extract(read.Item{Source: "example", Article: article})
	if err != nil {
		panic(err)
	}
	names := map[string]string{}
	for _, member := range batch.Members {
		names[member.ID] = member.Name
	}
	for _, report := range batch.Reports {
		fmt.Println(report.Type, report.Means, report.Status, report.Time.EDTF)
		for _, p := range report.Participants {
			fmt.Println(p.Role, names[p.EntityID])
		}
		fmt.Printf("%q\n", report.Quote)
	}
	// Output:
	// CONTACT CALL ASSERTED 2024-03-11
	// INITIATOR Ingrid Solheim
	// RECIPIENT Einar Jonsson
	// "Ingrid Solheim, the prime minister of Norway, phoned Einar Jonsson on Monday, her office said."
}

// Load articles into a store and query it.
func ExampleLoader() {
	ctx := context.Background()
	store, err := sqlite.Open(ctx, sqlite.Memory) // or a file, such as news.db
	if err != nil {
		panic(err)
	}
	defer store.Close()
	extractor, err := loader.NewExtractor()
	if err != nil {
		panic(err)
	}

	load := loader.Loader{Store: store, Extractor: extractor, Workers: 2, Now: time.Now}
	articles := read.Sources(ctx, []string{"../samples"}, read.Options{})
	err = load.Load(ctx, articles, func(r loader.Result) {
		if r.Err != nil {
			log.Print(r.Source, ": ", r.Err)
		}
	})
	if err != nil {
		panic(err)
	}

	page, err := store.Events(ctx, graph.EventQuery{EventFilter: graph.EventFilter{
		Who: &graph.EntityRef{Name: "Solheim"}, With: &graph.EntityRef{Name: "Jonsson"},
		Means: []graph.Means{graph.MeansCall}, Statuses: []graph.Status{graph.StatusAsserted, graph.StatusConfirmed},
	}})
	if err != nil {
		panic(err)
	}
	for _, event := range page.Nodes {
		fmt.Println(event.Summary)
	}
	// Output:
	// Ingrid Solheim and Einar Jonsson had several calls in the summer of 2022.
	// Ingrid Solheim called Einar Jonsson on 12 March 2024 about the herring quota.
}
