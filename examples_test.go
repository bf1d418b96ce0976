package main

import (
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestExamples runs the clients of examples/ against a server with the samples. They need
// packages from npm and PyPI, so it runs only if DATELINE_TEST_TOOLS=install is set, as
// make test does.
func TestExamples(t *testing.T) {
	if os.Getenv("DATELINE_TEST_TOOLS") != "install" {
		t.Skip("set DATELINE_TEST_TOOLS=install to install what the examples need from PyPI and npm, or run make test")
	}
	url := serveSamples(t)
	folder := t.TempDir()
	must(t, os.CopyFS(folder, os.DirFS("examples")))
	run := func(t *testing.T, in, name string, args ...string) string {
		t.Helper()
		command := exec.Command(name, args...)
		command.Dir = filepath.Join(folder, in)
		command.Env = append(os.Environ(), "DATELINE_URL="+url)
		output, err := command.CombinedOutput()
		if err != nil {
			t.Fatalf("%s %v: %v\n%.4000s", name, args, err, output)
		}
		return string(output)
	}
	expect := func(t *testing.T, output string, wants ...string) {
		t.Helper()
		for _, want := range wants {
			if !strings.Contains(output, want) {
				t.Errorf("the output lacks %q:\n%.2000s", want, output)
			}
		}
	}
	const quote = "Norwegian Prime Minister Ingrid Solheim and Icelandic Prime Minister Einar Jonsson met in Torshavn"
	t.Run("curl", func(t *testing.T) {
		expect(t, run(t, "curl", "bash", "ask.sh"), `"summary":"`, `"event_id","type"`, "The Harbour Post")
	})
	t.Run("python", func(t *testing.T) {
		expect(t, run(t, "python", "python3", "ask.py"), "[DISPUTED]", "“"+quote, "undated: ")
	})
	t.Run("typescript", func(t *testing.T) {
		run(t, "typescript", "npm", "install", "--silent", "--no-audit", "--no-fund")
		_, schema, _ := runApp(t, "schema")
		must(t, os.WriteFile(filepath.Join(folder, "typescript", "schema.graphql"), []byte(schema), 0o600))
		expect(t, run(t, "typescript", "npm", "start", "--silent"), "contacts\n", "(!)", "“"+quote)
		// A misspelled status is an error of the compiler.
		client := filepath.Join(folder, "typescript", "client.ts")
		text, err := os.ReadFile(client)
		must(t, err)
		must(t, os.WriteFile(client, []byte(strings.Replace(string(text), `"DISPUTED"`, `"DISPUTDE"`, 1)), 0o600))
		check := exec.Command("npx", "tsc", "--noEmit")
		check.Dir = filepath.Dir(client)
		if output, err := check.CombinedOutput(); err == nil || !strings.Contains(string(output), "DISPUTDE") {
			t.Errorf("the compiler takes a misspelled status: %s", output)
		}
	})
	t.Run("notebook", func(t *testing.T) {
		run(t, "notebook", "python3", "-m", "venv", "venv")
		run(t, "notebook", "venv/bin/pip", "install", "--quiet", "--disable-pip-version-check", "-r", "requirements.txt")
		run(t, "notebook", "venv/bin/python", "-m", "nbconvert", "--to", "markdown", "--execute", "timeline.ipynb", "--output", "out")
		text, err := os.ReadFile(filepath.Join(folder, "notebook", "out.md"))
		must(t, err)
		expect(t, string(text), quote)
		plots, err := filepath.Glob(filepath.Join(folder, "notebook", "out_files", "*.png"))
		if err != nil || len(plots) != 1 {
			t.Fatalf("plots: %v, %v", plots, err)
		}
		if keep := os.Getenv("DATELINE_TEST_KEEP"); keep != "" { // to look at it
			plot, err := os.ReadFile(plots[0])
			must(t, err)
			must(t, os.WriteFile(filepath.Join(keep, "notebook.png"), plot, 0o600))
		}
	})
	t.Run("timelinejs", func(t *testing.T) {
		page := filepath.Join(folder, "page")
		run(t, "timelinejs", "bash", "make.sh", page)
		for _, name := range []string{"index.html", "timeline.json", "timelinejs/js/timeline.js", "timelinejs/css/timeline.css"} {
			if info, err := os.Stat(filepath.Join(page, name)); err != nil || info.Size() == 0 {
				t.Errorf("the page lacks %s: %v", name, err)
			}
		}
	})
}

// serveSamples serves the samples until the test ends, and returns the address.
func serveSamples(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "news.db")
	loadProcess(t, "samples", path, 0)
	ctx, stop := context.WithCancel(context.Background())
	var printed output
	app := &App{Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: &printed, Now: time.Now}
	ended := make(chan int, 1)
	go func() {
		ended <- app.Run(ctx, []string{"serve", "--store", "sqlite:" + path, "--listen", "127.0.0.1:0"})
	}()
	t.Cleanup(func() { stop(); <-ended })
	return listening(t, &printed, ended)
}
