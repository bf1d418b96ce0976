package main

import (
	"context"
	"errors"
	"fmt"

	"dateline/graph"
	"dateline/graph/graphtest"
)

// question asks for the first twenty contacts of a party that overlap a period.
type question struct {
	id string
	// from and to are days, 2021-01-01.
	from, to string
}

// asked is how many of the most popular parties are asked for.
const asked = 2000

// pageSize is how many events each contender is asked for.
const pageSize = 20

// full keeps the questions that a whole page answers.
func full(ctx context.Context, c contender, questions []question) ([]question, error) {
	var kept []question
	for _, q := range questions {
		ids, err := c.ask(ctx, q, true)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", c.name, err)
		}
		if len(ids) == pageSize {
			kept = append(kept, q)
		}
	}
	if len(kept) == 0 {
		return nil, fmt.Errorf("none of %d questions has %d events for an answer", len(questions), pageSize)
	}
	return kept, nil
}

// questionsFor takes the parties in turns, each in five of the ten years that
// samples have events in.
func questionsFor(ctx context.Context, store graph.Reader, seed int64, size graphtest.Size) ([]question, error) {
	var questions []question
	for rank, name := range graphtest.PartyNames(seed, size, asked) {
		entity, err := store.Entity(ctx, graph.EntityRef{Name: name})
		if errors.Is(err, graph.ErrNotFound) {
			continue // no article of the sample names it
		}
		if err != nil {
			return nil, err
		}
		first := 2021 + rank%6
		questions = append(questions, question{
			id: entity.NodeID(), from: fmt.Sprintf("%d-01-01", first), to: fmt.Sprintf("%d-12-31", first+4),
		})
	}
	return questions, nil
}
