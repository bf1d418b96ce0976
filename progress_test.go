package main

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/graph"
	"dateline/loader"
	"dateline/loader/merge"
	"dateline/loader/read"
	"dateline/loader/source"
)

// results are what a load reports in these tests.
var results = []loader.Result{
	{Source: "a.txt", Outcome: merge.Added, Reports: 3, Contacts: 2, Language: "en-GB", Publisher: "Fjord Post", Published: graph.NewDate(2026, 3, 2), People: []string{"ana lim", "jo falk"}, Organizations: []string{"norway"}},
	{Source: "b.txt", Outcome: merge.Unchanged, Warnings: []string{"read as Windows-1252"}, People: []string{"ana lim"}, Publisher: "FJORD POST", Published: graph.NewDate(2025, 12, 24)},
	{Source: "c.txt", Outcome: merge.Superseded, Language: "fr"},
	{Source: "d.pdf", Err: &read.Error{Reason: read.Locked, Message: "is encrypted"}},
}

// clock is the time of tests, which passes with each look.
type clock struct {
	now  time.Time
	step time.Duration
}

func (c *clock) Now() time.Time {
	c.now = c.now.Add(c.step)
	return c.now
}

func TestLoadProgress(t *testing.T) {
	var printed bytes.Buffer
	app := &App{Stderr: &printed, Now: func() time.Time { return time.Time{} }}
	progress := newLoadProgress(app, false, "loading")
	for _, r := range results {
		progress.add(r)
	}
	progress.passOver(source.Passed{Name: "e.jpg", Why: "files that end in .jpg are not read"})
	progress.known = 1
	progress.finish()
	const want = `added      a.txt: 3 reports
note       b.txt: read as Windows-1252
unchanged  b.txt: 0 reports
older      c.txt: 0 reports
failed     d.pdf: LOCKED: is encrypted
passed     e.jpg: files that end in .jpg are not read
published from 2025-12-24 to 2026-03-02; 1 article without a day; 1 publisher
told of: 2 contacts, 1 statement; named: 2 people, 1 organization
1 article in other languages than English: stored, and not read for reports
1 file unchanged since the last load, and not read
1 article not stored, since a longer version from another place is; --replace stores it
passed over 1 file: files that end in .jpg are not read
failed LOCKED: 1; unpack or save it with its password first
3 articles: 1 added, 0 replaced, 1 unchanged, 1 older than what is stored; 3 reports; 1 failed; 0.0 s
`
	if printed.String() != want {
		t.Errorf("got\n%s\nwant\n%s", printed.String(), want)
	}
}

// The rate and the time that is left are told every minute, unless a load is to be quiet.
func TestPace(t *testing.T) {
	told := func(quiet bool) (lines []string) {
		var printed bytes.Buffer
		at := &clock{step: 20 * time.Second}
		progress := newLoadProgress(&App{Stderr: &printed, Now: at.Now}, quiet, "loading")
		for range 7 {
			progress.add(results[0])
		}
		for line := range strings.Lines(printed.String()) {
			if strings.HasPrefix(line, "progress") {
				lines = append(lines, line)
			}
		}
		return lines
	}
	if got, want := told(false), []string{"progress   3 articles, 0.1 a second\n", "progress   6 articles, 0.1 a second\n"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := told(true); len(got) > 0 {
		t.Errorf("a quiet load tells %q", got)
	}
	for _, test := range []struct {
		pace pace
		want string
	}{
		{pace{articles: 1, seconds: 2, share: .25, isKnown: true, left: 6 * time.Second}, "1 article, 0.5 a second, 25% of the files, about 6 s left"},
		{pace{articles: 90, seconds: 3, share: .01, isKnown: true, left: 5 * time.Minute}, "90 articles, 30.0 a second, 1% of the files, about 5 min left"},
		{pace{}, "0 articles, 0.0 a second"},
	} {
		if got := test.pace.String(); got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
}

// Lines for scripts have what the lines for people have.
func TestLoadLines(t *testing.T) {
	var printed bytes.Buffer
	app := &App{Stdout: &printed, Stderr: &bytes.Buffer{}, Now: func() time.Time { return time.Time{} }}
	progress := newJSONProgress(app, false)
	for _, r := range results[1:] {
		progress.add(r)
	}
	progress.passOver(source.Passed{Name: "e.jpg", Why: "files that end in .jpg are not read"})
	progress.finish()
	const want = `{"event":"article","source":"b.txt","outcome":"unchanged","articleId":"","publisher":"FJORD POST","published":"2025-12-24","language":"","reports":0,"contacts":0,"warnings":["read as Windows-1252"]}
{"event":"article","source":"c.txt","outcome":"older","articleId":"","published":null,"language":"fr","reports":0,"contacts":0}
{"event":"failed","source":"d.pdf","code":"LOCKED","message":"LOCKED: is encrypted","advice":"unpack or save it with its password first"}
{"event":"passed","source":"e.jpg","why":"files that end in .jpg are not read"}
{"event":"summary","articles":2,"outcomes":{"added":0,"older":1,"removed":0,"replaced":0,"unchanged":1},"reports":0,"contacts":0,"people":1,"organizations":0,"publishers":1,"from":"2025-12-24","to":"2025-12-24","undated":1,"otherLanguage":1,"knownFiles":0,"failed":1,"failures":{"LOCKED":1},"passedOver":{"files that end in .jpg are not read":1},"seconds":0}
`
	if printed.String() != want {
		t.Errorf("got\n%s\nwant\n%s", printed.String(), want)
	}
}

// Every reason has something to do about it.
func TestEveryFailureHasAdvice(t *testing.T) {
	for _, code := range append(source.Reasons(), notStored) {
		if adviceFor(code) == "" {
			t.Errorf("nothing is to be done about %s", code)
		}
	}
}
