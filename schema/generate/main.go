// Generate makes package schema/exec from the schema, by gqlgen and its templates.
// Four templates are ours, in templates/:
//
//   - args.gotpl reads the arguments that stand in one input (@inlineArguments, see
//     inline.go) into one Go value.
//   - write.gotpl makes functions that write objects straight to JSON, and field.gotpl
//     calls them for every field below which nothing has to be resolved.
//   - object.gotpl gathers the fields of an object that has something to resolve. It
//     makes no group of deferred fields for each, since this API has no @defer.
//
// The last three are there for speed. gqlgen makes a context, half a dozen closures and
// a call of middleware for every field, and a goroutine for every element of a list:
// that is for fields that are resolved, and most of ours are read from a struct. A page
// of twenty events takes 0.83 ms of CPU where it takes 2.77 ms with gqlgen's own
// templates, and 0.44 ms for 1.96 ms when it is asked for again
// (bench/pages.sh; docs/performance.md).
//
//	go generate ./schema
package main

import (
	"embed"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/99designs/gqlgen/codegen"
	"github.com/99designs/gqlgen/codegen/config"
	"github.com/99designs/gqlgen/codegen/templates"
)

//go:embed templates
var ours embed.FS

func main() {
	plain := flag.Bool("plain", false, "use gqlgen's own templates for fields and objects, to measure what ours gain (bench/pages.sh)")
	flag.Parse()
	if err := generate(*plain); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func generate(plain bool) error {
	cfg, err := config.LoadConfigFromDefaultLocations() // and change to the folder that has it
	if err != nil {
		return err
	}
	if err := cfg.LoadSchema(); err != nil {
		return fmt.Errorf("load the schema: %w", err)
	}
	if err := cfg.Init(); err != nil {
		return fmt.Errorf("bind the schema: %w", err)
	}
	data, err := codegen.BuildData(cfg)
	if err != nil {
		return fmt.Errorf("bind the schema: %w", err)
	}
	flat, err := flatSchema(cfg.Sources)
	if err != nil {
		return err
	}
	schemaFile := filepath.Join(filepath.Dir(cfg.Exec.Filename), "schema.graphqls")
	if err := os.WriteFile(schemaFile, []byte(flat), 0o644); err != nil {
		return err
	}
	data.AugmentedSources = []codegen.AugmentedSource{{RelativePath: filepath.Base(schemaFile), Embeddable: true, Source: flat}}
	files, err := templateFiles(plain)
	if err != nil {
		return err
	}
	return templates.Render(templates.Options{
		PackageName:     cfg.Exec.Package,
		Filename:        cfg.Exec.Filename,
		Data:            data,
		Funcs:           functions,
		GeneratedHeader: true,
		RegionTags:      true,
		Packages:        cfg.Packages,
		TemplateFS:      files,
		PruneOptions:    cfg.GetPruneOptions(),
	})
}
