package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/coder/websocket"
)

// attack is one kind of hostile request. Send sends the one of a number.
type attack struct {
	name string
	send func(ctx context.Context, c *client, i int) (status int, err error)
}

func graphql(name string, body func(i int) string) attack {
	return attack{name, func(ctx context.Context, c *client, i int) (int, error) { return c.post(ctx, "/graphql", body(i)) }}
}

// always is an attack whose requests are all alike but for a comment, so that no answer is
// known already.
func always(name, text string) attack {
	return graphql(name, func(i int) string { return query(fmt.Sprintf("%s # %d", text, i)) })
}

func repeat(text string, times int) string { return strings.Repeat(text, times) }

// each joins what make returns for 0, 1 …
func each(times int, make func(n int) string) string {
	var parts []string
	for n := range times {
		parts = append(parts, make(n))
	}
	return strings.Join(parts, " ")
}

const wholePage = `{ totalCount nodes { summary participants { entity { name } } reports(first: 3) { nodes { quote article { title } } } } }`

func attacks() []attack {
	var all []attack
	for _, some := range [][]attack{oversized(), unfolding(), expensive(), otherPaths(), connections()} {
		all = append(all, some...)
	}
	return all
}

// oversized are requests with more in them than any needs.
func oversized() []attack {
	return []attack{
		graphql("120,000 means as a variable", func(i int) string {
			return fmt.Sprintf(`{"query": "query ($m: [Means!]) { contacts(means: $m) { totalCount } } # %d", "variables": {"m": ["CALL"%s]}}`, i, repeat(`,"CALL"`, 119_999))
		}),
		always("20,000 means in the text", `{ contacts(means: [`+repeat("CALL ", 20_000)+`]) { totalCount } }`),
		always("90 parties", `{ contacts(anyOf: [`+each(90, func(n int) string { return fmt.Sprintf(`{name: "x%d"}`, n) })+`]) { totalCount } }`),
		graphql("a cursor of 900 KB", func(i int) string {
			return queryWith(`query ($c: String) { contacts(after: $c) { totalCount } }`, map[string]any{"c": repeat("eyJv", 225_000) + fmt.Sprint(i)})
		}),
		graphql("words of 900 KB", func(i int) string {
			return queryWith(`query ($t: String) { contacts(text: $t) { totalCount } }`, map[string]any{"t": repeat("of the ", 128_000) + fmt.Sprint(i)})
		}),
		always("an unknown name of 100 KB", `{ `+repeat("x", 100_000)+` }`),
		always("many unknown names", `{ `+each(400, func(n int) string { return fmt.Sprintf("contact%dss", n) })+` }`),
		graphql("arrays nested 500,000 deep", func(int) string {
			return `{"query": "{ __typename }", "variables": {"a": ` + repeat("[", 500_000) + repeat("]", 500_000) + `}}`
		}),
		graphql("19,000 variables", func(i int) string {
			return fmt.Sprintf(`{"query": "{ contacts { totalCount } } # %d", "variables": {%s"z": 1}}`, i, each(19_000, func(n int) string { return fmt.Sprintf(`"a%d": 1,`, n) }))
		}),
		graphql("a batch of 1 MB", func(int) string {
			return "[" + repeat(`{"query": "{ contacts { totalCount } }"},`, 24_000) + `{"query": "{ contacts { totalCount } }"}]`
		}),
		{"an address of 60 KB", func(ctx context.Context, c *client, i int) (int, error) {
			return c.get(ctx, "/graphql?query="+url.QueryEscape(fmt.Sprintf("{ contacts(text: %q) { totalCount } }", repeat("of ", 18_000)+fmt.Sprint(i))))
		}},
	}
}

// unfolding are queries that are short and mean much.
func unfolding() []attack {
	bomb := "{ contacts { nodes { ...f0 } } }"
	for n := range 18 {
		bomb += fmt.Sprintf(" fragment f%d on Event { ...f%d ...f%d }", n, n+1, n+1)
	}
	bomb += " fragment f18 on Event { id }"
	const typeOf = `{ name fields { name type { name ofType { name ofType { name } } } args { name } } }`
	return []attack{
		always("id 20,000 times", `{ contacts { nodes { `+repeat("id ", 20_000)+`} } }`),
		always("id 900 times", `{ contacts { nodes { `+repeat("id ", 900)+`} } }`),
		always("a fragment bomb", bomb),
		always("thirty aliases with totals", `{ `+each(30, func(n int) string {
			return fmt.Sprintf(`a%d: contacts(text: "of", minArticles: %d) `, n, n%3) + wholePage
		})+` }`),
		always("900 directives", `{ contacts { nodes { id `+repeat("@skip(if: false) ", 130)+`} } }`),
		always("introspection, as tools send it", introspection),
		always("introspection of everything", `{ __schema { types `+typeOf+` a: types `+typeOf+` b: types `+typeOf+` } }`),
		always("introspection in depth", `{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } }`),
		graphql("a distinct query each time", func(i int) string {
			return query(fmt.Sprintf(`{ %s }`, each(20, func(n int) string {
				return fmt.Sprintf(`a%d: contacts(publisher: "p%d", first: 1) { nodes { id } }`, n, i)
			})))
		}),
		always("lists in lists", `{ entities(first: 20) { nodes { contacts(first: 50) { nodes { reports(first: 3) { nodes { article { entities { name } } } } } } } } }`),
	}
}

// expensive are queries that make a store read much.
func expensive() []attack {
	var facets []string
	for _, by := range []string{"MEANS", "STATUS", "PUBLISHER", "YEAR", "COUNTRY", "PARTY", "PLACE"} {
		facets = append(facets, fmt.Sprintf("f%s: facets(by: %s) { value count }", by, by))
	}
	return []attack{
		always("thirty totals", `{ `+each(30, func(n int) string { return fmt.Sprintf(`a%d: contacts(minArticles: %d) { totalCount }`, n, n) })+` }`),
		always("every facet of everything", `{ contacts { `+strings.Join(facets, " ")+` } }`),
		always("a word of all quotes", `{ contacts(text: "met") `+wholePage+` }`),
		always("search of a word of all quotes", `{ search(text: "met", first: 100) { totalCount nodes { __typename } } }`),
		always("knownBy of half", `{ contacts(knownBy: "2026-01-01") `+wholePage+` }`),
		always("knownBy of nothing", `{ contacts(knownBy: "1900-01-01") `+wholePage+` }`),
		always("a publisher that there is", `{ contacts(publisher: "Ferry Bulletin") `+wholePage+` }`),
		always("two countries", `{ contacts(who: {country: "XA"}, with: {country: "XB"}) `+wholePage+` }`),
		always("a timeline by day", `{ timeline(by: DAY) { period count } }`),
		always("a network of 500 in three steps", `{ network(center: {country: "XA"}, hops: 3, limit: 500) { nodes { name } links { source { name } target { name } count } } }`),
		always("a path of ten steps", `{ path(from: {country: "XA"}, to: {country: "XC"}, maxHops: 10) { __typename } }`),
		graphql("suggestions for long names", func(i int) string {
			return query(fmt.Sprintf(`{ suggestions(name: "Aleksandrovna Konstantinopolsky Wilhelmsdottir Benavides%d", first: 100) { score } }`, i))
		}),
		always("a hundred texts", `{ articles(first: 100) { nodes { text } } }`),
		always("a hundred full events", `{ contacts(first: 100) { nodes { id summary conflicts { explanation reports { quote } } merges { explanation reports { quote } } related { explanation event { summary } } participants { entity { name } } reports(first: 5) { nodes { quote confidence article { title } } } } } }`),
	}
}

// otherPaths are requests to what is not GraphQL.
func otherPaths() []attack {
	form := func(path string, values url.Values) func(context.Context, *client, int) (int, error) {
		return func(ctx context.Context, c *client, _ int) (int, error) {
			return c.send(ctx, http.MethodPost, path, "application/x-www-form-urlencoded", strings.NewReader(values.Encode()))
		}
	}
	batch := func(queries int, name string) url.Values {
		return url.Values{"queries": {"{" + strings.TrimSuffix(each(queries, func(n int) string { return fmt.Sprintf(`"q%d": {"query": "%s %d"},`, n, name, n) }), ",") + "}"}}
	}
	tool := func(arguments string) func(context.Context, *client, int) (int, error) {
		return func(ctx context.Context, c *client, i int) (int, error) {
			return c.post(ctx, "/mcp", fmt.Sprintf(`{"jsonrpc": "2.0", "id": %d, "method": "tools/call", "params": %s}`, i, arguments))
		}
	}
	return []attack{
		{"an export of everything", func(ctx context.Context, c *client, _ int) (int, error) { return c.get(ctx, "/export?format=csv") }},
		{"reconciling 50 names", form("/reconcile", batch(50, "Aleksandrovna Konstantinopolsky"))},
		{"reconciling 5,000 names", form("/reconcile", batch(5_000, "x"))},
		{"an assistant that asks for contacts", tool(`{"name": "ask_contacts", "arguments": {"text": "met"}}`)},
		{"an assistant that looks for a name of 900 KB", tool(`{"name": "find_entities", "arguments": {"name": "` + repeat("x ", 450_000) + `"}}`)},
	}
}

// connections are clients that hold what they open.
func connections() []attack {
	return []attack{
		{"a body that comes slowly", func(ctx context.Context, c *client, _ int) (int, error) {
			ctx, cancel := context.WithTimeout(ctx, 300*time.Millisecond)
			defer cancel()
			reader, writer := io.Pipe()
			go func() {
				for ctx.Err() == nil {
					if _, err := io.WriteString(writer, " "); err != nil {
						return
					}
					time.Sleep(50 * time.Millisecond)
				}
				_ = writer.CloseWithError(ctx.Err())
			}()
			return c.send(ctx, http.MethodPost, "/graphql", "application/json", reader)
		}},
		{"200 subscriptions on a websocket", subscribe},
	}
}

// subscribe opens a websocket and subscribes 200 times.
func subscribe(ctx context.Context, c *client, _ int) (int, error) {
	connection, _, err := websocket.Dial(ctx, "ws"+strings.TrimPrefix(c.url, "http")+"/graphql", &websocket.DialOptions{
		Subprotocols: []string{"graphql-transport-ws"}, HTTPHeader: http.Header{"Authorization": {"Bearer " + c.key}},
	})
	if err != nil {
		return 0, err
	}
	defer func() { _ = connection.CloseNow() }()
	messages := []string{`{"type": "connection_init"}`}
	for n := range 200 {
		messages = append(messages, fmt.Sprintf(`{"type": "subscribe", "id": "%d", "payload": {"query": "subscription { contacts { __typename } }"}}`, n))
	}
	for _, message := range append(messages, `{"type": "ping"}`) {
		if err := connection.Write(ctx, websocket.MessageText, []byte(message)); err != nil {
			return 0, err
		}
	}
	for {
		_, answer, err := connection.Read(ctx)
		if err != nil {
			return 0, err
		}
		if strings.Contains(string(answer), `"pong"`) {
			return http.StatusOK, nil
		}
	}
}

// introspection is what editors ask when they open.
const introspection = `query { __schema { queryType { name } mutationType { name } subscriptionType { name } types { ...T } directives { name description locations args { ...I } } } }
fragment T on __Type { kind name description fields(includeDeprecated: true) { name description args { ...I } type { ...R } isDeprecated deprecationReason } inputFields { ...I } interfaces { ...R } enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...R } }
fragment I on __InputValue { name description type { ...R } defaultValue }
fragment R on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } }`
