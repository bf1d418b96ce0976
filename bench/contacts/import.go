package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"time"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/graph/neo4j"
	"dateline/graph/neo4j/csvimport"
	"dateline/graph/neo4j/neo4jtest"
)

// migrateTimeout is how long indexes and briefs of a large graph may take.
const migrateTimeout = 6 * time.Hour

// importNeo4j fills the Neo4j of a folder with a sample, by Neo4j's own importer: the
// largest takes minutes so, and hours by transactions. The sample is made twice, first
// to know what each member and report is in.
func importNeo4j(ctx context.Context, folder string, sample iter.Seq[graphtest.Put]) error {
	files := folder + ".csv"
	defer func() { _ = os.RemoveAll(files) }()
	began := time.Now()
	note := func(what string) {
		fmt.Fprintf(os.Stderr, "Neo4j: %s after %v\n", what, time.Since(began).Round(time.Second))
	}
	in, err := clustersOf(ctx, sample)
	if err != nil {
		return err
	}
	note("the sample was made once")
	csv, err := writeCSV(ctx, files, sample, in)
	if err != nil {
		return err
	}
	note("the files to import are written")
	if err := neo4jtest.Import(folder, csv.Arguments()); err != nil {
		return err
	}
	if err := os.RemoveAll(files); err != nil {
		return err
	}
	note("the files are imported")
	server, err := neo4jtest.Keep(folder)
	if err != nil {
		return err
	}
	defer server.Close()
	for _, cypher := range csv.EmptyLists() {
		if _, err := server.Query(ctx, cypher, nil); err != nil {
			return err
		}
	}
	note("empty lists are made")
	ctx, cancel := context.WithTimeout(ctx, migrateTimeout)
	defer cancel()
	store, err := neo4j.Open(ctx, server.URL, neo4j.Login(server.User, server.Password))
	if err != nil {
		return err
	}
	note("indexes and briefs are made")
	return store.Close()
}

// writeCSV writes a sample as the files that Neo4j imports.
func writeCSV(ctx context.Context, folder string, sample iter.Seq[graphtest.Put], in *clusters) (*csvimport.Writer, error) {
	csv, err := csvimport.New(folder)
	if err != nil {
		return nil, err
	}
	for put := range sample {
		err = ctx.Err()
		if put.Batch != nil {
			err = errors.Join(err, csv.Batch(put.Batch, in.of, in.of))
		}
		for _, e := range put.Entities {
			err = errors.Join(err, csv.Entity(put.Block, e))
		}
		for _, e := range put.Events {
			err = errors.Join(err, csv.Event(put.Block, e))
		}
		if err != nil {
			break
		}
	}
	return csv, errors.Join(err, csv.Close())
}

// clusters tell which entity each member, and which event each report is in. There are
// ten million of them in the largest sample, so an ID is kept as the bytes that it has.
type clusters struct {
	ids     []string
	numbers map[clusterKey]uint32 // of ids
}

// clusterKey is an ID, three letters, a line and twenty letters.
type clusterKey [24]byte

// clustersOf makes a sample for its clusters alone.
func clustersOf(ctx context.Context, sample iter.Seq[graphtest.Put]) (*clusters, error) {
	in := &clusters{numbers: make(map[clusterKey]uint32)}
	for put := range sample {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		for _, e := range put.Entities {
			if err := in.add(e.NodeID(), graph.ProfileOf(e).Members); err != nil {
				return nil, err
			}
		}
		for _, e := range put.Events {
			if err := in.add(e.ID, e.ReportIDs); err != nil {
				return nil, err
			}
		}
	}
	return in, nil
}

func (in *clusters) add(id string, members []string) error {
	number := uint32(len(in.ids))
	in.ids = append(in.ids, id)
	for _, member := range members {
		if len(member) != len(clusterKey{}) {
			return fmt.Errorf("%w: the ID %q", graph.ErrCorrupt, member)
		}
		in.numbers[clusterKey([]byte(member))] = number
	}
	return nil
}

// of returns the entity of a member, or the event of a report; "" for none.
func (in *clusters) of(id string) string {
	number, ok := in.numbers[clusterKey([]byte(id))]
	if !ok {
		return ""
	}
	return in.ids[number]
}
