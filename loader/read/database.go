package read

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"dateline/graph"
	"dateline/loader/database"
	"dateline/loader/document"
)

// readExport yields the articles of lines that are the export of a news database. It returns
// false if they are none.
func readExport(f file, lines []string, yield func(Item) bool) bool {
	articles, _ := database.Articles(lines, dayOfLine)
	for i, a := range articles {
		name := fmt.Sprintf("%s#%d", f.name, i+1)
		if !yield(guarded(name, func() Item { return readClipping(name, a, f.beside) })) {
			break
		}
	}
	return len(articles) > 0
}

func readClipping(name string, a database.Article, beside metadata) Item {
	given, warnings := metadata(a.Known).checked()
	if strings.TrimSpace(a.Body) == "" {
		return Item{Source: name, Warnings: warnings, Err: failure(NoText, name, nil, "has no text in the export")}
	}
	return readPlain(name, strings.ToValidUTF8(a.Body, "\uFFFD"), 0, given.or(beside), warnings)
}

// dayOfLine reads the day of a line that is a date and little else.
func dayOfLine(line string) (graph.Date, bool) {
	const longest, most = 90, 14 // bytes, words
	if len(line) > longest || len(strings.Fields(line)) > most || endsSentence(line) && !strings.HasSuffix(line, ".m.") {
		return graph.Date{}, false
	}
	if day, from, _, found := dayIn(line); found && isWeekdayOrNothing(line[:from]) {
		return day, !day.IsZero()
	}
	if first := []rune(line); len(first) > 0 && unicode.IsDigit(first[0]) {
		return foreignDay(line)
	}
	return graph.Date{}, false
}

func isWeekdayOrNothing(text string) bool {
	return strings.Trim(weekday.ReplaceAllString(text, ""), " ,") == ""
}

// readTextFile reads a text, which is one article or the export of a database.
func readTextFile(f file, yield func(Item) bool) {
	data, err := readAll(f.name, f.data, f.most, f.size)
	if err != nil {
		yield(Item{Source: f.name, Err: err})
		return
	}
	if text, _, err := decode(f.name, data); err == nil && readExport(f, strings.Split(lineEnds.Replace(text), "\n"), yield) {
		return
	}
	yield(guarded(f.name, func() Item { return readText(f.name, data, f.beside) }))
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n\n")

// readPage reads a web page, which is one article or the export of a database.
func readPage(f file, yield func(Item) bool) {
	data, err := readAll(f.name, f.data, f.most, f.size)
	if err != nil {
		yield(Item{Source: f.name, Err: err})
		return
	}
	if exportMark.Match(data[:min(len(data), exportHead)]) {
		if text, _, err := decodeHTML(f.name, data, f.charset); err == nil && readExport(f, linesOfPage(text), yield) {
			return
		}
	}
	yield(guarded(f.name, func() Item { return readHTML(f.name, data, f.beside, f.charset) }))
}

// exportHead is how much of a page is searched for the name of a database.
const exportHead = 64 << 10

var exportMark = regexp.MustCompile(`(?i)factiva|lexisnexis|lxncomment|<doc number|proquest`)

// linesOfPage returns the text of a page of any size, a line for each block and for each line
// within one, and an empty line after each block.
func linesOfPage(page string) []string {
	var lines []string
	var line strings.Builder
	flush := func(end bool) {
		if text := strings.Join(strings.Fields(line.String()), " "); text != "" {
			lines = append(lines, text)
		}
		if end && len(lines) > 0 && lines[len(lines)-1] != "" {
			lines = append(lines, "")
		}
		line.Reset()
	}
	silent := 0
	for tokens := html.NewTokenizer(strings.NewReader(page)); ; {
		kind := tokens.Next()
		switch kind {
		case html.ErrorToken:
			flush(true)
			return lines
		case html.TextToken:
			if silent == 0 {
				line.Write(tokens.Text())
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, isHeadline := tagOf(tokens)
			switch {
			case silentElements[name] && kind == html.StartTagToken && name != "button" && name != "select" && name != "option":
				silent++
			case silentElements[name] && kind == html.EndTagToken:
				silent = max(0, silent-1)
			case name == "br":
				flush(false)
			case blockElements[name]:
				flush(true)
			case isHeadline:
				line.WriteString(database.HeadlineCode)
			}
		}
	}
}

// tagOf returns the name of a tag, and whether its class says that it begins a headline.
func tagOf(tokens *html.Tokenizer) (name string, isHeadline bool) {
	raw, more := tokens.TagName()
	name = string(bytes.ToLower(raw))
	for more {
		var key, value []byte
		key, value, more = tokens.TagAttr()
		isHeadline = isHeadline || string(key) == "class" && bytes.HasSuffix(value, []byte("Headline"))
	}
	return name, isHeadline
}

// linesOfDocument returns the paragraphs of a document as lines.
func linesOfDocument(doc *document.Document) []string {
	lines := make([]string, 0, 2*len(doc.Paragraphs))
	for _, p := range doc.Paragraphs {
		lines = append(lines, p.Text, "")
	}
	return lines
}
