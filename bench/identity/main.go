// Identity measures whether places of an article that tell of one contact are joined, and
// no others:
//
//	go run ./bench/identity news-dev.jsonl ...
//
// The input is articles of ContactBench, with the other places that tell of each contact
// (also) and the pairs of contacts that tell one event (same). Of the places that the
// product finds, those count whose parties are those of a contact that is told there. A
// pair of them is the same if both tell of one contact, or of two that are one event.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"

	"dateline/bench/command"
	"dateline/bench/contactgold"
	"dateline/loader/what/contact"
)

func main() {
	command.Run(func(context.Context) error { return run(os.Args[1:]) })
}

func run(paths []string) error {
	if len(paths) == 0 {
		return errors.New("want files of JSON lines with articles and their contacts")
	}
	for _, path := range paths {
		var all pairs
		if err := contactgold.Each(path, all.add); err != nil {
			return err
		}
		fmt.Println(path, all)
	}
	return nil
}

// pairs counts pairs of places.
type pairs struct{ places, joined, same, both int }

// add counts the pairs of an article.
func (p *pairs) add(a *contactgold.Article) {
	m := contactgold.NewMatcher(a)
	var tellings []contact.Telling
	var told [][]int
	for _, t := range contact.Tellings(a.Evidence) {
		if contacts := m.Told(t.Trigger, t.Parties); len(contacts) > 0 {
			tellings, told = append(tellings, t), append(told, contacts)
		}
	}
	p.places += len(tellings)
	for i := range tellings {
		for j := range i {
			isJoined, isSame := tellings[i].Contact == tellings[j].Contact, sharesEvent(a, told[i], told[j])
			p.joined += count(isJoined)
			p.same += count(isSame)
			p.both += count(isJoined && isSame)
		}
	}
}

// sharesEvent reports whether a contact of one list is one of the other, or one event with
// it.
func sharesEvent(a *contactgold.Article, some, others []int) bool {
	return slices.ContainsFunc(some, func(i int) bool {
		return slices.ContainsFunc(others, func(j int) bool {
			return i == j || slices.Contains(a.Same, [2]int{i, j}) || slices.Contains(a.Same, [2]int{j, i})
		})
	})
}

func count(is bool) int {
	if is {
		return 1
	}
	return 0
}

// String prints precision, recall and F1 over pairs.
func (p pairs) String() string {
	ratio := func(a, b int) float64 { return float64(a) / max(1, float64(b)) }
	precision, recall := ratio(p.both, p.joined), ratio(p.both, p.same)
	f1 := 2 * float64(p.both) / max(1, float64(p.joined+p.same))
	return fmt.Sprintf("%d places, %d pairs of one event: precision %.3f, recall %.3f, F1 %.3f", p.places, p.same, precision, recall, f1)
}
