// Confidence measures what the confidence in a contact is worth:
//
//	go run ./bench/confidence news-dev.jsonl
//
// The input is articles of ContactBench with their contacts. For each range of confidence
// it prints how many contacts the product finds, and which share of them people found too,
// between the same parties. Contacts on which careful readers disagree are left out.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"dateline/bench/command"
	"dateline/bench/contactgold"
	"dateline/loader/what/contact"
	"dateline/loader/what/evidence"
)

func main() {
	command.Run(func(context.Context) error { return run(os.Args[1:]) })
}

func run(files []string) error {
	if len(files) == 0 {
		return errors.New("want files of JSON lines with articles and their contacts")
	}
	t := table{{atLeast: 0.95}, {atLeast: 0.9}, {atLeast: 0.8}, {atLeast: 0.7}, {atLeast: 0}}
	for _, path := range files {
		if err := contactgold.Each(path, t.addArticle); err != nil {
			return err
		}
	}
	t.print()
	return nil
}

// table has the ranges of confidence, the highest first.
type table []row

// row counts the contacts from a confidence up to the next higher row's.
type row struct {
	atLeast      float64
	found, right int
}

func (t table) addArticle(a *contactgold.Article) {
	matcher := contactgold.NewMatcher(a)
	for _, f := range contact.Find(a.Evidence) {
		told := matcher.Match(f.Trigger, parties(&f))
		if told >= 0 && a.Contacts[told].Optional {
			continue
		}
		t.add(f.Confidence, told >= 0)
	}
}

func parties(f *evidence.Finding) []int {
	var members []int
	for _, p := range f.Participants {
		members = append(members, p.Member)
	}
	return members
}

func (t table) add(confidence float64, right bool) {
	for i := range t {
		if confidence < t[i].atLeast {
			continue
		}
		t[i].found++
		if right {
			t[i].right++
		}
		return
	}
}

func (t table) print() {
	fmt.Println("confidence  found  right")
	for _, r := range t {
		if r.found > 0 {
			fmt.Printf("from %4.2f %8d %6.2f\n", r.atLeast, r.found, float64(r.right)/float64(r.found))
		}
	}
}
