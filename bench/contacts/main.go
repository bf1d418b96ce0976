// Contacts measures one question, a party's first twenty contacts in a period with
// their participants, reports and articles, over the same graph: hand-written
// Cypher through the Go driver, Dateline's GraphQL on Neo4j, @neo4j/graphql with
// Apollo Server on that database, hand-written SQL, and Dateline's GraphQL on
// SQLite. All are asked in turns within one run, so that a busy machine is busy
// for all of them. docs/performance.md tells how to read the table.
package main

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"github.com/alecthomas/kong"

	"dateline/bench/command"
	"dateline/graph/graphtest"
)

type options struct {
	Data     string        `help:"Folder for the databases and what the peer needs; a run that finds it filled goes on with it." required:"" type:"path"`
	Times    float64       `help:"How many times the graph of 200,000 events, 300,000 reports and 100,000 articles; 0.1 is a tenth." default:"1"`
	Small    bool          `help:"A small graph, to try the program out."`
	Full     bool          `help:"Ask only for full pages, so that graphs of different sizes can be compared."`
	Seed     int64         `help:"Seed of the graph." default:"1"`
	Clients  []int         `help:"How many clients ask at once, one after the other." default:"1,8"`
	Each     time.Duration `help:"How long each is asked in a round." default:"5s"`
	Rounds   int           `help:"How often each is asked." default:"3"`
	NoPeer   bool          `help:"Leave @neo4j/graphql out; it needs Node.js."`
	NoNeo4j  bool          `name:"no-neo4j" help:"Leave out all that needs Neo4j." xor:"stores"`
	NoSQLite bool          `name:"no-sqlite" help:"Leave SQLite out, which takes hours to fill with ten times the graph." xor:"stores"`
}

func main() {
	var o options
	kong.Parse(&o, kong.Description("Measures one question, a party's contacts in a period, on all that can answer it."))
	command.Run(o.run)
}

func (o *options) size() graphtest.Size {
	if o.Small {
		return graphtest.Medium
	}
	size, times := graphtest.Large, func(n int) int { return int(float64(n) * o.Times) }
	return graphtest.Size{Articles: times(size.Articles), Reports: times(size.Reports), Events: times(size.Events), Entities: times(size.Entities)}
}

func (o *options) run(ctx context.Context) error {
	stage, err := o.build(ctx)
	if err != nil {
		return err
	}
	defer stage.close()
	contenders, err := stage.contenders(ctx)
	if err != nil {
		return err
	}
	questions, err := stage.questions(ctx)
	if err != nil {
		return err
	}
	if err := agree(ctx, contenders, questions); err != nil {
		return err
	}
	if o.Full {
		if questions, err = full(ctx, contenders[0], questions); err != nil {
			return err
		}
	}
	fmt.Printf("%d events, %d reports, %d articles; %d questions; %d rounds of %v each\n\n",
		o.size().Events, o.size().Reports, o.size().Articles, len(questions), o.Rounds, o.Each)
	fmt.Println("| clients | who answers | q/s | p50 | p99 |\n|---|---|---|---|---|")
	for _, clients := range o.Clients {
		measures := make([]measure, len(contenders))
		for range o.Rounds {
			for i, c := range contenders {
				if err := measures[i].add(ctx, c, questions, clients, o.Each); err != nil {
					return fmt.Errorf("%s with %d clients: %w", c.name, clients, err)
				}
			}
		}
		for i, c := range contenders {
			fmt.Printf("| %d | %s | %s |\n", clients, c.name, &measures[i])
		}
	}
	return nil
}

func (o *options) path(name string) string { return filepath.Join(o.Data, name) }
