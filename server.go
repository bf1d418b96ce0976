// Dateline reads news articles into a graph of people, organizations, places,
// events and dates, and answers who contacted whom, when, by what means, and on
// whose word, each answer with the exact quote.
//
// This package is the command line. It wires the parts together, and is the only
// one that names concrete stores. This file has the program and its flags; each
// command is in the file of its name, such as load.go, query.go and serve.go (the
// HTTP server). Run dateline --help.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/alecthomas/kong"

	"dateline/envelope"
	"dateline/graph"
	"dateline/loader/read"
)

// Exit codes, for scripts.
const (
	exitOK          = 0
	exitFailed      = 1 // the answer has errors, some input could not be read, or no entity has a name
	exitUsage       = 2 // the command line is wrong
	exitStore       = 3 // the store cannot be used
	exitInterrupted = 130
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	app := &App{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Now: time.Now}
	code := app.Run(ctx, os.Args[1:])
	stop()
	os.Exit(code)
}

// App is the program with its streams and clock, so that tests can run it.
type App struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Now            func() time.Time
}

type commandLine struct {
	LogLevel  logLevel `help:"Minimum log level: debug, info, warn or error (default ${default})." default:"warn" placeholder:"LEVEL"`
	LogFormat string   `help:"Format of the log on standard error: text or json (default ${default})." enum:"text,json" default:"text" placeholder:"FORM"`
	// The flag and the command of the same name print the same.
	ShowVersion kong.VersionFlag `name:"version" help:"Print the version." env:"-"`

	Load       loadCommand       `cmd:"" help:"Load articles into a store."`
	Watch      watchCommand      `cmd:"" help:"Load what is new in feeds and folders, again and again."`
	Formats    formatsCommand    `cmd:"" help:"List the formats and containers that are read."`
	Contacts   contactsCommand   `cmd:"" help:"Tell who contacted whom, with quotes and sources."`
	Who        whoCommand        `cmd:"" help:"Tell whom a name may mean: names, roles and slips."`
	Query      queryCommand      `cmd:"" help:"Run a GraphQL query and print the answer as JSON."`
	Serve      serveCommand      `cmd:"" help:"Serve the GraphQL API over HTTP."`
	Key        keyCommand        `cmd:"" help:"Make, list and revoke the keys for a server."`
	MCP        mcpCommand        `cmd:"" name:"mcp" help:"Answer an assistant over the Model Context Protocol."`
	Export     exportCommand     `cmd:"" help:"Write contacts, events, entities or articles for other programs, each row with its citation."`
	Extract    extractCommand    `cmd:"" help:"Print what articles say as JSON lines, without a store."`
	Annotate   annotateCommand   `cmd:"" help:"Predict one layer of annotation for each record of a JSON lines file, for evaluation."`
	Lexicon    lexiconCommand    `cmd:"" help:"Check and search the word lists that Dateline reads with."`
	Edit       editCommand       `cmd:"" help:"Import and list what people have decided about the graph."`
	Remove     removeCommand     `cmd:"" help:"Take articles down."`
	Copy       copyCommand       `cmd:"" help:"Copy all articles of one store to another."`
	Backup     backupCommand     `cmd:"" help:"Save a store into one file, while it is in use."`
	Restore    restoreCommand    `cmd:"" help:"Make a store what a backup holds."`
	Doctor     doctorCommand     `cmd:"" help:"Check a store: file, disk, schema, indexes, pages, references, graph."`
	Digest     digestCommand     `cmd:"" help:"Print a store's digest, the SHA-256 of its dump."`
	Dump       dumpCommand       `cmd:"" help:"Print a whole store as JSON lines in a canonical order."`
	Schema     schemaCommand     `cmd:"" help:"Print the GraphQL schema."`
	Man        manCommand        `cmd:"" help:"Print the manual page."`
	Completion completionCommand `cmd:"" help:"Print a script that completes commands and flags in a shell."`
	Version    versionCommand    `cmd:"" help:"Print the version."`
}

const description = `Dateline reads news articles and answers who contacted whom, when, by what means, and on whose word, each answer with the exact quote.

Every flag can also be set in the environment: --store as DATELINE_STORE, for example.

Exit codes: 0 success; 1 some input could not be read, the answer has errors, or no entity has a name that was asked for; 2 wrong usage; 3 the store cannot be used; 130 interrupted.`

// Run runs one command line and returns the exit code.
func (a *App) Run(ctx context.Context, args []string) int {
	if len(args) == 0 {
		a.Run(ctx, []string{"--help"})
		return exitUsage
	}
	var line commandLine
	exit := -1
	parser, err := kong.New(&line,
		kong.Name("dateline"),
		kong.Description(description),
		kong.DefaultEnvars("DATELINE"),
		kong.Writers(a.Stdout, a.Stderr),
		kong.Exit(func(code int) { exit = code }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
		kong.Vars{"version": version(), "max_bytes": strconv.Itoa(read.DefaultMaxBytes), "formats": "auto," + strings.Join(read.FormatNames(), ","), "ofStore": "", "export_formats": exportFormats()},
	)
	if err != nil {
		fmt.Fprintln(a.Stderr, "dateline:", err)
		return exitUsage
	}
	command, err := parser.Parse(args)
	if exit >= 0 { // --help or --version has printed its text
		return exit
	}
	if err != nil {
		fmt.Fprintf(a.Stderr, "dateline: %v\nRun %s --help.\n", err, commandOf(err))
		return exitUsage
	}
	slog.SetDefault(a.logger(line.LogLevel.Level, line.LogFormat))
	command.BindTo(ctx, (*context.Context)(nil))
	return a.exitCode(ctx, command.Run(a))
}

// commandOf returns the command that a parse error belongs to, as it is typed.
func commandOf(err error) string {
	var wrong *kong.ParseError
	if errors.As(err, &wrong) && wrong.Context.Selected() != nil {
		return wrong.Context.Selected().FullPath()
	}
	return "dateline"
}

// logLevel is a slog.Level whose errors name the levels.
type logLevel struct{ slog.Level }

// UnmarshalText implements encoding.TextUnmarshaler.
func (l *logLevel) UnmarshalText(text []byte) error {
	if err := l.Level.UnmarshalText(text); err != nil {
		return fmt.Errorf("must be debug, info, warn or error but got %q", text)
	}
	return nil
}

func (a *App) logger(level slog.Level, format string) *slog.Logger {
	options := &slog.HandlerOptions{Level: level}
	if format == "json" {
		return slog.New(envelope.Logged(slog.NewJSONHandler(a.Stderr, options)))
	}
	return slog.New(envelope.Logged(slog.NewTextHandler(a.Stderr, options)))
}

// errFailed ends a command that has already printed what failed.
var errFailed = errors.New("failed")

// errUsage marks errors that the user has to correct on the command line.
var errUsage = errors.New("wrong usage")

// exitCode prints what went wrong and returns the exit code for it.
func (a *App) exitCode(ctx context.Context, err error) int {
	if err == nil {
		return exitOK
	}
	if ctx.Err() != nil {
		fmt.Fprintln(a.Stderr, "dateline: interrupted; articles that were reported as stored stay stored")
		return exitInterrupted
	}
	if errors.Is(err, errFailed) {
		return exitFailed
	}
	fmt.Fprintln(a.Stderr, "dateline:", err)
	if errors.Is(err, errUsage) {
		return exitUsage
	}
	advice := graph.AdviceFor(err)
	if advice.Code == graph.CodeInternal {
		return exitFailed
	}
	fmt.Fprintf(a.Stderr, "%s: %s\n", advice.Code, advice.Hint)
	return exitStore
}
