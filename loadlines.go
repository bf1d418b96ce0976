package main

import (
	"encoding/json"
	"io"

	"dateline/graph"
	"dateline/loader"
	"dateline/loader/merge"
	"dateline/loader/source"
)

// loadLines writes what becomes of a load as lines of JSON. docs/sources.md explains the
// fields; they are a promise to scripts.
type loadLines struct {
	encode *json.Encoder
	quiet  bool // only failures and the summary
}

func newLoadLines(out io.Writer, quiet bool) *loadLines {
	encode := json.NewEncoder(out)
	encode.SetEscapeHTML(false)
	return &loadLines{encode, quiet}
}

// write writes a line. A reader that has gone away ends no load.
func (l *loadLines) write(line any) { _ = l.encode.Encode(line) }

type articleLine struct {
	Event     string     `json:"event"`
	Source    string     `json:"source"`
	Outcome   string     `json:"outcome"`
	ArticleID string     `json:"articleId"`
	Publisher string     `json:"publisher,omitempty"`
	Published graph.Date `json:"published"`
	Language  string     `json:"language"`
	Reports   int        `json:"reports"`
	Contacts  int        `json:"contacts"`
	Warnings  []string   `json:"warnings,omitempty"`
}

type failedLine struct {
	Event   string        `json:"event"`
	Source  string        `json:"source"`
	Code    source.Reason `json:"code"`
	Message string        `json:"message"`
	Advice  string        `json:"advice"`
}

type passedLine struct {
	Event  string `json:"event"`
	Source string `json:"source"`
	Why    string `json:"why"`
}

type progressLine struct {
	Event       string   `json:"event"`
	Articles    int      `json:"articles"`
	Seconds     float64  `json:"seconds"`
	Share       *float64 `json:"share,omitempty"`
	SecondsLeft *float64 `json:"secondsLeft,omitempty"`
}

type summaryLine struct {
	Event         string                `json:"event"`
	Articles      int                   `json:"articles"`
	Outcomes      map[string]int        `json:"outcomes"`
	Reports       int                   `json:"reports"`
	Contacts      int                   `json:"contacts"`
	People        int                   `json:"people"`
	Organizations int                   `json:"organizations"`
	Publishers    int                   `json:"publishers"`
	From          graph.Date            `json:"from"`
	To            graph.Date            `json:"to"`
	Undated       int                   `json:"undated"`
	OtherLanguage int                   `json:"otherLanguage"`
	KnownFiles    int                   `json:"knownFiles"`
	Failed        int                   `json:"failed"`
	Failures      map[source.Reason]int `json:"failures,omitempty"`
	PassedOver    map[string]int        `json:"passedOver,omitempty"`
	Seconds       float64               `json:"seconds"`
}

func (l *loadLines) result(r loader.Result) {
	if r.Err != nil {
		code := codeOf(r.Err)
		l.write(failedLine{"failed", r.Source, code, reason(r.Err), adviceFor(code)})
		return
	}
	if !l.quiet {
		l.write(articleLine{"article", r.Source, outcomeWords[r.Outcome], r.ArticleID, r.Publisher, r.Published, r.Language, r.Reports, r.Contacts, r.Warnings})
	}
}

func (l *loadLines) passed(file source.Passed) {
	if !l.quiet {
		l.write(passedLine{"passed", file.Name, file.Why})
	}
}

func (l *loadLines) progress(p pace) {
	line := progressLine{Event: "progress", Articles: p.articles, Seconds: p.seconds}
	if p.isKnown {
		left := p.left.Seconds()
		line.Share, line.SecondsLeft = &p.share, &left
	}
	if !l.quiet {
		l.write(line)
	}
}

func (l *loadLines) summary(s *summary, p pace) {
	outcomes := map[string]int{}
	for _, outcome := range []merge.Outcome{merge.Added, merge.Replaced, merge.Unchanged, merge.Superseded, merge.Removed} {
		outcomes[outcomeWords[outcome]] = s.outcomes[outcome]
	}
	l.write(summaryLine{
		Event: "summary", Articles: s.articles(), Outcomes: outcomes, Reports: s.reports, Contacts: s.contacts, People: len(s.people),
		Organizations: len(s.organizations), Publishers: len(s.publishers), From: s.from, To: s.to, Undated: s.undated, OtherLanguage: s.foreign,
		KnownFiles: s.known, Failed: s.failed(), Failures: s.failures, PassedOver: s.passed, Seconds: p.seconds,
	})
}
