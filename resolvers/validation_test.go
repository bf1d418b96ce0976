package resolvers

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"dateline/access"
)

// TestBadQueriesSayWhatIsWrong: every error has a code and a hint, and says what it is
// about and, where that is known, what could stand there instead.
func TestBadQueriesSayWhatIsWrong(t *testing.T) {
	const invalid, parse, input, request, cursor = "GRAPHQL_VALIDATION_FAILED", "GRAPHQL_PARSE_FAILED", "BAD_USER_INPUT", "BAD_REQUEST", "BAD_CURSOR"
	for _, test := range []struct {
		name, query, variables string
		code                   string
		about                  map[string]string // key in the extensions → part of its value
	}{
		{"wrong enum value", `{contacts(means: [TELEPATHY]) {totalCount}}`, "", invalid, map[string]string{"argument": "means", "allowed": "VISIT"}},
		{"enum value in small letters", `{contacts(means: call) {totalCount}}`, "", invalid, map[string]string{"argument": "means", "allowed": "CALL"}},
		{"enum value as text", `{contacts(status: "DENIED") {totalCount}}`, "", invalid, map[string]string{"argument": "status", "allowed": "DENIED"}},
		{"enum value of another kind", `{contacts(orderBy: 5) {totalCount}}`, "", invalid, map[string]string{"argument": "orderBy", "allowed": "TIME"}},
		{"enum value in a variable", `query ($m: [Means!]) {contacts(means: $m) {totalCount}}`, `{"m": ["X"]}`, invalid, map[string]string{"variable": "m", "allowed": "CALL"}},
		{"unknown field", `{contacts {nodez {id}}}`, "", invalid, map[string]string{"field": "nodez", "allowed": "nodes"}},
		{"unknown field of the query", `{nothing}`, "", invalid, map[string]string{"field": "nothing", "allowed": "contacts"}},
		{"unknown field of an interface", `{search(text: "x") {nodes {summary}}}`, "", invalid, map[string]string{"field": "summary"}},
		{"unknown argument", `{contacts(whom: {name: "A"}) {totalCount}}`, "", invalid, map[string]string{"argument": "whom", "allowed": "who"}},
		{"missing argument", `{search {totalCount}}`, "", invalid, map[string]string{"argument": "text", "example": "Macron"}},
		{"missing argument with values", `{timeline {count}}`, "", invalid, map[string]string{"argument": "by", "allowed": "YEAR"}},
		{"missing input", `{entity {name}}`, "", invalid, map[string]string{"argument": "ref", "example": "name"}},
		{"argument twice", `{contacts(first: 1, first: 2) {totalCount}}`, "", invalid, map[string]string{"argument": "first"}},
		{"text for a number", `{contacts(first: "5") {totalCount}}`, "", invalid, map[string]string{"argument": "first", "example": "20"}},
		{"number that is too large", `{contacts(first: 99999999999) {totalCount}}`, "", input, map[string]string{"argument": "first"}},
		{"number for a text", `{contacts(text: 5) {totalCount}}`, "", invalid, map[string]string{"argument": "text", "example": "Macron"}},
		{"text for true or false", `{entities(unnamed: "yes") {totalCount}}`, "", invalid, map[string]string{"argument": "unnamed", "example": "true"}},
		{"list for one value", `{contacts(text: ["a"]) {totalCount}}`, "", invalid, map[string]string{"argument": "text"}},
		{"object for a number", `{contacts(first: {a: 1}) {totalCount}}`, "", invalid, map[string]string{"argument": "first"}},
		{"text for an object", `{contacts(who: "Macron") {totalCount}}`, "", invalid, map[string]string{"argument": "who", "example": "name"}},
		{"null where none may be", `{timeline(by: null) {count}}`, "", invalid, map[string]string{"argument": "by", "allowed": "YEAR"}},
		{"unknown field of an input", `{contacts(who: {nam: "A"}) {totalCount}}`, "", invalid, map[string]string{"argument": "who", "allowed": "name"}},
		{"two of which one is needed", `{contacts(who: {name: "A", id: "B"}) {totalCount}}`, "", invalid, map[string]string{"argument": "who", "allowed": "country"}},
		{"field of an input twice", `{contacts(who: {name: "A", name: "B"}) {totalCount}}`, "", invalid, map[string]string{"argument": "who"}},
		{"no selection", `{contacts}`, "", invalid, map[string]string{"field": "contacts", "allowed": "totalCount"}},
		{"selection of a number", `{contacts {totalCount {x}}}`, "", invalid, map[string]string{"field": "x"}},
		{"two fields under one name", `{a: contacts(first: 1) {totalCount} a: contacts(first: 2) {totalCount}}`, "", invalid, map[string]string{"field": "a"}},
		{"unknown directive", `{contacts @onlyIf(x: true) {totalCount}}`, "", invalid, map[string]string{"directive": "onlyIf", "allowed": "@skip"}},
		{"unknown argument of a directive", `{contacts @skip(when: true, if: true) {totalCount}}`, "", invalid, map[string]string{"argument": "when", "allowed": "if"}},
		{"missing argument of a directive", `{contacts @include {totalCount}}`, "", invalid, map[string]string{"argument": "if", "example": "true"}},
		{"wrong value for a directive", `{contacts @skip(if: 1) {totalCount}}`, "", invalid, map[string]string{"argument": "if", "example": "true"}},
		{"directive twice", `{contacts @skip(if: true) @skip(if: false) {totalCount}}`, "", invalid, map[string]string{"directive": "skip"}},
		{"directive in the wrong place", `query @skip(if: true) {contacts {totalCount}}`, "", invalid, map[string]string{"directive": "skip"}},
		{"unknown fragment", `{contacts {nodes {...Parts}}}`, "", invalid, map[string]string{"fragment": "Parts"}},
		{"unused fragment", `{contacts {totalCount}} fragment F on Event {id}`, "", invalid, map[string]string{"fragment": "F"}},
		{"fragment in itself", `{contacts {nodes {...F}}} fragment F on Event {id ...F}`, "", invalid, map[string]string{"fragment": "F"}},
		{"fragment on a number", `{contacts {...F}} fragment F on Int {id}`, "", invalid, map[string]string{"fragment": "F"}},
		{"fragment on another type", `{contacts {nodes {...F}}} fragment F on Article {id}`, "", invalid, map[string]string{"fragment": "F"}},
		{"unknown type", `{contacts {nodes {...F}}} fragment F on Evnt {id}`, "", invalid, map[string]string{"type": "Evnt"}},
		{"unknown type of a variable", `query ($a: Whole) {contacts(first: $a) {totalCount}}`, "", invalid, map[string]string{"type": "Whole"}},
		{"undefined variable", `{contacts(first: $n) {totalCount}}`, "", invalid, map[string]string{"variable": "n"}},
		{"unused variable", `query ($n: Int) {contacts {totalCount}}`, "", invalid, map[string]string{"variable": "n"}},
		{"variable twice", `query ($n: Int, $n: Int) {contacts(first: $n) {totalCount}}`, "", invalid, map[string]string{"variable": "n"}},
		{"variable of an output type", `query ($n: Event) {contacts(first: $n) {totalCount}}`, "", invalid, map[string]string{"variable": "n"}},
		{"variable in the wrong place", `query ($n: String) {contacts(first: $n) {totalCount}}`, "", invalid, map[string]string{"variable": "n", "argument": "first"}},
		{"wrong value of a variable", `query ($n: Int) {contacts(first: $n) {totalCount}}`, `{"n": "one"}`, invalid, map[string]string{"variable": "n"}},
		{"missing variable", `query ($n: Int!) {contacts(first: $n) {totalCount}}`, `{}`, invalid, map[string]string{"variable": "n"}},
		{"null for a variable", `query ($t: String!) {search(text: $t) {totalCount}}`, `{"t": null}`, invalid, map[string]string{"variable": "t"}},
		{"operation without a name beside another", `{__typename} query A {__typename}`, "", invalid, nil},
		{"operation name twice", `query A {__typename} query A {__typename}`, "", invalid, map[string]string{"operation": "A"}},
		{"several operations", `query A {__typename} query B {__typename}`, "", invalid, map[string]string{"allowed": "B"}},
		{"fragments only", `fragment F on Event {id}`, "", invalid, map[string]string{"example": "contacts"}},
		{"no syntax", `{contacts(`, "", parse, nil},
		{"SQL", `SELECT * FROM events`, "", parse, nil},
		{"variables that are an array", `{__typename}`, `[1]`, request, nil},
		{"page that is too large", `{contacts(first: 1000) {totalCount}}`, "", input, map[string]string{"argument": "first"}},
		{"first and last", `{contacts(first: 1, last: 1) {totalCount}}`, "", input, map[string]string{"argument": "first"}},
		{"time in words", `{contacts(during: "last week") {totalCount}}`, "", input, map[string]string{"argument": "during"}},
		{"time as a number", `{contacts(during: 2016) {totalCount}}`, "", input, map[string]string{"argument": "during"}},
		{"time of an article", `{articles(published: "soon") {totalCount}}`, "", input, map[string]string{"argument": "published"}},
		{"country that is none", `{contacts(with: {country: "France"}) {totalCount}}`, "", input, map[string]string{"argument": "with"}},
		{"cursor of something else", `{contacts(after: "eyJ") {totalCount}}`, "", cursor, map[string]string{"argument": "after"}},
		{"cursor of something else, backward", `{contacts(before: "eyJ") {totalCount}}`, "", cursor, map[string]string{"argument": "before"}},
		{"blank text", `{search(text: " ") {totalCount}}`, "", input, map[string]string{"argument": "text"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			body := fmt.Sprintf(`{"query": %q}`, test.query)
			if test.variables != "" {
				body = fmt.Sprintf(`{"query": %q, "variables": %s}`, test.query, test.variables)
			}
			checkAbout(t, body, test.code, test.about)
		})
	}
}

// TestBadRequestsSayWhatIsWrong is the same for what is no query at all.
func TestBadRequestsSayWhatIsWrong(t *testing.T) {
	for body, about := range map[string]string{
		`[{"query": "{__typename}"}]`: "array",
		`[]`:                          "array",
		``:                            "no body",
		`"query"`:                     "not an object",
		`{"query": 5}`:                "query",
		`{"query": ""}`:               "query",
		`{}`:                          "query",
		`{"query": "{__typename}", "operationName": 5}`: "operationName",
		`query {contacts {totalCount}}`:                 "not JSON",
	} {
		for _, err := range errorsOf(t, body) {
			if err.Extensions["code"] != "BAD_REQUEST" || err.Extensions["hint"] == nil || !strings.Contains(err.Message, about) {
				t.Errorf("%s: %s %v, want something about %q", body, err.Message, err.Extensions, about)
			}
		}
	}
}

// TestFewErrorsAreTold: of hundreds the first ones.
func TestFewErrorsAreTold(t *testing.T) {
	var fields strings.Builder
	for i := range 200 {
		fmt.Fprintf(&fields, " field%d", i)
	}
	if errs := errorsOf(t, fmt.Sprintf(`{"query": "{%s}"}`, fields.String())); len(errs) != maxErrors {
		t.Errorf("%d errors, want %d", len(errs), maxErrors)
	}
}

type shownError struct {
	Message    string
	Extensions map[string]any
}

func errorsOf(t *testing.T, body string) []shownError {
	t.Helper()
	_, store := canal(t)
	request := httptest.NewRequest("POST", "/graphql", strings.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	recorder := httptest.NewRecorder()
	access.As(access.Owner(), NewHandler(store, Options{})).ServeHTTP(recorder, request)
	text, err := io.ReadAll(recorder.Body)
	if err != nil {
		t.Fatal(err)
	}
	var answer struct{ Errors []shownError }
	if err := json.Unmarshal(text, &answer); err != nil || len(answer.Errors) == 0 {
		t.Fatalf("%s: no errors in %s: %v", body, text, err)
	}
	return answer.Errors
}

func checkAbout(t *testing.T, body, code string, about map[string]string) {
	t.Helper()
	errs := errorsOf(t, body)
	for _, err := range errs {
		if err.Extensions["code"] != code || err.Extensions["hint"] == nil {
			t.Errorf("%s: %s %v, want the code %s and a hint", body, err.Message, err.Extensions, code)
		}
	}
	for key, part := range about {
		if !slices.ContainsFunc(errs, func(err shownError) bool {
			return err.Extensions[key] != nil && strings.Contains(fmt.Sprint(err.Extensions[key]), part)
		}) {
			t.Errorf("%s: no error says that %s is %s: %v", body, key, part, errs)
		}
	}
}
