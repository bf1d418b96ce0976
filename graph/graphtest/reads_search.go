package graphtest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/graph"
)

var searchReadings = []reading{
	{"Search", search},
	{"SearchTakesAnyTextAsWords", searchHostile},
	{"SearchGivesTheBestFirst", searchBestFirst},
}

func (c canalStore) search(t *testing.T, text string) []string {
	t.Helper()
	page, err := c.Search(t.Context(), text, graph.PageRequest{Total: true})
	if err != nil {
		t.Errorf("Search(%.100q): %v", text, err)
		return nil
	}
	found := strings.Fields(names(c, page.Nodes))
	diff(t, fmt.Sprintf("Total of Search(%.100q)", text), len(found), page.Total)
	return found
}

func sorted(words string) []string { return slices.Sorted(slices.Values(strings.Fields(words))) }

func search(t *testing.T, c canalStore) {
	for text, want := range map[string]string{
		"varga":                     "varga call envoy summit letter statement",
		"VARGA Ilse":                "varga call letter statement envoy summit",
		"treaty":                    "treaty",
		"canal":                     "authority tolls treaty statement refusal letter request",
		"sill canal authority":      "authority refusal letter request",
		"“Authority”, Sill":         "authority refusal letter request",
		"AC/DC":                     "authority",
		"zoe":                       "lindqvist envoy",
		"O'Neil":                    "oneil summit",
		"O'Neil (Jr.)":              "oneil summit",
		"night envoy":               "courier",
		"lockhaven":                 "lockhaven envoy summit",
		"Lindqvist Okonedo meeting": "envoy", // of its summary and its means
		"ilse authority message":    "letter",
		"tolvari denied":            "", // of a summary and a status
		"lock":                      "",
		"denied telephoned":         "", // of two quotes of one event
		"minister ilse":             "call",
		"AC/DC sill":                "", // of two names of one organization
		"quill":                     "", // a byline
		"marenians that":            "statement",
		"phones varga":              "",
		"nobody wrote this word":    "",
	} {
		got := c.search(t, text)
		slices.Sort(got)
		diffList(t, fmt.Sprintf("Search(%q)", text), sorted(want), got)
	}
	page, err := c.Search(t.Context(), "zoe", graph.PageRequest{})
	if err != nil {
		t.Fatal(err)
	}
	for _, node := range page.Nodes {
		switch node := node.(type) {
		case *graph.Person:
			diff(t, "entity found", c.shown("lindqvist"), viewEntity(node))
		case *graph.Event:
			diff(t, "event found", c.shownEvent(t, "envoy"), viewEvent(node))
		default:
			t.Errorf("Search found %T", node)
		}
	}
}

// shownEvent is the view of an event of the Canal graph as it is read.
func (c canalStore) shownEvent(t *testing.T, nickname string) any {
	t.Helper()
	e, err := filled{c.memory.state.Load()}.event(c.ID(nickname), 0)
	if err != nil {
		t.Fatal(err)
	}
	return viewEvent(e)
}

// hostile are texts that are syntax in some query language, or that break careless
// parsers. Each must be taken as plain words.
var hostile = []string{
	"", " ", "AC/DC", `"Q"`, `"`, `""`, `"varga`, `varga"`, "'", "O'Neil (Jr.)",
	"NEAR(", "NEAR(varga okonedo)", "NEAR/3", "*", "varga*", "*varga", "va*a", "va?ga",
	"-x", "-varga", "+varga", "varga -okonedo", ":x", "name:varga", "{name}: varga", "x:", "%", "_", "var%", `\`, `\"`, "^varga", "varga^2", "varga~", "varga~1",
	"(", ")", "(varga", "varga)", "[a TO z]", "{", "}", "AND", "OR", "NOT", "varga AND", "AND varga", "varga OR okonedo",
	"NOT varga", "varga && okonedo", "||", "!",
	"; DROP TABLE articles", "'; DROP TABLE articles; --", "1=1", "/* */", "--", "$1",
	"?1", ":a", "@a", "${varga}", "{{varga}}", "<b>varga</b>", "&amp;", "`varga`",
	"\x00", "var\x00ga", "varga\x00", "\n", "\t varga \r\n", "\u202evarga",
	"\ufeffvarga", "var\u00adga", "\ufffd", "📜🚢", "👩‍⚖️ varga", "🖋️", "𝔑𝔢𝔴𝔰", "ﬁ", "İ", "ß", "e\u0301lan", "varga\u0301",
	"ilse, varga; telephoned: bram!", "Ａ", "①", "Ⅳ", "中文", "दिल्ली", "٣",
}

func searchHostile(t *testing.T, c canalStore) {
	long := []string{strings.Repeat("x", 10_000), strings.Repeat("canal ", 1_700), strings.Repeat("(", 10_000),
		strings.Repeat("\" ", 5_000), strings.Repeat("👩‍⚖️", 2_500), manyWords(2_000)}
	for _, text := range append(long, hostile...) {
		page, err := c.memory.Search(t.Context(), text, graph.PageRequest{})
		if err != nil {
			t.Fatal(err)
		}
		diffList(t, fmt.Sprintf("Search(%.100q)", text), strings.Fields(names(c, page.Nodes)), c.search(t, text))

		wantEvents := names(canalStore{Telling: c.Telling}, mustEvents(t, c.memory, text))
		diff(t, fmt.Sprintf("Events with text %.100q", text), wantEvents, names(c, mustEvents(t, c, text)))
	}
	if err := c.Ready(t.Context()); err != nil {
		t.Errorf("Ready after hostile texts: %v", err)
	}
}

func mustEvents(t *testing.T, r graph.Reader, text string) []*graph.Event {
	t.Helper()
	page, err := r.Events(t.Context(), graph.EventQuery{EventFilter: graph.EventFilter{Text: text}})
	if err != nil {
		t.Fatalf("Events with text %.100q: %v", text, err)
	}
	return page.Nodes
}

func manyWords(n int) string {
	var text strings.Builder
	for i := range n {
		fmt.Fprintf(&text, "w%d ", i)
	}
	return text.String()
}

// searchBestFirst: the best hits have the fewest words in the best of a node's names,
// quotes or its summary with its means.
func searchBestFirst(t *testing.T, c canalStore) {
	for text, want := range map[string]string{
		"okonedo":   "okonedo call envoy summit",                                              // 1, 7, 9 and 11 words
		"canal":     "authority treaty tolls letter refusal " + c.tie("request", "statement"), // 3, 5, 6, 9, 12, 13 and 13
		"lockhaven": "lockhaven envoy summit",                                                 // 1, 9 and 11
	} {
		diff(t, fmt.Sprintf("Search(%q)", text), strings.Fields(want), c.search(t, text))
	}
}
