package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"dateline/access"
	"dateline/graph"
	"dateline/internal/shared"
	"dateline/loader/read"
	"dateline/resolvers"
)

// contact is a contact event with the fields that the tests below ask for.
type contact struct {
	Summary      string
	Means        string
	Status       string
	Time         *struct{ Edtf string }
	ArticleCount int
	Participants []struct {
		Role       string
		Entity     struct{ Name string }
		OnBehalfOf *struct{ Name string }
	}
	Reports struct {
		Nodes []struct {
			Quote        string
			Status       string
			AttributedTo []struct{ Name string }
			Article      struct{ ID, Text string }
			Start, End   int
		}
	}
	Conflicts []struct{ Kind, Explanation string }
}

const contactFields = `summary means status time { edtf } articleCount
	participants { role entity { name } onBehalfOf { name } }
	reports { nodes { quote status attributedTo { name } article { id text } start end } }
	conflicts { kind explanation }`

// ask sends a query to the API and decodes its data into answer. The query may take
// as long as a busy machine needs.
func ask(t *testing.T, store graph.Reader, query string, answer any) {
	t.Helper()
	body, err := json.Marshal(resolvers.Request{Query: query})
	if err != nil {
		t.Fatal(err)
	}
	request := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", bytes.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	recorder := httptest.NewRecorder()
	access.As(access.Owner(), resolvers.NewHandler(store, resolvers.Options{Timeout: patience})).ServeHTTP(recorder, request)
	var response struct {
		Data   json.RawMessage
		Errors json.RawMessage
	}
	if err := json.Unmarshal(recorder.Body.Bytes(), &response); err != nil || response.Errors != nil {
		t.Fatalf("%s: %v: %s", query, err, recorder.Body)
	}
	if err := json.Unmarshal(response.Data, answer); err != nil {
		t.Fatal(err)
	}
}

func contacts(t *testing.T, store graph.Reader, arguments string) []contact {
	t.Helper()
	var answer struct{ Contacts struct{ Nodes []contact } }
	ask(t, store, fmt.Sprintf(`{ contacts(%s, first: 100) { nodes { %s } } }`, arguments, contactFields), &answer)
	return answer.Contacts.Nodes
}

func (c contact) String() string {
	when := ""
	if c.Time != nil {
		when = c.Time.Edtf
	}
	return fmt.Sprintf("%s %s %s %s (%d articles)", c.Means, c.Status, when, c.Summary, c.ArticleCount)
}

// one returns the only contact at that time. It fails the test if there is none or
// more than one.
func one(t *testing.T, found []contact, edtf string) contact {
	t.Helper()
	var match []contact
	for _, c := range found {
		if c.Time != nil && c.Time.Edtf == edtf {
			match = append(match, c)
		}
	}
	if len(match) != 1 {
		t.Fatalf("%d contacts at %s among:\n%v", len(match), edtf, found)
	}
	return match[0]
}

func (c contact) has(role, name, onBehalfOf string) bool {
	for _, p := range c.Participants {
		if p.Entity.Name == name && (role == "" || p.Role == role) && (onBehalfOf == "" || p.OnBehalfOf != nil && p.OnBehalfOf.Name == onBehalfOf) {
			return true
		}
	}
	return false
}

func loadFrom(t *testing.T, sources ...string) graph.Store {
	t.Helper()
	store := openStore(t, filepath.Join(t.TempDir(), "news.db"))
	loadInto(t, store, sources...)
	return store
}

func loadInto(t *testing.T, store graph.Store, sources ...string) {
	t.Helper()
	loadAll(t, store, newExtractor(t), 2, read.Sources(context.Background(), sources, read.Options{}))
}

// TestFiveArticles checks what every store must answer about the five real articles.
func TestFiveArticles(t *testing.T) {
	articles := shared.Path(t, "articles")
	overStores(t, func(t *testing.T, store graph.Store) {
		loadInto(t, store, articles)
		checkFiveArticles(t, store)
	})
}

func checkFiveArticles(t *testing.T, store graph.Store) {
	leaders := `who: {name: "Macron"}, with: {name: "Putin"}`

	t.Run("calls", func(t *testing.T) {
		calls := contacts(t, store, leaders+`, means: [CALL]`)
		if july := one(t, calls, "2025-07"); july.ArticleCount != 2 {
			t.Errorf("the call of July 2025 is in %d articles: %v", july.ArticleCount, july)
		}
		one(t, calls, "2022-09")
		one(t, calls, "2022-01/2022-04")
		asked := false
		for _, c := range calls {
			asked = asked || c.Status == "REQUESTED" || c.Status == "HYPOTHETICAL"
		}
		if !asked {
			t.Errorf("no requested or hypothetical call among %v", calls)
		}
	})
	t.Run("meeting at the Kremlin", func(t *testing.T) {
		one(t, contacts(t, store, leaders+`, means: [MEETING, VISIT]`), "2022-02")
	})
	t.Run("envoy", func(t *testing.T) {
		trip := one(t, contacts(t, store, `who: {name: "Emmanuel Bonne"}`), "2026-02-02/2026-02-08")
		if !trip.has("", "Emmanuel Bonne", "Emmanuel Macron") {
			t.Errorf("Bonne does not act for Macron: %+v", trip.Participants)
		}
		if !trip.has("", "Yury Ushakov", "") {
			t.Errorf("Ushakov does not take part: %+v", trip.Participants)
		}
		if trip.ArticleCount < 2 {
			t.Errorf("%d articles report the trip, want 2 or more", trip.ArticleCount)
		}
		for _, c := range contacts(t, store, `during: "2026-02-04"`) {
			if c.Time.Edtf == "2026-02-04" {
				t.Errorf("the trip has the day of its report: %v", c)
			}
		}
	})
	t.Run("technical level", func(t *testing.T) {
		best := contact{}
		for _, c := range contacts(t, store, `who: {name: "France"}, with: {name: "Russia"}, status: [ASSERTED, CONFIRMED]`) {
			if c.ArticleCount > best.ArticleCount {
				best = c
			}
		}
		if best.ArticleCount < 3 {
			t.Errorf("%d articles report the restored contact, want 3: %v", best.ArticleCount, best)
		}
		onWord := 0
		for _, r := range best.Reports.Nodes {
			for _, source := range r.AttributedTo {
				if source.Name == "Dmitry Peskov" {
					onWord++
				}
			}
		}
		if onWord == 0 {
			t.Errorf("no report is attributed to Peskov: %+v", best.Reports.Nodes)
		}
	})
	t.Run("kinds and bounds", func(t *testing.T) {
		all := fmt.Sprint(contacts(t, store, `orderBy: TIME_ASC`))
		for _, want := range []string{
			"made several calls to Vladimir Putin between January and April 2022",
			"A plan for presidential-level talks between Russia and France",
			"technical-level talks",
			"by 21 December 2025 about the possibility of direct contact with the Russian Federation",
		} {
			if !strings.Contains(all, want) {
				t.Errorf("no contact says %q:\n%s", want, all)
			}
		}
	})
	t.Run("denied", func(t *testing.T) {
		denied := contacts(t, store, `status: [DENIED]`)
		if len(denied) == 0 || !strings.Contains(fmt.Sprint(denied[0].Reports.Nodes), "no presidential-level talks are planned") {
			t.Errorf("denied: %v", denied)
		}
	})
	t.Run("Zelensky", func(t *testing.T) {
		found := contacts(t, store, `who: {name: "Macron"}, with: {name: "Zelensky"}`)
		if len(found) == 0 {
			t.Fatal("none")
		}
		said := false
		for _, c := range found {
			for _, r := range c.Reports.Nodes {
				for _, source := range r.AttributedTo {
					said = said || strings.Contains(source.Name, "Zelensky")
				}
			}
		}
		if !said {
			t.Errorf("no report is attributed to Zelensky: %v", found)
		}
	})
	t.Run("spellings", func(t *testing.T) {
		for _, pair := range [][2]string{{"Volodymyr Zelensky", "Vladimir Zelensky"}, {"Süddeutsche Zeitung", "Suddeutsche Zeitung"}} {
			var answer struct{ A, B *struct{ ID, Name string } }
			ask(t, store, fmt.Sprintf(`{ a: entity(ref: {name: %q}) { id name } b: entity(ref: {name: %q}) { id name } }`, pair[0], pair[1]), &answer)
			if answer.A == nil || answer.B == nil || answer.A.ID != answer.B.ID {
				t.Errorf("%v: %+v, %+v", pair, answer.A, answer.B)
			}
		}
	})
	t.Run("conflict", func(t *testing.T) {
		july := one(t, contacts(t, store, leaders+`, means: [CALL]`), "2025-07")
		if len(july.Conflicts) == 0 || july.Conflicts[0].Kind != "FIRST_OR_LAST" {
			t.Errorf("conflicts of the call of July 2025: %+v", july.Conflicts)
		}
	})
	t.Run("furniture", func(t *testing.T) {
		var answer struct {
			Entities struct{ TotalCount int }
			Articles struct {
				Nodes []struct {
					Published *string
					Text      string
				}
			}
		}
		ask(t, store, `{ entities(name: "Google") { totalCount } articles { nodes { published text } } }`, &answer)
		if answer.Entities.TotalCount > 0 {
			t.Error("the link to another story at the foot of the page was read")
		}
		for _, a := range answer.Articles.Nodes {
			if a.Published != nil && strings.HasPrefix(*a.Published, "2026-05") || strings.Contains(a.Text, "Digital Markets Act") {
				t.Errorf("published %v", *a.Published)
			}
		}
	})
}

// TestQuotesAreExact reads every report of the benchmark and the samples back through
// GraphQL, and compares its quote with the text at its offsets.
func TestQuotesAreExact(t *testing.T) {
	store := loadFrom(t, shared.Path(t, "contactbench", "seeds.jsonl"), "samples")
	reports := 0
	for _, c := range contacts(t, store, `orderBy: REPORTS_DESC`) {
		for _, r := range c.Reports.Nodes {
			reports++
			if got := string([]rune(r.Article.Text)[r.Start:r.End]); got != r.Quote {
				t.Errorf("quote %q, text %q", r.Quote, got)
			}
		}
	}
	if reports == 0 {
		t.Error("no reports")
	}
}

// floor holds the lowest F1 that each level of the benchmark's score may have.
type floor struct{ who, whoWhen, full float64 }

// checkScore has the benchmark's own program score predictions. Every quote must be
// exact.
func checkScore(t *testing.T, gold string, predicted []byte, least floor) {
	t.Helper()
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("score.py needs python3, which is not installed")
	}
	path := filepath.Join(t.TempDir(), "predicted.jsonl")
	if err := os.WriteFile(path, predicted, 0o600); err != nil {
		t.Fatal(err)
	}
	output, err := exec.Command(python, shared.Path(t, "contactbench", "score.py"), gold, path, "--json").Output()
	if err != nil {
		t.Fatal(err)
	}
	var score struct {
		Who        struct{ F1 float64 } `json:"who"`
		WhoWhen    struct{ F1 float64 } `json:"who_when"`
		Full       struct{ F1 float64 } `json:"full"`
		ExactQuote float64              `json:"exact_quote"`
	}
	if err := json.Unmarshal(output, &score); err != nil {
		t.Fatal(err)
	}
	t.Logf("%s", output)
	for _, level := range []struct {
		name       string
		got, least float64
	}{{"who", score.Who.F1, least.who}, {"who+when", score.WhoWhen.F1, least.whoWhen}, {"full", score.Full.F1, least.full}, {"exact quote", score.ExactQuote, 1}} {
		if level.got < level.least {
			t.Errorf("%s: %.3f, want at least %.2f", level.name, level.got, level.least)
		}
	}
}

// TestSeedsThroughGraphQL loads the benchmark's articles, reads their reports back
// through GraphQL and scores them.
func TestSeedsThroughGraphQL(t *testing.T) {
	gold := shared.Path(t, "contactbench", "seeds.jsonl")
	checkScore(t, gold, predictions(t, loadFrom(t, gold)), floor{.80, .75, .60})
}

// TestAnnotateContacts scores what dateline annotate prints for the development articles.
func TestAnnotateContacts(t *testing.T) {
	gold := shared.Path(t, "contactbench", "dev.jsonl")
	code, printed, failure := runApp(t, "annotate", "contacts", gold)
	if code != exitOK {
		t.Fatalf("exit code %d:\n%s", code, failure)
	}
	checkScore(t, gold, []byte(printed), floor{who: .50})
}

// predictions asks for each article's reports and returns them in score.py's form.
func predictions(t *testing.T, store graph.Reader) []byte {
	t.Helper()
	type party struct {
		Typename string `json:"__typename"`
		Name     string
		Aliases  []string
		Kind     string
	}
	var answer struct {
		Articles struct {
			Nodes []struct {
				ExternalID string
				Reports    struct {
					Nodes []struct {
						Means, Status, Quote string
						Time                 *struct{ Earliest, Latest string }
						AttributedTo         []party
						Participants         []struct {
							Role       string
							Entity     party
							OnBehalfOf *party
						}
					}
				}
			}
		}
	}
	ask(t, store, `fragment P on Entity { __typename name aliases ... on Organization { kind } }
		{ articles { nodes { externalId reports(type: CONTACT, first: 100) { nodes { means status quote
			time { earliest latest } attributedTo { ...P } participants { role entity { ...P } onBehalfOf { ...P } } } } } } }`, &answer)
	kind := func(p party) string {
		if p.Kind == "STATE" {
			return p.Kind
		}
		return strings.ToUpper(p.Typename)
	}
	var lines bytes.Buffer
	encoder := json.NewEncoder(&lines)
	for _, a := range answer.Articles.Nodes {
		found := []map[string]any{}
		for _, r := range a.Reports.Nodes {
			parties, sources := []map[string]any{}, []map[string]any{}
			for _, p := range r.Participants {
				made := map[string]any{"name": p.Entity.Name, "aliases": p.Entity.Aliases, "type": kind(p.Entity), "role": p.Role}
				if p.OnBehalfOf != nil {
					made["on_behalf_of"] = p.OnBehalfOf.Name
				}
				parties = append(parties, made)
			}
			for _, source := range r.AttributedTo {
				sources = append(sources, map[string]any{"name": source.Name, "aliases": source.Aliases})
			}
			made := map[string]any{"participants": parties, "means": r.Means, "status": r.Status, "quote": r.Quote, "attributed_to": sources, "time": nil}
			if r.Time != nil {
				made["time"] = map[string]string{"earliest": r.Time.Earliest, "latest": r.Time.Latest}
			}
			found = append(found, made)
		}
		if err := encoder.Encode(map[string]any{"id": a.ExternalID, "contacts": found}); err != nil {
			t.Fatal(err)
		}
	}
	return lines.Bytes()
}
