package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"dateline/graph/neo4j"
	"dateline/graph/neo4j/neo4jtest"
)

// neo4j starts Neo4j on the folder that holds the graph, filled if need be, and
// all that answers from it.
func (s *stage) neo4j(ctx context.Context) ([]contender, error) {
	folder := s.options.path(fmt.Sprintf("neo4j-%d", s.options.size().Events))
	server, err := neo4jtest.Keep(folder)
	if err != nil {
		return nil, err
	}
	s.closers = append(s.closers, server.Close)
	if err := s.fillNeo4j(ctx, server, folder+".filled"); err != nil {
		return nil, err
	}
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

// fillNeo4j fills a database, and notes in a file that it is whole.
func (s *stage) fillNeo4j(ctx context.Context, server *neo4jtest.Server, note string) error {
	if _, err := os.Stat(note); err == nil {
		return nil
	}
	store, err := neo4j.Open(ctx, server.URL, neo4j.Login(server.User, server.Password))
	if err != nil {
		return err
	}
	if err := errors.Join(s.fill(ctx, "Neo4j", store), store.Close()); err != nil {
		return err
	}
	return os.WriteFile(note, nil, 0o644)
}
