// Command site makes web pages of the project's Markdown files, with the links between them
// and the files that they link to.
//
//	go run ./release/site FOLDER
package main

import (
	"bytes"
	"errors"
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

// build writes the pages and the files that they link to. It fails if a link of them leads
// nowhere.
func build(folder string) error {
	docs, err := filepath.Glob("docs/*.md")
	if err != nil {
		return err
	}
	s := site{folder: folder, names: map[string]string{}}
	sources := append([]string{"README.md"}, docs...)
	sources = append(sources, "examples/README.md", "CHANGELOG.md", "THIRD_PARTY_NOTICES.md")
	for _, source := range sources {
		s.names[source] = nameOf(source)
	}
	pages := make([]page, len(sources))
	for i, source := range sources {
		if pages[i], err = s.render(source); err != nil {
			return fmt.Errorf("%s: %w", source, err)
		}
	}
	if err := checkAnchors(pages); err != nil {
		return err
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

// site is the pages of a folder.
type site struct {
	folder string
	names  map[string]string // of pages, by their sources
}

var (
	link    = regexp.MustCompile(`(href|src)="([^"]*)"`)
	anchor  = regexp.MustCompile(` id="([^"]*)"`)
	heading = regexp.MustCompile(`(?m)^# (.+)$`)
)

func (s site) render(source string) (page, error) {
	text, err := os.ReadFile(source)
	if err != nil {
		return page{}, err
	}
	markdown := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote), goldmark.WithParserOptions(parser.WithAutoHeadingID()))
	var body bytes.Buffer
	if err := markdown.Convert(text, &body); err != nil {
		return page{}, err
	}
	title := strings.TrimSuffix(filepath.Base(source), ".md")
	if found := heading.FindSubmatch(text); found != nil {
		title = string(found[1])
	}
	var wrong error
	linked := link.ReplaceAllStringFunc(body.String(), func(found string) string {
		parts := link.FindStringSubmatch(found)
		target, err := s.targetOf(source, parts[2])
		wrong = errors.Join(wrong, err)
		return fmt.Sprintf(`%s="%s"`, parts[1], target)
	})
	// The files are the project's own, and goldmark leaves out HTML in them.
	return page{source, s.names[source], title, template.HTML(linked)}, wrong
}

// targetOf returns where a link of a source leads on the site. A file that is no page is
// copied beside the pages.
func (s site) targetOf(source, target string) (string, error) {
	if strings.HasPrefix(target, "#") || strings.Contains(target, "://") || strings.HasPrefix(target, "mailto:") {
		return target, nil
	}
	path, fragment, _ := strings.Cut(target, "#")
	path = filepath.ToSlash(filepath.Join(filepath.Dir(source), path))
	if name, ok := s.names[path]; ok {
		if fragment != "" {
			name += "#" + fragment
		}
		return name, nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return "", fmt.Errorf("link %q: %w", target, err)
	}
	copied := filepath.Join(s.folder, "files", path)
	if err := os.MkdirAll(filepath.Dir(copied), 0o755); err != nil {
		return "", err
	}
	return "files/" + path, os.WriteFile(copied, data, 0o644)
}

// checkAnchors returns an error if a link leads to a heading that there is not.
func checkAnchors(pages []page) error {
	anchors := map[string]bool{}
	for _, p := range pages {
		for _, found := range anchor.FindAllStringSubmatch(string(p.Body), -1) {
			anchors[p.Name+"#"+found[1]] = true
		}
	}
	var wrong error
	for _, p := range pages {
		for _, found := range link.FindAllStringSubmatch(string(p.Body), -1) {
			target := found[2]
			if strings.HasPrefix(target, "#") {
				target = p.Name + target
			}
			if strings.Contains(target, "://") || !strings.Contains(target, "#") || anchors[target] {
				continue
			}
			wrong = errors.Join(wrong, fmt.Errorf("%s: link %q leads to no heading", p.Source, found[2]))
		}
	}
	return wrong
}

// nameOf returns the name of a source's page. The README of a folder has the folder's name.
func nameOf(source string) string {
	folder, file := filepath.Split(source)
	base := strings.TrimSuffix(file, ".md")
	switch {
	case base == "README" && folder == "":
		base = "index"
	case base == "README":
		base = filepath.Base(folder)
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
