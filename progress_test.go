package main

import (
	"bytes"
	"testing"
	"time"

	"dateline/loader"
	"dateline/loader/merge"
)

func TestLoadProgress(t *testing.T) {
	var printed bytes.Buffer
	app := &App{Stderr: &printed, Now: func() time.Time { return time.Time{} }}
	progress := &loadProgress{progress: newProgress(app, false, "loading", -1)}
	progress.add(loader.Result{Source: "a.txt", Outcome: merge.Added, Reports: 1})
	progress.finish(app)
	progress.add(loader.Result{Source: "b.txt", Outcome: merge.Unchanged, Warnings: []string{"read as Windows-1252"}})
	progress.finish(app)
	const want = `added      a.txt: 1 report
1 article: 1 added, 0 replaced, 0 unchanged, 0 older than what is stored; 1 report; 0 failed; 0.0 s
note       b.txt: read as Windows-1252
unchanged  b.txt: 0 reports
2 articles: 1 added, 0 replaced, 1 unchanged, 0 older than what is stored; 1 report; 0 failed; 0.0 s
`
	if printed.String() != want {
		t.Errorf("got\n%s\nwant\n%s", printed.String(), want)
	}
}
