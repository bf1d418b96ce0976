package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"dateline/graph"
	"dateline/loader/merge"
)

type copyCommand struct {
	From    string `help:"The store to read." required:"" placeholder:"URL"`
	To      string `help:"The store to write; it is made where it does not exist." required:"" placeholder:"URL"`
	login   `embed:"" envprefix:"DATELINE_"`
	ToLogin login `embed:"" prefix:"to-" envprefix:"DATELINE_TO_"`
	Add     bool  `help:"Copy into a store that holds other articles too: it will hold both."`
	Quiet   bool  `help:"Print errors and the last lines only." short:"q"`
}

func (copyCommand) Help() string {
	return `What is copied are the articles, each with what was found in it. The entities and events follow from those, and are merged anew in the other store, group by group: at every moment it is a whole graph of the articles that it has so far. So a copy that was broken off is taken up by the same command, which passes over what is there.
In the end the digests of both are compared, and printed if they are equal. They differ where the first store was written meanwhile, or by a Dateline that merges otherwise.
IDs stay. Those of words that a newer version of their article has no more are not copied: the first store still finds what became of them, the other does not.
--user and --password are for both stores; --to-user and --to-password for the second where they differ.

Examples:
  dateline copy --from sqlite:news.db --to neo4j://localhost:7687
  dateline copy --from neo4j+s://db.example.org?database=news --to sqlite:backup.db --password-file secret.txt`
}

func (c *copyCommand) Run(ctx context.Context, app *App) error {
	if c.From == c.To {
		return fmt.Errorf("%w: --from and --to are the same store", errUsage)
	}
	for flag, store := range map[string]string{"--from": c.From, "--to": c.To} {
		if _, _, err := splitStore(flag, store); err != nil {
			return err
		}
	}
	from, err := storeFlag{Store: c.From, login: c.login}.existing(ctx)
	if err != nil {
		return fmt.Errorf("--from: %w", err)
	}
	defer from.Close()
	to, err := storeFlag{Store: c.To, login: c.loginOfTarget()}.create(ctx)
	if err != nil {
		return fmt.Errorf("--to: %w", err)
	}
	defer to.Close()
	if !c.Add {
		if err := checkNoOthers(ctx, from, to); err != nil {
			return err
		}
	}
	if err := c.copy(ctx, app, from, to); err != nil {
		return err
	}
	return c.compare(ctx, app, from, to)
}

func (c *copyCommand) loginOfTarget() login {
	to := c.ToLogin
	if to.CA == "" {
		to.CA = c.CA
	}
	if to.Password == "" && to.PasswordFile == "" {
		to.Password, to.PasswordFile = c.Password, c.PasswordFile
		if to.User == defaultUser {
			to.User = c.User
		}
	}
	return to
}

// articlesAtOnce is how many articles are looked up in one call.
const articlesAtOnce = 500

// checkNoOthers makes sure that the second store has no article that the first
// has not, since a copy would be a mixture of both.
func checkNoOthers(ctx context.Context, from, to graph.Reader) error {
	page := graph.PageRequest{First: articlesAtOnce}
	for {
		there, err := to.Articles(ctx, graph.ArticleQuery{PageRequest: page})
		if err != nil {
			return fmt.Errorf("--to: %w", err)
		}
		ids := make([]string, len(there.Nodes))
		for i, article := range there.Nodes {
			ids[i] = article.ID
		}
		nodes, err := from.Nodes(ctx, ids)
		if err != nil {
			return fmt.Errorf("--from: %w", err)
		}
		for i, node := range nodes {
			if node == nil {
				return fmt.Errorf("%w: the store of --to holds articles that the other has not, such as %s %q; with --add it will hold both", errUsage, ids[i], there.Nodes[i].Title)
			}
		}
		if !there.HasNext {
			return nil
		}
		page.After = there.Cursors[len(there.Cursors)-1]
	}
}

// copyGroup is how many articles one transaction stores.
const copyGroup = 32

// copy applies every batch of one store to the other, by article ID.
func (c *copyCommand) copy(ctx context.Context, app *App, from graph.Reader, to graph.Writer) error {
	total, err := from.Articles(ctx, graph.ArticleQuery{PageRequest: graph.PageRequest{First: 1, Total: true}})
	if err != nil {
		return fmt.Errorf("--from: %w", err)
	}
	copied := newCopying(app.Stderr, c.Quiet, total.Total, app.Now())
	var group []*graph.Batch
	flush := func() error {
		var outcomes []merge.Outcome
		err := to.Update(ctx, func(tx graph.Tx) (err error) {
			outcomes, err = merge.Apply(tx, group...)
			return err
		})
		if err != nil {
			return fmt.Errorf("--to: %w", err)
		}
		copied.add(outcomes)
		group = nil
		return nil
	}
	err = from.Walk(ctx, graph.Visitor{Batch: func(b *graph.Batch) error {
		if group = append(group, b); len(group) < copyGroup {
			return nil
		}
		return flush()
	}})
	if err == nil && len(group) > 0 {
		err = flush()
	}
	copied.finish(app.Now())
	if err != nil && !errors.Is(err, graph.ErrInvalid) {
		return fmt.Errorf("copy, which goes on when it is run again: %w", err)
	}
	return err
}

// compare prints the digest that both stores have, or tells why there is none.
func (c *copyCommand) compare(ctx context.Context, app *App, from, to graph.Reader) error {
	got, err := graph.Digest(ctx, to)
	if err != nil {
		return fmt.Errorf("--to: %w", err)
	}
	want, err := graph.Digest(ctx, from)
	if err != nil {
		return fmt.Errorf("--from: %w", err)
	}
	if got == want || c.Add {
		fmt.Fprintln(app.Stdout, got)
		return nil
	}
	fmt.Fprintf(app.Stderr, "dateline: the digests differ: %s of --from, %s of --to. The first was written meanwhile (then copy again), or merged by another version of Dateline (then load its articles anew), or the other has newer versions of articles.\n", want, got)
	return errFailed
}

// copying shows how a copy goes: a bar on a terminal, now and then a line elsewhere.
type copying struct {
	out      io.Writer
	bar      *progressbar.ProgressBar
	quiet    bool
	total    int
	start    time.Time
	outcomes map[merge.Outcome]int
	done     int
}

func newCopying(out io.Writer, quiet bool, total int, now time.Time) *copying {
	c := &copying{out: out, quiet: quiet, total: total, start: now, outcomes: map[merge.Outcome]int{}}
	if file, ok := out.(*os.File); ok && !quiet && term.IsTerminal(int(file.Fd())) {
		c.bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(out), progressbar.OptionSetDescription("copying"),
			progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString("articles"), progressbar.OptionClearOnFinish())
	}
	return c
}

// linesEvery is how many articles pass between two lines of progress.
const linesEvery = 1024

func (c *copying) add(outcomes []merge.Outcome) {
	before := c.done / linesEvery
	c.done += len(outcomes)
	for _, outcome := range outcomes {
		c.outcomes[outcome]++
	}
	if c.bar != nil {
		_ = c.bar.Add(len(outcomes)) // a bar that cannot be drawn costs nothing else
	} else if !c.quiet && c.done/linesEvery > before {
		fmt.Fprintf(c.out, "copied     %d of %d articles\n", c.done, c.total)
	}
}

func (c *copying) finish(now time.Time) {
	if c.bar != nil {
		_ = c.bar.Finish()
	}
	fmt.Fprintf(c.out, "%d of %d articles: %d added, %d replaced, %d there already, %d older than what is stored; %.1f s\n",
		c.done, c.total, c.outcomes[merge.Added], c.outcomes[merge.Replaced], c.outcomes[merge.Unchanged], c.outcomes[merge.Superseded],
		now.Sub(c.start).Seconds())
}
