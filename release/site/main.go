// Command site makes web pages of README.md and the files of docs/, with links between
// them as in the repository.
//
//	go run ./release/site FOLDER
package main

import (
	"bytes"
	"fmt"
	"html/template"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
)

// page is one file.
type page struct {
	Source, Name, Title string
	Body                template.HTML
}

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: go run ./release/site FOLDER")
	}
	if err := build(os.Args[1]); err != nil {
		log.Fatal("site: ", err)
	}
}

func build(folder string) error {
	sources, err := filepath.Glob("docs/*.md")
	if err != nil {
		return err
	}
	sources = append([]string{"README.md"}, append(sources, "CHANGELOG.md")...)
	pages := make([]page, len(sources))
	for i, source := range sources {
		if pages[i], err = render(source); err != nil {
			return err
		}
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for _, p := range pages {
		var out bytes.Buffer
		if err := layout.Execute(&out, map[string]any{"Page": p, "Pages": pages}); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(folder, p.Name), out.Bytes(), 0o644); err != nil {
			return err
		}
	}
	return nil
}

var (
	// local matches a link to a Markdown file of the repository.
	local   = regexp.MustCompile(`href="(?:\.\./)?(?:docs/)?([A-Za-z_-]+)\.md(#[^"]*)?"`)
	heading = regexp.MustCompile(`(?m)^# (.+)$`)
)

func render(source string) (page, error) {
	text, err := os.ReadFile(source)
	if err != nil {
		return page{}, err
	}
	markdown := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote), goldmark.WithParserOptions(parser.WithAutoHeadingID()))
	var body bytes.Buffer
	if err := markdown.Convert(text, &body); err != nil {
		return page{}, fmt.Errorf("%s: %w", source, err)
	}
	title := strings.TrimSuffix(filepath.Base(source), ".md")
	if found := heading.FindSubmatch(text); found != nil {
		title = string(found[1])
	}
	linked := local.ReplaceAllFunc(body.Bytes(), func(link []byte) []byte {
		parts := local.FindSubmatch(link)
		return []byte(`href="` + nameOf(string(parts[1])) + string(parts[2]) + `"`)
	})
	// The files are the project's own, and goldmark leaves out HTML in them.
	return page{source, nameOf(strings.TrimSuffix(filepath.Base(source), ".md")), title, template.HTML(linked)}, nil
}

func nameOf(base string) string {
	if base == "README" {
		return "index.html"
	}
	return strings.ToLower(base) + ".html"
}

var layout = template.Must(template.New("page").Parse(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{{.Page.Title}} – Dateline</title>
<style>
:root { color-scheme: light dark; font: 16px/1.55 system-ui, sans-serif }
body { max-width: 76rem; margin: 0 auto; padding: 1rem; display: grid; grid-template-columns: 13rem minmax(0, 1fr); gap: 2.5rem }
nav a { display: block; padding: .2rem 0; text-decoration: none } nav a[aria-current] { font-weight: 600 }
pre { overflow-x: auto; padding: .8rem; border: 1px solid #8884; border-radius: .3rem } code { font-size: .9em }
table { border-collapse: collapse; display: block; overflow-x: auto } td, th { border: 1px solid #8884; padding: .3rem .6rem; text-align: left; vertical-align: top }
@media (max-width: 50rem) { body { display: block } nav { columns: 2 } }
</style>
<nav>{{$here := .Page.Name}}{{range .Pages}}<a href="{{.Name}}"{{if eq .Name $here}} aria-current="page"{{end}}>{{.Title}}</a>{{end}}</nav>
<main>{{.Page.Body}}</main>
</html>
`))
