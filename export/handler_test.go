package export

import (
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"reflect"
	"strings"
	"testing"

	"dateline/graph"
)

func serve(t *testing.T, store Reader, options HandlerOptions) *httptest.Server {
	t.Helper()
	options.Logger = slog.New(slog.DiscardHandler)
	server := httptest.NewServer(NewHandler(store, options))
	t.Cleanup(server.Close)
	return server
}

func TestHandler(t *testing.T) {
	server := serve(t, everything(), HandlerOptions{})
	for _, format := range formats {
		response, err := http.Get(server.URL + "/export?format=" + format.Name + "&of=articles")
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(response.Body)
		response.Body.Close()
		if err != nil {
			t.Fatal(err)
		}
		if !format.Takes(KindArticles) {
			if response.StatusCode != http.StatusBadRequest || !strings.Contains(string(body), "has no form for articles") {
				t.Errorf("%s: %s %s", format.Name, response.Status, body)
			}
			continue
		}
		if response.Header.Get("Content-Type") != format.MediaType || len(body) < 1000 ||
			response.Header.Get("Content-Disposition") != `attachment; filename="dateline-articles`+format.Extension+`"` {
			t.Errorf("%s: %s %v %.200s", format.Name, response.Status, response.Header, body)
		}
	}
}

func TestHandlerRefuses(t *testing.T) {
	server := serve(t, everything(), HandlerOptions{})
	for query, want := range map[string]string{
		"format=xlsx":                            `there is no format "xlsx"; the formats are jsonl, csv`,
		"of=everything":                          `of: "everything" is not one of contacts, events, entities, articles`,
		"whom=Lim":                               `"whom": there is no such argument; there are of, format`,
		"type=CONTACT":                           `"type": there is no such argument`,
		"during=yesterday":                       `during: `,
		"knownBy=2025-07":                        `knownBy: `,
		"means=PIGEON":                           `means: "PIGEON" is not one of [CALL`,
		"who=":                                   `who: is empty`,
		"who=Lim&whoId=per_x":                    `who: is given twice; give one name, ID or country`,
		"who=Lim&who=Okoro":                      `who: is given twice`,
		"limit=-1":                               `limit: "-1" is not a whole number`,
		"text=" + strings.Repeat("x", maxText+1): `text: has 501 characters`,
		"of=entities&unnamed=perhaps":            `unnamed: "perhaps" is not true or false`,
	} {
		response, err := http.Get(server.URL + "/?" + query)
		if err != nil {
			t.Fatal(err)
		}
		var answer struct {
			Errors []struct {
				Message    string
				Extensions struct{ Code, Hint string }
			}
		}
		err = json.NewDecoder(response.Body).Decode(&answer)
		response.Body.Close()
		if err != nil || len(answer.Errors) != 1 {
			t.Fatalf("%s: %v", query, err)
		}
		if e := answer.Errors[0]; response.StatusCode != http.StatusBadRequest || !strings.HasPrefix(e.Message, strings.Split(want, "\n")[0]) || e.Extensions.Code != "BAD_USER_INPUT" {
			t.Errorf("%s: %s %+v, want %q", query, response.Status, e, want)
		}
	}
	response, err := http.Post(server.URL, "text/plain", nil)
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	if response.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("POST: %s", response.Status)
	}
}

// The arguments of a URL are those of the API's fields.
func TestParseQuery(t *testing.T) {
	values, _ := url.ParseQuery("who=Lim&withId=per_1&anyOf=A&anyOf=B&allOfCountry=fr&placeId=pla_1&minConfidence=0.5&sourceKind=NEWS&means=call,MEETING&means=VISIT&status=DENIED&during=2025&knownBy=2025-07-03&publisher=P&minArticles=2&text=a+b&about=c&orderBy=TIME_DESC&limit=9&format=csv&title=T")
	got, err := ParseQuery(values)
	if err != nil {
		t.Fatal(err)
	}
	want := Query{Of: KindEvents, Order: graph.OrderTimeDescending, Limit: 9, Events: graph.EventFilter{
		Types: []graph.EventType{graph.EventContact}, Who: &graph.EntityRef{Name: "Lim"}, With: &graph.EntityRef{ID: "per_1"},
		AnyOf: []graph.EntityRef{{Name: "A"}, {Name: "B"}}, AllOf: []graph.EntityRef{{Country: "FR"}}, Place: &graph.EntityRef{ID: "pla_1"},
		MinConfidence: 0.5, SourceKinds: []graph.SourceKind{"NEWS"},
		Means: []graph.Means{graph.MeansCall, graph.MeansMeeting, graph.MeansVisit}, Statuses: []graph.Status{graph.StatusDenied},
		During: graph.MustEDTF("2025"), KnownBy: graph.NewDate(2025, 7, 3), Publisher: "P", MinArticles: 2, Text: "a b", About: "c",
	}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
}

// A client that goes stops the export, and a store that fails half-way breaks the answer
// off rather than end it.
func TestHandlerBreaksOff(t *testing.T) {
	prototype := madeUpEvent(1, "Lim", graph.StatusAsserted, nil)
	f := &fake{count: 1 << 40, events: func(int) *graph.Event { return prototype }}
	server := serve(t, f, HandlerOptions{MaxConcurrent: 1})
	ctx, cancel := context.WithCancel(t.Context())
	request, _ := http.NewRequestWithContext(ctx, http.MethodGet, server.URL+"?format=jsonl", nil)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadFull(response.Body, make([]byte, 100_000)); err != nil {
		t.Fatal(err)
	}
	busy, err := http.Get(server.URL + "?format=csv")
	if err != nil {
		t.Fatal(err)
	}
	busy.Body.Close()
	if busy.StatusCode != http.StatusServiceUnavailable || busy.Header.Get("Retry-After") == "" {
		t.Errorf("a second export: %s", busy.Status)
	}
	cancel()
	response.Body.Close()
	server.Close() // returns once the handler has

	broken := &fake{count: 1 << 20, failAfter: 10 * pageSize, events: f.events}
	response, err = http.Get(serve(t, broken, HandlerOptions{}).URL + "?format=jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if _, err := io.ReadAll(response.Body); err == nil {
		t.Error("an export that failed ended as if it were whole")
	}
}
