package main

import (
	"context"
	"fmt"
	"net/http"
	"time"
)

// cost is what an attack costs, on average.
type cost struct {
	answers answers
	cpu     time.Duration
	memory  int // bytes by which the server has grown
}

// answers counts what became of requests.
type answers struct{ answered, refused, cut int }

func (a *answers) count(status int, err error) {
	switch {
	case err != nil:
		a.cut++
	case status >= http.StatusBadRequest:
		a.refused++
	default:
		a.answered++
	}
}

func (c cost) String() string {
	return fmt.Sprintf("%d | %d | %d | %.1f ms | %.1f MB", c.answers.answered, c.answers.refused, c.answers.cut,
		float64(c.cpu)/float64(time.Millisecond), float64(c.memory)/1e6)
}

// costOf sends an attack over and over, one after the other.
func (s *server) costOf(ctx context.Context, a attack, requests int) (c cost, err error) {
	began, err := s.cpu()
	if err != nil {
		return c, err
	}
	before, err := s.memory()
	if err != nil {
		return c, err
	}
	hostile := s.client(s.hostile)
	for i := range requests {
		c.answers.count(a.send(ctx, hostile, i))
	}
	ended, err := s.cpu()
	if err != nil {
		return c, err
	}
	after, err := s.memory()
	c.cpu, c.memory = (ended-began)/time.Duration(requests), max(after-before, 0)/requests
	return c, err
}
