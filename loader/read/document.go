package read

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/graph"
	"dateline/loader/document"
	"dateline/loader/document/pdf"
)

// readDocument returns the reader of a format of documents.
func readDocument(parse func(name string, data []byte) (*document.Document, error)) func(file, func(Item) bool) {
	return func(f file, yield func(Item) bool) {
		data, err := readAll(f.name, f.data, f.most, f.size)
		if err != nil {
			yield(Item{Source: f.name, Err: err})
			return
		}
		doc, err := parse(f.name, data)
		if err != nil {
			yield(Item{Source: f.name, Err: err})
			return
		}
		if !readExport(f, linesOfDocument(doc), yield) {
			articlesOf(f, doc, yield)
		}
	}
}

func readPDF(name string, data []byte) (*document.Document, error) { return pdf.Read(name, data) }

// articlesOf yields the articles of a document: it is one, or several if it is longer than an
// article can be.
func articlesOf(f file, doc *document.Document, yield func(Item) bool) {
	given := f.beside.or(metadata{URL: doc.URL, Language: doc.Language})
	given, warnings := given.checked()
	given.Title = first(given.Title, titleOfDocument(doc))
	parts := partsOf(doc.Paragraphs)
	for i, part := range parts {
		name, own := f.name, given
		if len(parts) > 1 {
			name, own = nameOfPart(f.name, part, i), titledPart(given, part, i)
		}
		item := guarded(name, func() Item { return readParagraphs(name, part, own, slices.Concat(doc.Warnings, warnings)) })
		if item.Err == nil && i == 0 {
			readProperties(&item.Article, doc)
		}
		if !yield(item) {
			return
		}
	}
	if len(parts) == 0 {
		yield(Item{Source: f.name, Err: failure(NoText, f.name, nil, "has no text")})
	}
}

// maxPart is the most bytes of one article of a document, which is within the limits of
// an article unless it is a table of numbers.
const maxPart = 80_000

// partsOf splits a document that is too long for one article, where a heading or at least a
// page begins if that is possible.
func partsOf(paragraphs []document.Paragraph) [][]document.Paragraph {
	var parts [][]document.Paragraph
	for len(paragraphs) > 0 {
		end := partEnd(paragraphs)
		parts = append(parts, paragraphs[:end])
		paragraphs = paragraphs[end:]
	}
	return parts
}

// partEnd returns how many of the paragraphs the first part has.
func partEnd(paragraphs []document.Paragraph) int {
	size, heading, page := 0, 0, 0
	for i, p := range paragraphs {
		if size += len(p.Text); size > maxPart && i > 0 {
			return cmp.Or(heading, page, i)
		}
		if size < maxPart/2 || i == 0 {
			continue
		}
		if p.Level > 0 && paragraphs[i-1].Level == 0 {
			heading = i
		}
		if p.Page != paragraphs[i-1].Page {
			page = i
		}
	}
	return len(paragraphs)
}

// nameOfPart names a part as viewers of PDF name pages.
func nameOfPart(name string, part []document.Paragraph, index int) string {
	if page := part[0].Page; page > 0 {
		return fmt.Sprintf("%s#page=%d", name, page)
	}
	return fmt.Sprintf("%s#part=%d", name, index+1)
}

// titledPart returns the metadata of a part: only the first one is what an address leads to.
func titledPart(given metadata, part []document.Paragraph, index int) metadata {
	if index == 0 {
		return given
	}
	given.URL = ""
	if last := part[len(part)-1]; last.Page > 0 {
		given.Title = strings.TrimSpace(fmt.Sprintf("%s (pages %d–%d)", given.Title, part[0].Page, last.Page+len(last.Turns)))
	} else {
		given.Title = strings.TrimSpace(fmt.Sprintf("%s (part %d)", given.Title, index+1))
	}
	return given
}

// readParagraphs reads one article from paragraphs. Its Original is their text.
func readParagraphs(name string, paragraphs []document.Paragraph, given metadata, warnings []string) Item {
	text, pages := textOfParagraphs(paragraphs)
	item := readPlain(name, text, 0, given, warnings)
	if item.Err != nil {
		return item
	}
	if page := paragraphs[0].Page; page > 0 {
		item.Article.Source.Page, item.PageStarts = page, pages
	}
	if item.Article.Publisher == "" {
		item.Article.Source.Stated = graph.SourceDocument
	}
	return item
}

// textOfParagraphs returns paragraphs as one text, and where each page begins in it, in code
// points.
func textOfParagraphs(paragraphs []document.Paragraph) (string, []int) {
	var text strings.Builder
	var pages []int
	runes := 0
	for i, p := range paragraphs {
		if i > 0 {
			text.WriteString("\n\n")
			runes += 2
		}
		for len(pages) == 0 || paragraphs[0].Page+len(pages) <= p.Page {
			pages = append(pages, runes)
		}
		for _, turn := range p.Turns {
			pages = append(pages, runes+utf8.RuneCountInString(p.Text[:turn]))
		}
		clean := strings.ToValidUTF8(p.Text, "\uFFFD")
		text.WriteString(clean)
		runes += utf8.RuneCountInString(clean)
	}
	return text.String(), pages
}

// titleParagraphs is how many paragraphs at the top can be the title.
const titleParagraphs = 12

// titleOfDocument returns the heading of the highest level near the top that can be a
// headline; "" if none can.
func titleOfDocument(doc *document.Document) string {
	best := document.Paragraph{}
	for _, p := range doc.Paragraphs[:min(len(doc.Paragraphs), titleParagraphs)] {
		if p.Page > 1 {
			break
		}
		text := oneLine(p.Text)
		enough := len(strings.Fields(text)) > 1 || p.Level == 1 && !isSection(text)
		if p.Level > 0 && (best.Level == 0 || p.Level < best.Level) && enough && len(text) <= maxTitle && !isMasthead(text) {
			best = p
		}
	}
	return oneLine(best.Text)
}

// readProperties fills what is missing from the properties of the file, as far as they can be
// believed: a title if it is one, an author if the text names it near the top. When the file
// was made is not when its text was published.
func readProperties(a *graph.Article, doc *document.Document) {
	if title := oneLine(doc.Title); a.Title == "" && isTitle(title) && !looksMade(title) {
		a.Title, _ = boundedField("title", title)
		a.ID = graph.ArticleID(a)
	}
	if author := oneLine(doc.Author); a.Byline == "" && len(strings.Fields(author)) > 1 {
		for _, p := range doc.Paragraphs[:min(len(doc.Paragraphs), titleParagraphs)] {
			if strings.Contains(p.Text, author) && len(p.Text) < maxDateLine {
				a.Byline, _ = boundedField("byline", author)
			}
		}
	}
}

var madeTitle = regexp.MustCompile(`(?i)^(?:microsoft word|untitled|document\d*|print|slide|layout|page)\b|\.(?:docx?|pdf|indd|qxd|odt|rtf|html?|txt)$`)

// looksMade reports whether a program wrote a title, such as the name of a file.
func looksMade(title string) bool { return madeTitle.MatchString(title) }
