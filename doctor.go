package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"dateline/graph"
	"dateline/graph/neo4j"
	"dateline/graph/sqlite"
	"dateline/graph/storekit"
	"dateline/loader"
	"dateline/loader/merge"
)

type doctorCommand struct {
	storeFlag
	Deep bool `help:"Also merge all articles again, in a temporary store, and compare the digests. It takes as long as a copy."`
}

func (doctorCommand) Help() string {
	return `Checks a store without changing it, and prints a line for each check: the file, the user's rights, the disk, the schema with its tables and indexes, the pages, what refers to what, what answers are found by, and the graph, of which every quote must be its article's exact text. Of a Neo4j server, it checks the constraints, indexes and locks, what is connected with what, and the graph. The exit code is 1 if something is wrong, with what to do about it. It may run while others use the store.

With --deep it finds any change that was made to the graph by other means than Dateline.

Example:
  dateline doctor --deep --store sqlite:news.db`
}

func (c *doctorCommand) Run(ctx context.Context, app *App) error {
	findings, err := c.findings(ctx)
	if err != nil {
		return err
	}
	healthy := true
	for _, f := range findings {
		if len(f.Faults) == 0 {
			fmt.Fprintf(app.Stdout, "ok     %s\n", f.Check)
			continue
		}
		healthy = false
		for _, fault := range f.Faults {
			fmt.Fprintf(app.Stdout, "FAULT  %s: %s\n", f.Check, fault)
		}
		fmt.Fprintf(app.Stdout, "       %s\n", f.Advice)
	}
	if !healthy {
		return errFailed
	}
	return nil
}

func (c *doctorCommand) findings(ctx context.Context) ([]storekit.Finding, error) {
	var findings []storekit.Finding
	scheme, path, err := splitStore("--store", c.Store)
	if err != nil {
		return nil, err
	}
	if scheme == sqliteScheme {
		findings, err = sqlite.Diagnose(ctx, path)
		if err != nil || faulty(findings, "file", "schema") {
			return findings, err
		}
	}
	store, err := c.existing(ctx)
	if ctx.Err() != nil {
		return nil, err
	}
	findings = append(findings, found("store", err))
	if err != nil {
		return findings, nil
	}
	defer store.Close()
	if server, ok := store.(*neo4j.Store); ok {
		more, err := server.Diagnose(ctx)
		if err != nil {
			return nil, err
		}
		findings = append(findings, more...)
	}
	checked := checkedWalker{Walker: store}
	digest, err := checkGraph(ctx, &checked)
	if ctx.Err() != nil {
		return nil, err
	}
	findings = append(findings, found("graph", err))
	if err == nil {
		findings = append(findings, checked.articles())
	}
	if err != nil || !c.Deep {
		return findings, nil
	}
	err = checkMerge(ctx, store, digest)
	if ctx.Err() != nil {
		return nil, err
	}
	finding := found("merge", err)
	if scheme == sqliteScheme && errors.Is(err, graph.ErrCorrupt) {
		finding.Advice = sqlite.CopyAdvice
	}
	return append(findings, finding), nil
}

// faulty reports whether one of these checks found a fault.
func faulty(findings []storekit.Finding, checks ...string) bool {
	for _, f := range findings {
		for _, check := range checks {
			if f.Check == check && len(f.Faults) > 0 {
				return true
			}
		}
	}
	return false
}

func found(check string, err error) storekit.Finding {
	if err == nil {
		return storekit.Finding{Check: check}
	}
	text := strings.ReplaceAll(err.Error(), "\n", "; ")
	return storekit.Finding{Check: check, Faults: []string{text}, Advice: graph.AdviceFor(err).Hint}
}

// checkGraph reads the whole graph, checks every batch, and returns the digest.
func checkGraph(ctx context.Context, checked *checkedWalker) (string, error) {
	digest, err := graph.Digest(ctx, checked)
	if errors.Is(err, graph.ErrInvalid) && !errors.Is(err, graph.ErrCorrupt) {
		err = fmt.Errorf("%w: %s", graph.ErrCorrupt, err.Error()) // what is stored was valid
	}
	return digest, err
}

// checkedWalker checks each batch that it visits.
type checkedWalker struct {
	graph.Walker
	// altered are the first articles that are not what was stored, of so many.
	altered []string
	count   int
}

// articles tells which articles something else has changed.
func (w *checkedWalker) articles() storekit.Finding {
	f := storekit.Finding{Check: "articles"}
	if w.count == 0 {
		return f
	}
	fault := "not what was stored, in title, day, text, mentions or reports: " + strings.Join(w.altered, ", ")
	if more := w.count - len(w.altered); more > 0 {
		fault += fmt.Sprintf(" and %d more", more)
	}
	f.Faults = []string{fault}
	f.Advice = "Something else than Dateline changed these articles. Load them again with dateline load --replace, or restore a backup from before."
	return f
}

func (w *checkedWalker) Walk(ctx context.Context, visit graph.Visitor) error {
	w.altered, w.count = nil, 0
	visit.Altered = func(articleID string) error {
		const told = 5
		if w.count++; w.count <= told {
			w.altered = append(w.altered, articleID)
		}
		return nil
	}
	inner := visit.Batch
	visit.Batch = func(b *graph.Batch) error {
		if err := b.Check(); err != nil {
			return err
		}
		return inner(b)
	}
	return w.Walker.Walk(ctx, visit)
}

// checkMerge merges the articles again, and compares the digest and, where the store is a
// file, the tables by which it finds what it has.
func checkMerge(ctx context.Context, store graph.Store, digest string) error {
	again, err := sqlite.Open(ctx, sqlite.Memory)
	if err != nil {
		return err
	}
	defer again.Close()
	if err := loader.Copy(ctx, store, again, func([]merge.Outcome) {}); err != nil {
		return err
	}
	want, err := graph.Digest(ctx, again)
	if err != nil {
		return err
	}
	if want != digest {
		return fmt.Errorf("%w: its digest is %s, and its articles make %s: something else changed entities or events, or another version of Dateline merged them", graph.ErrCorrupt, digest, want)
	}
	if file, ok := store.(*sqlite.Store); ok {
		return checkDerived(ctx, file, again)
	}
	return nil
}

// checkDerived compares the derived tables of two stores with the same articles.
func checkDerived(ctx context.Context, store, again *sqlite.Store) error {
	have, err := store.Derived(ctx)
	if err != nil {
		return err
	}
	want, err := again.Derived(ctx)
	if err != nil {
		return err
	}
	var differ []string
	for i, table := range have {
		switch {
		case table.Rows != want[i].Rows:
			differ = append(differ, fmt.Sprintf("%s has %s instead of %d", table.Table, count(table.Rows, "row"), want[i].Rows))
		case table.Sum != want[i].Sum:
			differ = append(differ, fmt.Sprintf("rows of %s differ", table.Table))
		}
	}
	if len(differ) > 0 {
		return fmt.Errorf("%w: the graph is whole, but not what it is found by, so that some questions miss answers: %s", graph.ErrCorrupt, strings.Join(differ, ", "))
	}
	return nil
}
