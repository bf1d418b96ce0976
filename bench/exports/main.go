// Exports measures how fast dateline export writes each format from an SQLite file, and
// how much memory that takes. It fills the file with a sample graph, or goes on with the
// one that it finds. docs/performance.md tells how to read the table.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/alecthomas/kong"

	"dateline/bench/command"
	"dateline/export"
	"dateline/graph/graphtest"
	"dateline/graph/sqlite"
)

type options struct {
	Data   string   `help:"Folder for the database." required:"" type:"path"`
	Copies int      `help:"How many times the file has 20,000 events, 24,000 reports and 2,000 articles." default:"50"`
	Seed   int64    `help:"Seed of the graph." default:"1"`
	Only   []string `help:"Measure only these formats."`
}

func main() {
	var o options
	kong.Parse(&o, kong.Description("Measures how fast each format is exported from SQLite, and in how much memory."))
	command.Run(o.run)
}

// size is that of the graph which is copied. It has as many parties as a file of a million
// events, since the copies have them in common.
var size = graphtest.Size{Articles: 2_000, Reports: 24_000, Events: 20_000, Entities: 20_000}

func (o *options) run(ctx context.Context) error {
	if err := os.MkdirAll(o.Data, 0o755); err != nil {
		return err
	}
	file := filepath.Join(o.Data, fmt.Sprintf("exports-%d.db", o.Copies))
	if err := command.FillOnce(file, func(half string) error { return o.fill(ctx, half) }); err != nil {
		return err
	}
	binary, err := command.Build(ctx, o.Data)
	if err != nil {
		return err
	}
	formats, err := o.formats()
	if err != nil {
		return err
	}
	fmt.Printf("%d events, %d reports, %d articles, %d parties and places\n\n", o.Copies*size.Events, o.Copies*size.Reports, o.Copies*size.Articles, size.Entities)
	fmt.Println("| format | rows | MB | s | rows/s | CPU, s | rows/CPU-s | memory, MB |\n|---|---|---|---|---|---|---|---|")
	for _, format := range formats {
		m, err := measure(ctx, binary, file, format)
		if err != nil {
			return fmt.Errorf("%s: %w", format, err)
		}
		rows := o.Copies * size.Events
		if format == "csv" {
			rows = o.Copies * size.Reports // a line each
		}
		fmt.Printf("| %s | %d | %d | %.1f | %.0f | %.1f | %.0f | %d |\n", format, rows, m.bytes>>20, m.took.Seconds(),
			float64(rows)/m.took.Seconds(), m.cpu.Seconds(), float64(rows)/m.cpu.Seconds(), m.memory>>20)
	}
	return nil
}

func (o *options) formats() ([]string, error) {
	var names []string
	for _, name := range o.Only {
		if _, err := export.FormatOf(name); err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	if names != nil {
		return names, nil
	}
	for _, format := range export.Formats() {
		if format.Takes(export.KindEvents) {
			names = append(names, format.Name)
		}
	}
	return names, nil
}

func (o *options) fill(ctx context.Context, file string) error {
	store, err := sqlite.Open(ctx, file)
	if err != nil {
		return err
	}
	const perUpdate = 3_000
	began := time.Now()
	if err := errors.Join(graphtest.Fill(ctx, store, graphtest.Sample(o.Seed, size), perUpdate), store.Close()); err != nil {
		return err
	}
	if err := multiply(ctx, file, o.Copies); err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "filled the file in %v\n", time.Since(began).Round(time.Second))
	return nil
}

// measurement is what an export took.
type measurement struct {
	took, cpu time.Duration
	bytes     int64
	// memory is the largest that the process took for itself at a time, without the pages of
	// the file that it had mapped, which the system takes back when it needs them.
	memory int64
}

func measure(ctx context.Context, binary, file, format string) (measurement, error) {
	command := exec.CommandContext(ctx, binary, "export", "--of", "events", "--format", format, "--store", "sqlite:"+file)
	command.Stderr = os.Stderr
	output, err := command.StdoutPipe()
	if err != nil {
		return measurement{}, err
	}
	began := time.Now()
	if err := command.Start(); err != nil {
		return measurement{}, err
	}
	peak := watch(command.Process.Pid)
	written, err := io.Copy(io.Discard, output)
	m := measurement{bytes: written, memory: peak()}
	err = errors.Join(err, command.Wait())
	m.took = time.Since(began)
	m.cpu = command.ProcessState.UserTime() + command.ProcessState.SystemTime()
	return m, err
}

// watch looks at the memory of a process until what it returns is called, which returns
// the largest that it saw, in bytes; 0 where there is no /proc.
func watch(pid int) (peak func() int64) {
	done, result := make(chan struct{}), make(chan int64)
	go func() {
		most := int64(0)
		for tick := time.NewTicker(20 * time.Millisecond); ; {
			most = max(most, anonymous(pid))
			select {
			case <-done:
				tick.Stop()
				result <- most
				return
			case <-tick.C:
			}
		}
	}()
	return func() int64 {
		close(done)
		return <-result
	}
}

// anonymous returns the bytes in memory that belong to no file.
func anonymous(pid int) int64 {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	return kilobytes(string(status), "RssAnon:") << 10
}

// kilobytes returns the value of a line of /proc/PID/status.
func kilobytes(status, name string) (value int64) {
	_, rest, _ := strings.Cut(status, name)
	_, _ = fmt.Sscan(rest, &value) // 0 if there is no such line
	return value
}
