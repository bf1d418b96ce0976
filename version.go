package main

import (
	"fmt"
	"runtime/debug"

	"dateline/schema"
)

type versionCommand struct{}

func (versionCommand) Run(app *App) error {
	version, revision := "unknown", ""
	if info, ok := debug.ReadBuildInfo(); ok {
		version = info.Main.Version
		for _, setting := range info.Settings {
			if setting.Key == "vcs.revision" {
				revision = " " + setting.Value
			}
		}
	}
	fmt.Fprintf(app.Stdout, "dateline %s%s\n", version, revision)
	return nil
}

type schemaCommand struct{}

func (schemaCommand) Run(app *App) error {
	fmt.Fprint(app.Stdout, schema.SDL())
	return nil
}
