package main

import (
	"cmp"
	"fmt"
	"runtime"
	"runtime/debug"
)

type versionCommand struct{}

func (versionCommand) Run(app *App) error {
	fmt.Fprintln(app.Stdout, version())
	return nil
}

// release is the version that a release was built with; see release/build.sh.
var release string

// version returns the version, the commit, the Go version and the platform that
// the program was built from and for, on one line.
func version() string {
	info, _ := debug.ReadBuildInfo()
	if info == nil {
		info = &debug.BuildInfo{}
	}
	settings := map[string]string{}
	for _, setting := range info.Settings {
		settings[setting.Key] = setting.Value
	}
	commit := cmp.Or(settings["vcs.revision"], "unknown")
	if settings["vcs.modified"] == "true" {
		commit += " with local changes"
	}
	return fmt.Sprintf("dateline %s, commit %s, %s, %s/%s", cmp.Or(release, info.Main.Version, "unknown"), commit, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}
