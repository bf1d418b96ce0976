package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"
	"unicode"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"dateline/loader/merge"
)

// progress shows how many articles a command has finished: as a bar on a terminal,
// as lines elsewhere. If quiet, it shows only notes and the last line.
type progress struct {
	out      io.Writer
	bar      *progressbar.ProgressBar // nil where there is none
	quiet    bool
	start    time.Time
	done     int
	outcomes map[merge.Outcome]int
}

// newProgress shows progress towards total articles; -1 if their number is unknown.
// doing says what is being done: "loading".
func newProgress(app *App, quiet bool, doing string, total int) *progress {
	p := &progress{out: app.Stderr, quiet: quiet, start: app.Now(), outcomes: map[merge.Outcome]int{}}
	if isTerminal(p.out) && !quiet {
		p.bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(p.out), progressbar.OptionSetDescription(doing),
			progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString("articles"), progressbar.OptionClearOnFinish())
	}
	return p
}

func isTerminal(out io.Writer) bool {
	file, ok := out.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
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

// note prints a line above the bar, even if quiet.
func (p *progress) note(format string, args ...any) {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
	fmt.Fprintln(p.out, strings.Map(shown, fmt.Sprintf(format, args...)))
}

// shown replaces the control characters that the names of files and members can have.
func shown(r rune) rune {
	if unicode.IsControl(r) {
		return unicode.ReplacementChar
	}
	return r
}

// line prints a line, unless there is a bar or quiet is set.
func (p *progress) line(format string, args ...any) {
	if p.bar == nil && !p.quiet {
		p.note(format, args...)
	}
}

// clear removes the bar.
func (p *progress) clear() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}

// finish removes the bar and returns the seconds since the start.
func (p *progress) finish(app *App) float64 {
	p.clear()
	return app.Now().Sub(p.start).Seconds()
}

// count returns a number with its noun: "1 report", "2 reports".
func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}
