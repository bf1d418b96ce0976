package loader

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"sync"
	"time"

	"dateline/graph"
	"dateline/loader/merge"
	"dateline/loader/read"
)

// Intake implements graph.Intake on a store. The language model is loaded when the first
// article comes: a server that never gets one does without it.
type Intake struct {
	Store graph.Writer
	// Workers is the number of articles to extract at once, at least 1.
	Workers int
	// Now returns the time for Article.LoadedAt.
	Now func() time.Time

	once      sync.Once
	extractor *Extractor
	err       error
}

var _ graph.Intake = (*Intake)(nil)

// outcomesOf are the outcomes of merging in the words of graph.
var outcomesOf = map[merge.Outcome]graph.LoadOutcome{
	merge.Added: graph.LoadAdded, merge.Replaced: graph.LoadReplaced, merge.Unchanged: graph.LoadUnchanged, merge.Superseded: graph.LoadOlder,
}

// Load reads and stores articles.
func (in *Intake) Load(ctx context.Context, submissions []graph.Submission, report func(graph.Loaded)) error {
	in.once.Do(func() { in.extractor, in.err = NewExtractor() })
	if in.err != nil {
		return in.err
	}
	load := Loader{Store: in.Store, Extractor: in.extractor, Workers: in.Workers, Now: in.Now}
	places := make(map[string]int, len(submissions))
	for i := range submissions {
		places[nameOf(i)] = i
	}
	return load.Load(ctx, itemsOf(submissions), func(r Result) {
		report(graph.Loaded{
			Index: places[r.Source], Outcome: outcomeOf(r), ArticleID: r.ArticleID, Reports: r.Reports, Warnings: r.Warnings, Reason: reasonOf(r.Err),
		})
	})
}

// nameOf is how messages name a submission.
func nameOf(i int) string { return fmt.Sprintf("articles[%d]", i) }

func itemsOf(submissions []graph.Submission) iter.Seq[read.Item] {
	return func(yield func(read.Item) bool) {
		for i, s := range submissions {
			if !yield(read.Submitted(nameOf(i), s)) {
				return
			}
		}
	}
}

func outcomeOf(r Result) graph.LoadOutcome {
	if r.Err != nil {
		return graph.LoadFailed
	}
	return outcomesOf[r.Outcome]
}

// reasonOf says why an article failed, for whoever handed it in.
func reasonOf(err error) string {
	var unread *read.Error
	switch {
	case err == nil:
		return ""
	case errors.As(err, &unread):
		return unread.Message
	}
	return string(graph.AdviceFor(err).Code) + ": " + graph.AdviceFor(err).Hint
}
