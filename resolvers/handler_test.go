package resolvers

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"dateline/access"
)

const (
	asked   = `{"query":"query Q($n: Int) { contacts(first: $n) { totalCount } }","variables":{"n":1},"operationName":"Q"}`
	counted = `{"data":{"contacts":{"totalCount":7}}}`
)

// TestHTTP holds the handler to the GraphQL-over-HTTP specification.
func TestHTTP(t *testing.T) {
	_, store := canal(t)
	handler := access.As(access.Owner(), NewHandler(store, Options{}))
	get := func(values ...string) *http.Request {
		query := url.Values{}
		for i := 0; i < len(values); i += 2 {
			query.Set(values[i], values[i+1])
		}
		return httptest.NewRequest("GET", "/graphql?"+query.Encode(), nil)
	}
	post := func(body string, headers ...string) *http.Request {
		r := httptest.NewRequest("POST", "/graphql", strings.NewReader(body))
		r.Header.Set("Content-Type", "application/json")
		for i := 0; i < len(headers); i += 2 {
			r.Header.Set(headers[i], headers[i+1])
		}
		return r
	}
	tests := map[string]struct {
		request *http.Request
		status  int
		media   string
		want    string // the body, or a code in it
	}{
		"POST":                          {post(asked), 200, typeJSON, counted},
		"POST with charset":             {post(asked, "Content-Type", "application/json; charset=UTF-8"), 200, typeJSON, counted},
		"nulls and extensions":          {post(`{"query":"{__typename}","variables":null,"operationName":null,"extensions":{"a":1}}`), 200, typeJSON, `{"data":{"__typename":"Query"}}`},
		"GET":                           {get("query", "query($n:Int){contacts(first:$n){totalCount}}", "variables", `{"n":1}`), 200, typeJSON, counted},
		"GraphQL's own media type":      {post(asked, "Accept", typeGraphQL), 200, typeGraphQL, counted},
		"the first that both know":      {post(asked, "Accept", "text/html, application/graphql-response+json;q=0.9, application/json;q=0.1"), 200, typeGraphQL, counted},
		"the greater weight":            {post(asked, "Accept", "application/json;q=0.5, application/graphql-response+json"), 200, typeGraphQL, counted},
		"the same weight":               {post(asked, "Accept", "application/json, application/graphql-response+json"), 200, typeJSON, counted},
		"anything else":                 {post(asked, "Accept", "application/json;q=0.1, */*"), 200, typeGraphQL, counted},
		"anything but JSON":             {post(asked, "Accept", "application/json;q=0, */*;q=0.5"), 200, typeGraphQL, counted},
		"no weight":                     {post(asked, "Accept", "application/json;q=much"), 406, typeJSON, "NOT_ACCEPTABLE"},
		"nothing at all":                {post(asked, "Accept", "*/*;q=0"), 406, typeJSON, "NOT_ACCEPTABLE"},
		"anything":                      {post(asked, "Accept", "*/*"), 200, typeJSON, counted},
		"nothing that it knows":         {post(asked, "Accept", "text/html"), 406, typeJSON, "NOT_ACCEPTABLE"},
		"no syntax":                     {post(`{"query":"{"}`), 200, typeJSON, "GRAPHQL_PARSE_FAILED"},
		"no syntax, own media type":     {post(`{"query":"{"}`, "Accept", typeGraphQL), 400, typeGraphQL, "GRAPHQL_PARSE_FAILED"},
		"no such field":                 {post(`{"query":"{nothing}"}`), 200, typeJSON, "GRAPHQL_VALIDATION_FAILED"},
		"no such field, own media type": {post(`{"query":"{nothing}"}`, "Accept", typeGraphQL), 400, typeGraphQL, "GRAPHQL_VALIDATION_FAILED"},
		"no such operation":             {post(`{"query":"query A {__typename}","operationName":"B"}`, "Accept", typeGraphQL), 400, typeGraphQL, "GRAPHQL_VALIDATION_FAILED"},
		"variable of another type":      {post(`{"query":"query($n:Int){contacts(first:$n){totalCount}}","variables":{"n":"one"}}`, "Accept", typeGraphQL), 400, typeGraphQL, "GRAPHQL_VALIDATION_FAILED"},
		"too costly":                    {post(`{"query":"{entities(first:100){nodes{contacts(first:100){nodes{reports(first:100){nodes{id}}}}}}}"}`, "Accept", typeGraphQL), 400, typeGraphQL, "COMPLEXITY_LIMIT"},
		"bad argument, executed":        {post(`{"query":"{contacts(first:0){totalCount}}"}`, "Accept", typeGraphQL), 200, typeGraphQL, "BAD_USER_INPUT"},
		"no JSON":                       {post(`{"query":`), 400, typeJSON, "BAD_REQUEST"},
		"two JSON values":               {post(asked + asked), 400, typeJSON, "BAD_REQUEST"},
		"a batch":                       {post("[" + asked + "]"), 400, typeJSON, "BAD_REQUEST"},
		"no query":                      {post(`{}`), 400, typeJSON, "BAD_REQUEST"},
		"a query that is no text":       {post(`{"query":1}`), 400, typeJSON, "BAD_REQUEST"},
		"variables that are no object":  {post(`{"query":"{__typename}","variables":[1]}`), 400, typeJSON, "BAD_REQUEST"},
		"extensions that are none":      {post(`{"query":"{__typename}","extensions":"none"}`), 400, typeJSON, "BAD_REQUEST"},
		"GET extensions, no object":     {get("query", "{__typename}", "extensions", "[]"), 400, typeJSON, "BAD_REQUEST"},
		"GET variables, no JSON":        {get("query", "{__typename}", "variables", "{"), 400, typeJSON, "BAD_REQUEST"},
		"GET without a query":           {get(), 400, typeJSON, "BAD_REQUEST"},
		"a body of 2 MB":                {post(`{"query":"{__typename}","variables":{"a":"` + strings.Repeat("x", 2_000_000) + `"}}`), 413, typeJSON, "TOO_LARGE"},
		"variables 20,000 deep":         {post(`{"query":"{__typename}","variables":{"a":` + strings.Repeat("[", 20_000) + strings.Repeat("]", 20_000) + `}}`), 400, typeJSON, "BAD_REQUEST"},
		"30,000 values":                 {post(`{"query":"{__typename}","variables":{"a":[` + strings.Repeat("1,", 30_000) + `1]}}`), 413, typeJSON, "TOO_LARGE"},
		"30,000 commas in a text":       {post(`{"query":"{__typename}","variables":{"a":"` + strings.Repeat(`,\",`, 30_000) + `"}}`), 200, typeJSON, `{"data":{"__typename":"Query"}}`},
		"a form, as forged ones are":    {post("query={__typename}", "Content-Type", "application/x-www-form-urlencoded"), 415, typeJSON, "UNSUPPORTED_MEDIA_TYPE"},
		"text, as forged ones are":      {post(asked, "Content-Type", "text/plain"), 415, typeJSON, "UNSUPPORTED_MEDIA_TYPE"},
		"multipart, as forged ones are": {post(asked, "Content-Type", "multipart/form-data; boundary=x"), 415, typeJSON, "UNSUPPORTED_MEDIA_TYPE"},
		"no content type":               {post(asked, "Content-Type", ""), 415, typeJSON, "UNSUPPORTED_MEDIA_TYPE"},
		"another charset":               {post(asked, "Content-Type", "application/json; charset=utf-16"), 415, typeJSON, "UNSUPPORTED_MEDIA_TYPE"},
		"another method":                {httptest.NewRequest("PUT", "/graphql", strings.NewReader(asked)), 405, typeJSON, "METHOD_NOT_ALLOWED"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			answer := httptest.NewRecorder()
			handler.ServeHTTP(answer, test.request)
			body, err := io.ReadAll(answer.Body)
			if err != nil {
				t.Fatal(err)
			}
			if answer.Code != test.status || answer.Header().Get("Content-Type") != test.media+"; charset=utf-8" {
				t.Errorf("%d %s, want %d %s", answer.Code, answer.Header().Get("Content-Type"), test.status, test.media)
			}
			if strings.HasPrefix(test.want, "{") {
				if string(body) != test.want {
					t.Errorf("body %s, want %s", body, test.want)
				}
				return
			}
			checkRefusal(t, body, test.want)
		})
	}
}

// checkRefusal checks that every error has the code, a message and a hint, and that a
// request that was not executed has no data.
func checkRefusal(t *testing.T, body []byte, code string) {
	t.Helper()
	var answer struct {
		Errors []struct {
			Message    string
			Extensions struct{ Code, Hint string }
		}
		Data json.RawMessage
	}
	if err := json.Unmarshal(body, &answer); err != nil || len(answer.Errors) == 0 {
		t.Fatalf("%v: %s", err, body)
	}
	for _, err := range answer.Errors {
		if err.Message == "" || err.Extensions.Code != code || err.Extensions.Hint == "" {
			t.Errorf("error %+v, want code %s", err, code)
		}
	}
	if code != "BAD_USER_INPUT" && answer.Data != nil {
		t.Errorf("has data: %s", answer.Data)
	}
}

// TestStatusOfWhoMayNotAsk: who lacks a role is told so by the status as well.
func TestStatusOfWhoMayNotAsk(t *testing.T) {
	_, store := canal(t)
	for _, accept := range []string{typeJSON, typeGraphQL} {
		request := httptest.NewRequest("POST", "/graphql", strings.NewReader(asked))
		request.Header.Set("Content-Type", typeJSON)
		request.Header.Set("Accept", accept)
		answer := httptest.NewRecorder()
		NewHandler(store, Options{}).ServeHTTP(answer, request)
		if answer.Code != http.StatusUnauthorized {
			t.Errorf("%s: %d, want 401", accept, answer.Code)
		}
		checkRefusal(t, answer.Body.Bytes(), "UNAUTHENTICATED")
	}
}

// TestAskedAgain: the answer to a GET has a tag, by which it is not sent again as long as it
// is the same.
func TestAskedAgain(t *testing.T) {
	_, store := canal(t)
	handler := access.As(access.Owner(), NewHandler(store, Options{}))
	ask := func(query, tag string) *httptest.ResponseRecorder {
		r := httptest.NewRequest("GET", "/graphql?query="+url.QueryEscape(query), nil)
		r.Header.Set("If-None-Match", tag)
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, r)
		return w
	}
	first := ask("{contacts{totalCount}}", "")
	tag := first.Header().Get("ETag")
	if tag == "" || first.Header().Get("Cache-Control") != "private, no-cache" {
		t.Errorf("headers %v", first.Header())
	}
	if again := ask("{contacts{totalCount}}", tag); again.Code != http.StatusNotModified || again.Body.Len() > 0 || again.Header().Get("ETag") != tag {
		t.Errorf("again: %d %s", again.Code, again.Body)
	}
	if other := ask("{entities{totalCount}}", tag); other.Code != http.StatusOK {
		t.Errorf("another answer: %d", other.Code)
	}
	if wrong := ask("{nothing}", "*"); wrong.Header().Get("ETag") != "" || wrong.Header().Get("Cache-Control") != "no-store" {
		t.Errorf("an error may be kept: %v", wrong.Header())
	}
}

func TestAllowedMethodsAreNamed(t *testing.T) {
	_, store := canal(t)
	answer := httptest.NewRecorder()
	access.As(access.Owner(), NewHandler(store, Options{})).ServeHTTP(answer, httptest.NewRequest("DELETE", "/graphql", nil))
	if got := answer.Header().Get("Allow"); got != "GET, POST" {
		t.Errorf("Allow: %q", got)
	}
}
