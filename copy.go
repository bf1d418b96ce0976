package main

import (
	"context"
	"errors"
	"fmt"

	"dateline/graph"
	"dateline/loader"
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
		other, err := loader.OnlyIn(ctx, to, from)
		if err != nil {
			return err
		}
		if other != nil {
			return fmt.Errorf("%w: the store of --to holds articles that the store of --from does not, such as %s %q; with --add it will hold both", errUsage, other.ID, other.Title)
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

// linesEvery is how many articles pass between two lines of progress.
const linesEvery = 1024

// copy copies the articles and shows the progress.
func (c *copyCommand) copy(ctx context.Context, app *App, from graph.Reader, to graph.Writer) error {
	page, err := from.Articles(ctx, graph.ArticleQuery{PageRequest: graph.PageRequest{First: 1, Total: true}})
	if err != nil {
		return fmt.Errorf("--from: %w", err)
	}
	total := page.Total
	progress := newProgress(app, c.Quiet, "copying", total)
	err = loader.Copy(ctx, from, to, func(outcomes []merge.Outcome) {
		before := progress.done / linesEvery
		progress.add(outcomes...)
		if progress.done/linesEvery > before {
			progress.line("copied     %d of %s", progress.done, count(total, "article"))
		}
	})
	seconds := progress.finish(app)
	progress.note("%d of %s: %d added, %d replaced, %d there already, %d older than what is stored; %.1f s",
		progress.done, count(total, "article"), progress.outcomes[merge.Added], progress.outcomes[merge.Replaced],
		progress.outcomes[merge.Unchanged], progress.outcomes[merge.Superseded], seconds)
	if err != nil && !errors.Is(err, graph.ErrInvalid) {
		return fmt.Errorf("the copy stopped, and continues when it is run again: %w", err)
	}
	return err
}

// compare prints the digest that both stores have, or says how they differ.
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
	fmt.Fprintf(app.Stderr, `dateline: the digests differ: %s of --from, %s of --to.
Either the first store was written meanwhile (copy again), or another version of Dateline merged it (load its articles again), or the second has newer versions of some articles.
`, want, got)
	return errFailed
}
