package main

import (
	"context"
	"errors"
	"runtime"
	"time"

	"dateline/loader"
	"dateline/loader/merge"
	"dateline/loader/read"
	"dateline/loader/source"
)

type watchCommand struct {
	storeFlag
	webFlags
	Sources []string      `arg:"" help:"Web addresses of feeds, sitemaps and pages, lists of these, files and folders." placeholder:"SOURCES"`
	Every   time.Duration `help:"Time between two rounds (default ${default})." default:"15m" placeholder:"TIME"`
	Rounds  int           `help:"Stop after N rounds; 0 for never." default:"0" placeholder:"N"`
	State   string        `help:"File that remembers what is loaded (default ${default})." default:"dateline-watch.json" placeholder:"FILE"`
	Quiet   bool          `help:"Print only errors, notes and the line of each round." short:"q"`
}

func (watchCommand) Help() string {
	return `Looks again and again for what is new in feeds and folders, and loads it. Each item of a feed is loaded once, and again when the feed changes it; what fails is tried again in the next round. A source that cannot be reached is asked less and less often.

Examples:
  dateline watch https://example.org/feed.xml inbox/ --store sqlite:news.db
  dateline watch feeds.opml --every 1h --rounds 24`
}

func (c *watchCommand) Run(ctx context.Context, app *App) error {
	store, err := c.create(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	extractor, err := loader.NewExtractor()
	if err != nil {
		return err
	}
	state, err := source.OpenState(c.State)
	if err != nil {
		return err
	}
	web := c.web()
	web.State = state
	load := loader.Loader{Store: store, Extractor: extractor, Workers: runtime.GOMAXPROCS(0), Now: app.Now, Rule: merge.ByPlace}
	waiting := map[string]*backOff{}
	for round := 1; ; round++ {
		if err := c.round(ctx, app, load, state, web, waiting); err != nil {
			return err
		}
		if round == c.Rounds {
			return nil
		}
		select {
		case <-time.After(c.Every):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// round loads what is new in the sources that are due.
func (c *watchCommand) round(ctx context.Context, app *App, load loader.Loader, state *source.State, web *source.Web, waiting map[string]*backOff) error {
	progress := newLoadProgress(app, c.Quiet, "watching")
	ledger := newLedger(state)
	unreached := map[string]bool{}
	known := 0
	options := read.Options{
		Web: web, Again: true, Skip: ledger.skip, IsKnown: state.IsLoaded,
		PassedOver: func(source.Passed) { known++ },
	}
	due := c.due(waiting)
	err := load.Load(ctx, ledger.watch(read.Sources(ctx, due, options)), func(r loader.Result) {
		progress.add(r)
		ledger.done(r)
		var failed *read.Error
		if errors.As(r.Err, &failed) && failed.Reason == source.Unreachable {
			unreached[r.Source] = true
		}
	})
	for _, path := range due {
		waiting[path].after(unreached[path])
	}
	state.Settle(err == nil && progress.failures() == 0)
	seconds := progress.progress.finish(app)
	progress.note("%s: %d new, %d changed, %d known, %d failed; %.1f s", app.Now().UTC().Format(time.RFC3339),
		progress.outcomes[merge.Added], progress.outcomes[merge.Replaced],
		progress.outcomes[merge.Unchanged]+progress.outcomes[merge.Superseded]+known+ledger.known, progress.failures(), seconds)
	return errors.Join(err, ledger.close())
}

// due returns the sources that are not left alone this round.
func (c *watchCommand) due(waiting map[string]*backOff) []string {
	var due []string
	for _, path := range c.Sources {
		if waiting[path] == nil {
			waiting[path] = &backOff{}
		}
		if waiting[path].isDue() {
			due = append(due, path)
		}
	}
	return due
}

// backOff says how many rounds a source is left alone: twice as many each time that it
// could not be reached.
type backOff struct{ failures, rounds int }

const maxBackOff = 6 // failures that count: 32 rounds

func (b *backOff) isDue() bool {
	if b.rounds > 0 {
		b.rounds--
		return false
	}
	return true
}

func (b *backOff) after(failed bool) {
	if !failed {
		b.failures = 0
		return
	}
	b.failures = min(b.failures+1, maxBackOff)
	b.rounds = 1<<(b.failures-1) - 1
}
