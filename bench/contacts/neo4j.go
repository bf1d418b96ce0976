package main

import (
	"context"
	"fmt"
	"os"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"dateline/graph/graphtest"
	"dateline/graph/neo4j"
	"dateline/graph/neo4j/neo4jtest"
)

// neo4j starts Neo4j on the folder that holds the graph, filled if need be, and
// all that answers from it.
func (s *stage) neo4j(ctx context.Context) ([]contender, error) {
	folder := s.options.path(fmt.Sprintf("neo4j-%d", s.options.size().Events))
	if err := s.fillNeo4j(ctx, folder); err != nil {
		return nil, err
	}
	server, err := neo4jtest.Keep(folder)
	if err != nil {
		return nil, err
	}
	s.closers = append(s.closers, server.Close)
	store, err := neo4j.Open(ctx, server.URL, neo4j.Login(server.User, server.Password), neo4j.ReadOnly())
	if err != nil {
		return nil, err
	}
	s.keep(store)
	url, err := s.serve(ctx, server.URL, "DATELINE_NEO4J_USER="+server.User, "DATELINE_NEO4J_PASSWORD="+server.Password)
	if err != nil {
		return nil, err
	}
	db, err := driver.NewDriverWithContext(server.URL, driver.BasicAuth(server.User, server.Password, ""))
	if err != nil {
		return nil, err
	}
	s.closers = append(s.closers, func() { _ = db.Close(context.WithoutCancel(ctx)) })
	contenders := []contender{cypher(db), {"Dateline's GraphQL on Neo4j, over HTTP", datelineOver(url).ask}}
	if s.options.NoPeer {
		return contenders, nil
	}
	url, err = s.servePeer(ctx, "NEO4J_URL="+server.URL, "NEO4J_USER="+server.User, "NEO4J_PASSWORD="+server.Password)
	return append(contenders, contender{"@neo4j/graphql with Apollo Server, over HTTP", peerOver(url).ask}), err
}

// fillNeo4j fills the database of a folder, and notes in a file beside it that it is
// whole.
func (s *stage) fillNeo4j(ctx context.Context, folder string) error {
	note := folder + ".filled"
	if _, err := os.Stat(note); err == nil {
		return nil
	}
	if err := importNeo4j(ctx, folder, graphtest.Sample(s.options.Seed, s.options.size())); err != nil {
		return fmt.Errorf("fill Neo4j: %w", err)
	}
	return os.WriteFile(note, nil, 0o644)
}
