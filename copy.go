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
	From    string `help:"Store to copy from." required:"" placeholder:"URL"`
	To      string `help:"Store to copy to; it is created if it does not exist." required:"" placeholder:"URL"`
	login   `embed:"" envprefix:"DATELINE_"`
	ToLogin login `embed:"" prefix:"to-" envprefix:"DATELINE_TO_" set:"ofStore= of --to"`
	Add     bool  `help:"Allow a target that already has other articles; it will hold both."`
	Quiet   bool  `help:"Print only errors and the last lines." short:"q"`
}

func (copyCommand) Help() string {
	return `Copies the articles, each with what was extracted from it, and the edits, withdrawn ones too. Entities and events are not copied: the target merges them again, a few articles at a time, so that it is always a complete graph of the articles that it has. If a copy is interrupted, run the same command again; it skips what is there already.

At the end the digests of both stores are compared, and printed if they are equal. They differ if the source was written during the copy, or was merged by another version of Dateline.

IDs stay the same. IDs of things that a newer version of their article no longer mentions are not copied: they can still be looked up in the source, but not in the target.

--user and --password are for both stores; --to-user and --to-password are for the target, if its login differs.

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
			return fmt.Errorf("%w: the store of --to has articles that the store of --from does not, such as %s %q; pass --add to keep both",
				errUsage, other.ID, other.Title)
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

// articleWalker is what a copy needs of its source.
type articleWalker interface {
	graph.ArticleReader
	graph.Walker
}

// copy copies the articles and shows the progress.
func (c *copyCommand) copy(ctx context.Context, app *App, from articleWalker, to graph.Writer) error {
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
	removed := ""
	if n := progress.outcomes[merge.Removed]; n > 0 {
		removed = fmt.Sprintf(", %d taken down in the target", n)
	}
	progress.note("%d of %s: %d added, %d replaced, %d there already, %d older than what is stored%s; %.1f s",
		progress.done, count(total, "article"), progress.outcomes[merge.Added], progress.outcomes[merge.Replaced],
		progress.outcomes[merge.Unchanged], progress.outcomes[merge.Superseded], removed, seconds)
	if err != nil && !errors.Is(err, graph.ErrInvalid) {
		return fmt.Errorf("the copy stopped; run it again to continue: %w", err)
	}
	return err
}

// compare prints the digest that both stores have, or says how they differ.
func (c *copyCommand) compare(ctx context.Context, app *App, from, to graph.Walker) error {
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
The source was written during the copy (copy again), or was merged by another version of Dateline (load its articles again), or the target has newer versions of some articles.
`, want, got)
	return errFailed
}
