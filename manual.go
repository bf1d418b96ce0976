package main

import (
	"fmt"
	"io"

	"github.com/alecthomas/kong"

	"dateline/manual"
)

type manCommand struct{}

func (manCommand) Help() string {
	return `Prints the manual page, made from the help texts.

Example:
  dateline man > /usr/local/share/man/man1/dateline.1`
}

func (manCommand) Run(app *App, context *kong.Context) error {
	_, err := io.WriteString(app.Stdout, manual.Page(context.Model, version()))
	return err
}

type completionCommand struct {
	Shell string `arg:"" help:"bash, zsh or fish." placeholder:"SHELL"`
}

func (completionCommand) Help() string {
	return `Prints a script that completes commands and flags.

Examples:
  dateline completion bash > /etc/bash_completion.d/dateline
  dateline completion zsh > "${fpath[1]}/_dateline"
  dateline completion fish > ~/.config/fish/completions/dateline.fish`
}

func (c *completionCommand) Run(app *App, context *kong.Context) error {
	script, err := manual.Completion(context.Model, c.Shell)
	if err != nil {
		return fmt.Errorf("%w: %w", errUsage, err)
	}
	_, err = io.WriteString(app.Stdout, script)
	return err
}
