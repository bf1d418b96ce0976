//go:build unix

package export_test

import (
	"io"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"dateline/export"
	"dateline/graph/graphtest"
	"dateline/graph/sqlite"
)

// processorTime is the time that this process has computed, which other programs on the
// machine don't stretch.
func processorTime() time.Duration {
	var usage syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &usage) != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

// BenchmarkExport measures rows a second from SQLite: events for most formats, reports for
// CSV, which has a line for each.
func BenchmarkExport(b *testing.B) {
	store, err := sqlite.Open(b.Context(), filepath.Join(b.TempDir(), "news.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer store.Close()
	if err := graphtest.Fill(b.Context(), store, graphtest.Sample(1, graphtest.Medium), 500); err != nil {
		b.Fatal(err)
	}
	for _, format := range export.Formats() {
		if !format.Takes(export.KindEvents) {
			continue
		}
		b.Run(format.Name, func(b *testing.B) {
			rows, cpu := 0, processorTime()
			for b.Loop() {
				n, err := export.Run(b.Context(), store, export.Query{Of: export.KindEvents}, format, io.Discard, export.Options{})
				if err != nil {
					b.Fatal(err)
				}
				rows += n
			}
			perEvent := 1.0
			if format.Name == "csv" {
				perEvent = float64(graphtest.Medium.Reports) / float64(graphtest.Medium.Events)
			}
			b.ReportMetric(float64(rows)*perEvent/b.Elapsed().Seconds(), "rows/s")
			b.ReportMetric(float64(rows)*perEvent/(processorTime()-cpu).Seconds(), "rows/cpu-s")
		})
	}
}
