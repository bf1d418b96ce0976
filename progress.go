package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"dateline/loader/merge"
)

// progress shows how a command gets on with articles: a bar on a terminal, plain
// lines elsewhere, and nothing but errors and the last line where it is quiet.
type progress struct {
	out      io.Writer
	bar      *progressbar.ProgressBar // nil where there is none
	quiet    bool
	start    time.Time
	done     int
	outcomes map[merge.Outcome]int
}

// newProgress starts to show the progress of what is done to so many articles; -1
// if it is not known how many there are.
func newProgress(app *App, quiet bool, doing string, total int) *progress {
	p := &progress{out: app.Stderr, quiet: quiet, start: app.Now(), outcomes: map[merge.Outcome]int{}}
	if file, ok := p.out.(*os.File); ok && !quiet && term.IsTerminal(int(file.Fd())) {
		p.bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(p.out), progressbar.OptionSetDescription(doing),
			progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString("articles"), progressbar.OptionClearOnFinish())
	}
	return p
}

// add counts articles that were stored.
func (p *progress) add(outcomes ...merge.Outcome) {
	for _, outcome := range outcomes {
		p.outcomes[outcome]++
	}
	p.done += len(outcomes)
	p.advance(len(outcomes))
}

// advance moves the bar by so many articles.
func (p *progress) advance(articles int) {
	if p.bar != nil {
		_ = p.bar.Add(articles) // a bar that cannot be drawn stops nothing
	}
}

// note prints a line in any case, above the bar.
func (p *progress) note(format string, args ...any) {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
	fmt.Fprintf(p.out, format+"\n", args...)
}

// line prints a line where neither a bar nor quiet stands for it.
func (p *progress) line(format string, args ...any) {
	if p.bar == nil && !p.quiet {
		p.note(format, args...)
	}
}

// finish takes the bar away and returns the seconds that it all took.
func (p *progress) finish(app *App) float64 {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
	return app.Now().Sub(p.start).Seconds()
}

// count is a number with its noun: "1 report", "2 reports".
func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}
