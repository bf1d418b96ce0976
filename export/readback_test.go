package export

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"regexp"
	"strings"

	ical "github.com/arran4/golang-ical"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"golang.org/x/net/html"
)

// readers read the citations of an export, each by the grammar of its format.
var readers = map[string]func(t tester, text string) citations{
	"jsonl":      readJSONLines,
	"csv":        readCSV,
	"table":      readTable,
	"timelinejs": readTimeline,
	"icalendar":  readCalendar,
	"graphml":    readGraphML,
	"gexf":       readGEXF,
	"ftm":        readFTM,
	"markdown":   readMarkdown,
	"bibtex":     readBibTeX,
}

func running(text string) citation { return citation{running: text} }

func parseJSON(t tester, text string, into any) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), into); err != nil {
		t.Fatalf("%v in %q", err, text)
	}
}

func readJSONLines(t tester, text string) citations {
	got := citations{}
	for line := range strings.Lines(text) {
		var object struct {
			Summary, Name, Title string
			Citation             *Citation
			Citations            []Citation
		}
		parseJSON(t, line, &object)
		number := numberIn(t, object.Summary+object.Name+object.Title)
		if object.Citation != nil {
			object.Citations = append(object.Citations, *object.Citation)
		}
		for _, c := range object.Citations {
			got[number] = append(got[number], citation{source: source{c.Quote, c.Publisher, c.Published.String(), c.URL}})
		}
	}
	return got
}

// readCSV takes the apostrophes away that keep formulas inert. One that the text has there is
// like them.
func readCSV(t tester, text string) citations {
	lines, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatalf("%v", err)
	}
	got := citations{}
	for _, line := range lines[1:] {
		cells := map[string]string{}
		for i, column := range lines[0] {
			cells[column] = disarm(line[i])
		}
		label := cells["summary"]
		for _, column := range []string{"name", "title"} {
			if label == "" {
				label = cells[column]
			}
		}
		number := numberIn(t, label)
		got[number] = append(got[number], citation{
			source: source{cells["quote"], cells["publisher"], cells["published"], cells["url"]}, disarm: disarm,
		})
	}
	return got
}

func disarm(text string) string { return disarmed.ReplaceAllString(text, "$1") }

// disarmed matches an apostrophe that may have been put before a formula.
var disarmed = regexp.MustCompile(`(^|[;\t\r\n|])'`)

// readTable takes each row's lines, of which those with a quote are its citations.
func readTable(t tester, text string) citations {
	got := citations{}
	for _, lines := range strings.Split(text, "\n\n") {
		number := numberIn(t, lines)
		for line := range strings.Lines(lines) {
			if strings.HasPrefix(strings.TrimSpace(line), "“Quoted") {
				got[number] = append(got[number], running(line))
			}
		}
	}
	return got
}

func readTimeline(t tester, text string) citations {
	type words struct{ Headline, Text string }
	var timeline struct {
		Events []struct{ Text words }
		Title  struct{ Text words }
	}
	parseJSON(t, text, &timeline)
	got := citations{}
	for _, slide := range timeline.Events {
		readSlide(t, "<b>"+slide.Text.Headline+"</b>"+slide.Text.Text, got)
	}
	readSlide(t, timeline.Title.Text.Text, got)
	return got
}

// readSlide reads headlines in bold, and after each its citations: a quote, and then a
// paragraph with its source.
func readSlide(t tester, markup string, got citations) {
	number, quote := -1, ""
	for _, element := range elementsOf(t, markup) {
		switch element.name {
		case "b":
			number = numberIn(t, element.text)
		case "blockquote":
			quote = element.text
		case "p":
			if quote != "" {
				got[number] = append(got[number], running(quote+" — "+element.text))
			}
			quote = ""
		}
	}
}

// element is one of HTML, with the text in it.
type element struct{ name, id, text string }

// elementsOf returns the elements in the order in which they end.
func elementsOf(t tester, markup string) []element {
	t.Helper()
	var ended []element
	root, err := html.Parse(strings.NewReader(markup))
	if err != nil {
		t.Fatalf("%v", err)
	}
	var walk func(node *html.Node) string
	walk = func(node *html.Node) string {
		var text strings.Builder
		if node.Type == html.TextNode {
			text.WriteString(node.Data)
		}
		for child := node.FirstChild; child != nil; child = child.NextSibling {
			text.WriteString(walk(child))
		}
		if node.Type == html.ElementNode {
			one := element{name: node.Data, text: text.String()}
			for _, attribute := range node.Attr {
				if attribute.Key == "id" || attribute.Key == "href" {
					one.id = attribute.Val
				}
			}
			ended = append(ended, one)
		}
		return text.String()
	}
	walk(root)
	return ended
}

// readCalendar takes the lines of descriptions that are quotes.
func readCalendar(t tester, text string) citations {
	calendar, err := ical.ParseCalendar(strings.NewReader(text))
	if err != nil {
		t.Fatalf("%v", err)
	}
	got := citations{}
	for _, component := range calendar.Components {
		var entry *ical.ComponentBase
		switch component := component.(type) {
		case *ical.VEvent:
			entry = &component.ComponentBase
		case *ical.VJournal:
			entry = &component.ComponentBase
		default:
			continue
		}
		number := numberIn(t, entry.GetProperty(ical.ComponentPropertySummary).Value)
		for line := range strings.Lines(entry.GetProperty(ical.ComponentPropertyDescription).Value) {
			if strings.HasPrefix(line, "“Quoted") {
				got[number] = append(got[number], running(line))
			}
		}
	}
	return got
}

func readGraphML(t tester, text string) citations {
	var document struct {
		Nodes []struct {
			Data []struct {
				Key  string `xml:"key,attr"`
				Text string `xml:",chardata"`
			} `xml:"data"`
		} `xml:"graph>node"`
	}
	if err := xml.Unmarshal([]byte(text), &document); err != nil {
		t.Fatalf("%v", err)
	}
	got := citations{}
	for _, node := range document.Nodes {
		values := map[string]string{}
		for _, data := range node.Data {
			values[strings.TrimPrefix(data.Key, "node_")] = data.Text
		}
		readNode(t, values["label"], values, got)
	}
	return got
}

func readGEXF(t tester, text string) citations {
	var document struct {
		Nodes []struct {
			Label  string `xml:"label,attr"`
			Values []struct {
				For   string `xml:"for,attr"`
				Value string `xml:"value,attr"`
			} `xml:"attvalues>attvalue"`
		} `xml:"graph>nodes>node"`
	}
	if err := xml.Unmarshal([]byte(text), &document); err != nil {
		t.Fatalf("%v", err)
	}
	got := citations{}
	for _, node := range document.Nodes {
		values := map[string]string{}
		for _, value := range node.Values {
			values[value.For] = value.Value
		}
		readNode(t, node.Label, values, got)
	}
	return got
}

// readNode reads the first citation of an event, which has attributes of its own, and the
// others, which have a line each.
func readNode(t tester, label string, values map[string]string, got citations) {
	if values["citations"] == "" {
		return // a party
	}
	number := numberIn(t, label)
	for i, line := range strings.Split(values["citations"], "\n") {
		one := running(line)
		if i == 0 {
			one = citation{source: source{values["quote"], values["publisher"], values["published"], values["url"]}}
		}
		got[number] = append(got[number], one)
	}
}

// readFTM reads the descriptions of events, the notes of parties, and, of articles, what
// they have properties for.
func readFTM(t tester, text string) citations {
	events, entities, articles := citations{}, citations{}, citations{}
	for line := range strings.Lines(text) {
		var entity struct {
			Schema     string
			Properties map[string][]string
		}
		parseJSON(t, line, &entity)
		properties := entity.Properties
		switch entity.Schema {
		case "Event":
			number := numberIn(t, properties["name"][0])
			for _, description := range properties["description"] {
				events[number] = append(events[number], running(description))
			}
		case "Person":
			if name := strings.Join(properties["name"], ""); numbered.MatchString(name) {
				for _, note := range properties["notes"] {
					entities[numberIn(t, name)] = append(entities[numberIn(t, name)], running(note))
				}
			}
		case "Article":
			for _, description := range properties["description"] {
				number := numberIn(t, properties["title"][0])
				articles[number] = append(articles[number], running(description))
			}
		}
	}
	for _, got := range []citations{events, entities, articles} {
		if len(got) > 0 {
			return got
		}
	}
	return nil
}

// readMarkdown reads items and the footnotes that they lead to.
func readMarkdown(t tester, text string) citations {
	var page strings.Builder
	if err := goldmark.New(goldmark.WithExtensions(extension.Footnote)).Convert([]byte(text), &page); err != nil {
		t.Fatalf("%v", err)
	}
	got, notes := citations{}, map[string]string{}
	elements := elementsOf(t, page.String())
	for _, one := range elements {
		if one.name == "li" && strings.HasPrefix(one.id, "fn:") {
			notes["#"+one.id] = one.text
		}
	}
	var marks []string
	for _, one := range elements {
		switch {
		case one.name == "a" && notes[one.id] != "":
			marks = append(marks, notes[one.id])
		case one.name == "li" && len(marks) > 0:
			number := numberIn(t, one.text)
			for _, note := range marks {
				got[number] = append(got[number], running(note))
			}
			marks = nil
		}
	}
	return got
}

// readBibTeX reads entries as BibTeX does: to it every brace counts, also after a backslash.
func readBibTeX(t tester, text string) citations {
	got := citations{}
	for text = strings.TrimSpace(text); text != ""; text = strings.TrimSpace(text) {
		_, rest, found := strings.Cut(text, "@online{")
		if !found {
			t.Fatalf("no entry begins at %q", text)
		}
		body, after := braced(t, rest)
		fields := map[string]string{}
		_, body, _ = strings.Cut(body, ",") // the key
		for {
			name, value, more := strings.Cut(body, "= {")
			if !more {
				break
			}
			value, body = braced(t, value)
			fields[strings.Trim(name, ", \n")] = texCharacters.Replace(value)
		}
		number := numberIn(t, fields["title"])
		got[number] = append(got[number], citation{source: source{fields["annote"], fields["journal"], fields["date"], fields["url"]}})
		text = after
	}
	return got
}

// braced returns what stands before the brace that closes one which was opened before.
func braced(t tester, text string) (inside, after string) {
	t.Helper()
	depth := 1
	for i, r := range text {
		switch r {
		case '{':
			depth++
		case '}':
			depth--
		}
		if depth == 0 {
			return text[:i], text[i+1:]
		}
	}
	t.Fatalf("no brace closes %q", text)
	return "", ""
}

var texCharacters = strings.NewReplacer(
	`\textbackslash{}`, `\`, `\textbraceleft{}`, "{", `\textbraceright{}`, "}", `\%`, "%", `\&`, "&", `\$`, "$", `\#`, "#", `\_`, "_",
	`\textasciitilde{}`, "~", `\textasciicircum{}`, "^",
)
