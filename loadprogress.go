package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"dateline/loader"
	"dateline/loader/merge"
	"dateline/loader/read"
	"dateline/loader/source"
)

// loadProgress counts and shows what becomes of each article.
type loadProgress struct {
	*progress
	app     *App
	doing   string // what the bar says
	summary summary
	known   int           // files that have not changed since they were loaded
	lines   *loadLines    // JSON in place of text; nil for text
	files   *source.Meter // how far files are read; nil if that is not counted
	told    time.Time     // when the progress was last told

	passing sync.Mutex // files are passed over while others are loaded
	passed  map[string]int
}

func newLoadProgress(app *App, quiet bool, doing string) *loadProgress {
	p := &loadProgress{progress: newProgress(app, quiet, doing, -1), app: app, doing: doing, passed: map[string]int{}}
	p.told = p.start
	return p
}

// newJSONProgress shows progress as lines of JSON.
func newJSONProgress(app *App, quiet bool) *loadProgress {
	p := newLoadProgress(app, true, "")
	p.lines = newLoadLines(app.Stdout, quiet)
	return p
}

// meter returns what counts how far the files of a load are read, and surveys them
// meanwhile.
func (p *loadProgress) meter(ctx context.Context, paths []string, options read.Options) *source.Meter {
	p.files = &source.Meter{}
	options.Meter = p.files
	go options.Survey(ctx, paths)
	return p.files
}

func (p *loadProgress) failures() int { return p.summary.failed() }

// passOver counts a file that was passed over by the reason, and shows it.
func (p *loadProgress) passOver(file source.Passed) {
	p.passing.Lock()
	defer p.passing.Unlock()
	p.passed[file.Why]++
	if p.lines != nil {
		p.lines.passed(file)
		return
	}
	p.line("passed     %s: %s", file.Name, file.Why)
}

func (p *loadProgress) add(r loader.Result) {
	p.summary.add(r)
	defer p.tell()
	if p.lines != nil {
		p.passing.Lock()
		defer p.passing.Unlock()
		p.lines.result(r)
		p.count(r)
		return
	}
	if r.Err != nil {
		p.count(r)
		p.note("failed     %s: %s", r.Source, reason(r.Err))
		return
	}
	p.count(r)
	for _, warning := range r.Warnings {
		p.note("note       %s: %s", r.Source, warning)
	}
	p.line("%-10s %s: %s", outcomeWords[r.Outcome], r.Source, count(r.Reports, "report"))
}

func (p *loadProgress) count(r loader.Result) {
	if r.Err != nil {
		p.advance(1)
		return
	}
	p.progress.add(r.Outcome)
}

// How often the progress is told: beside a bar, and in lines.
const (
	barEvery  = time.Second
	lineEvery = time.Minute
)

// tell shows the rate and the time that is left, now and then.
func (p *loadProgress) tell() {
	now := p.app.Now()
	every := lineEvery
	if p.bar != nil {
		every = barEvery
	}
	if now.Sub(p.told) < every {
		return
	}
	p.told = now
	pace := p.pace(now)
	switch {
	case p.bar != nil:
		p.bar.Describe(p.doing + ": " + pace.String())
	case p.lines != nil:
		p.passing.Lock()
		defer p.passing.Unlock()
		p.lines.progress(pace)
	default:
		p.line("progress   %s", pace)
	}
}

// pace is how fast a load goes.
type pace struct {
	articles int
	seconds  float64
	share    float64 // of the files, from 0 to 1
	left     time.Duration
	isKnown  bool // share and left
}

func (p *loadProgress) pace(now time.Time) pace {
	f := pace{articles: p.done, seconds: now.Sub(p.start).Seconds()}
	// What little was read says nothing of the time that the rest takes.
	const enough = .005
	f.share, f.isKnown = p.files.Share()
	if f.isKnown = f.isKnown && f.share > enough; f.isKnown {
		f.left = time.Duration(f.seconds * (1 - f.share) / f.share * float64(time.Second))
	}
	return f
}

func (f pace) rate() float64 {
	if f.seconds <= 0 {
		return 0
	}
	return float64(f.articles) / f.seconds
}

func (f pace) String() string {
	text := fmt.Sprintf("%s, %.1f a second", count(f.articles, "article"), f.rate())
	if f.isKnown {
		text += fmt.Sprintf(", %.0f%% of the files, %s left", f.share*100, roughly(f.left))
	}
	return text
}

// roughly returns a time in words.
func roughly(d time.Duration) string {
	switch {
	case d < time.Minute:
		return fmt.Sprintf("about %d s", max(1, int(d.Seconds())))
	case d < 2*time.Hour:
		return fmt.Sprintf("about %d min", int(d.Round(time.Minute).Minutes()))
	}
	return fmt.Sprintf("about %d h", int(d.Round(time.Hour).Hours()))
}

// finish shows the summary.
func (p *loadProgress) finish() {
	pace := p.pace(p.app.Now())
	p.clear()
	p.summary.passed, p.summary.known = p.passed, p.known
	if p.lines != nil {
		p.lines.summary(&p.summary, pace)
		return
	}
	for _, line := range p.summary.lines() {
		p.note("%s", line)
	}
	last := fmt.Sprintf("%s: %d added, %d replaced, %d unchanged, %d older than what is stored; %s; %d failed; %.1f s",
		count(p.done, "article"), p.outcomes[merge.Added], p.outcomes[merge.Replaced], p.outcomes[merge.Unchanged], p.outcomes[merge.Superseded],
		count(p.summary.reports, "report"), p.failures(), pace.seconds)
	if rate := pace.rate(); pace.seconds >= 1 {
		last += fmt.Sprintf(" (%.1f articles a second)", rate)
	}
	p.note("%s", last)
}

var outcomeWords = map[merge.Outcome]string{
	merge.Added: "added", merge.Replaced: "replaced", merge.Unchanged: "unchanged", merge.Superseded: "older", merge.Removed: "removed",
}

// isEnglish reports whether an article is read for reports.
func isEnglish(language string) bool {
	base, _, _ := strings.Cut(language, "-")
	return base == "en" || base == ""
}

// codeOf returns the code of a failure, for counting.
func codeOf(err error) source.Reason {
	var unread *read.Error
	if errors.As(err, &unread) {
		return unread.Reason
	}
	return notStored
}

// notStored is the code of an article that was read and could not be stored.
const notStored source.Reason = "NOT_STORED"
