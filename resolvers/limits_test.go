package resolvers

import (
	"strconv"
	"strings"
	"testing"

	"dateline/graph"
)

// TestHostileQueries: a query made to exhaust a server is refused with a code. Without the
// limits each of these takes seconds to minutes, so a limit that is broken shows as a test
// that hangs.
func TestHostileQueries(t *testing.T) {
	_, store := canal(t)
	for name, test := range hostile() {
		t.Run(name, func(t *testing.T) {
			response := Execute(t.Context(), store, Request{Query: test.query})
			if len(response.Errors) == 0 {
				t.Fatalf("answered: %.200s", response.Data)
			}
			for _, err := range response.Errors {
				if code := err.Extensions["code"]; code != string(test.code) {
					t.Errorf("%v: %s, want %s", code, err.Message, test.code)
				}
			}
			if data := string(response.Data); data != "" && data != "null" && data != `{"path":null}` {
				t.Errorf("gave data besides: %.200s", response.Data)
			}
		})
	}
}

type hostileQuery struct {
	query string
	code  graph.Code
}

func hostile() map[string]hostileQuery {
	numbered := func(n int, format string) string {
		var text strings.Builder
		for i := range n {
			text.WriteString(strings.NewReplacer("#+", strconv.Itoa(i+1), "#", strconv.Itoa(i)).Replace(format) + " ")
		}
		return text.String()
	}
	nested := func(n int, open string) string {
		return "{" + strings.Repeat(open, n) + "id" + strings.Repeat("}", strings.Count(open, "{")*n) + "}"
	}
	const twice = "a:contacts{nodes{participants{entity{...F#+}}}} b:contacts{nodes{participants{entity{...F#+}}}}"
	bomb := "{entities{nodes{...F0}}} " + numbered(18, "fragment F# on Entity{"+twice+"}") + "fragment F18 on Entity{id}"
	spreads := "{...F0} " + numbered(30, "fragment F# on Query{...F#+ ...F#+}") + "fragment F30 on Query{__typename}"
	return map[string]hostileQuery{
		"one field 20,000 times":       {"{entities{nodes{" + strings.Repeat("id ", 20_000) + "}}}", CodeTooLarge},
		"one field 300 times":          {"{entities{nodes{" + strings.Repeat("id ", 300) + "}}}", CodeTooLarge},
		"one object 300 times":         {"{" + strings.Repeat("entities{nodes{id}}", 300) + "}", CodeTooLarge},
		"20,000 aliases":               {"{" + numbered(20_000, "a#:entities{totalCount}") + "}", CodeTooLarge},
		"100 aliases":                  {"{" + numbered(100, "a#:entities{totalCount}") + "}", CodeTooLarge},
		"20,000 unknown fields":        {"{" + numbered(20_000, "f#") + "}", CodeTooLarge},
		"fragments that double":        {bomb, CodeTooLarge},
		"spreads that double":          {spreads, CodeTooLarge},
		"a chain of 5,000 fragments":   {"{...F0}" + numbered(5_000, "fragment F# on Query{...F#+}"), CodeTooLarge},
		"a fragment in itself":         {"{entities{nodes{...F}}} fragment F on Entity{contacts{nodes{participants{entity{...F ...F}}}}}", CodeValidation},
		"10,000 directives":            {"{__typename " + strings.Repeat("@a ", 10_000) + "}", CodeTooLarge},
		"900 directives":               {"{__typename " + strings.Repeat("@a ", 400) + "}", CodeValidation},
		"50,000 variables":             {"query(" + numbered(50_000, "$v#:Int") + "){__typename}", CodeTooLarge},
		"lists 100,000 deep":           {"{nodes(ids:" + strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000) + "){id}}", CodeTooLarge},
		"objects 100,000 deep":         {nested(100_000, "contacts{"), CodeTooLarge},
		"lists in lists":               {nested(4, "contacts{nodes{participants{entity{"), CodeTooLarge},
		"a comment of 200 KB":          {"{entities{nodes{id}}} #" + strings.Repeat("x", 200_000), CodeTooLarge},
		"first: 1000000":               {"{entities(first:1000000){nodes{id}}}", graph.CodeInvalid},
		"a million of a million":       {"{entities(first:100){nodes{contacts(first:100){nodes{reports(first:100){nodes{id}}}}}}}", CodeComplexity},
		"the same, counted from end":   {"{events(last:100){nodes{participants{entity{contacts(first:100){nodes{reports(first:100){nodes{id}}}}}}}}}", CodeComplexity},
		"the whole text of all":        {"{articles(first:100){nodes{reports(first:100){nodes{article{text}}}}}}", CodeComplexity},
		"101 nodes":                    {`{nodes(ids:[` + strings.Repeat(`"x",`, 101) + `]){id}}`, graph.CodeInvalid},
		"four hops":                    {`{network(center:{name:"a"},hops:4){truncated}}`, graph.CodeInvalid},
		"no hop":                       {`{network(center:{name:"a"},hops:0){truncated}}`, graph.CodeInvalid},
		"a path of eleven":             {`{path(from:{name:"a"},to:{name:"b"},maxHops:11){from{id}}}`, graph.CodeInvalid},
		"a name of 100,000 characters": {`{entities(name:"` + strings.Repeat("é", 50_000) + `"){totalCount}}`, graph.CodeInvalid},
		"circular introspection":       {"{__schema{types" + strings.Repeat("{fields{type", 6) + "{name}" + strings.Repeat("}}", 6) + "}}", CodeValidation},
		"deep introspection":           {`{__type(name:"Query")` + strings.Repeat("{ofType", 30) + "{name}" + strings.Repeat("}", 30) + "}", CodeTooLarge},
		"an unknown field of 500":      {"{" + strings.Repeat("x", 500) + "}", CodeTooLarge},
		"means 500 times":              {"{contacts(means:[" + strings.Repeat("CALL ", 500) + "]){totalCount}}", graph.CodeInvalid},
		"a cursor of 100,000":          {`{contacts(after:"` + strings.Repeat("x", 100_000) + `"){totalCount}}`, graph.CodeBadCursor},
		"full text 20 times":           {"{" + numbered(20, `t#:contacts(text:"met"){totalCount}`) + "}", CodeComplexity},
		"30 facets":                    {"{contacts{" + numbered(30, "f#:facets(by:PARTY){value}") + "}}", CodeComplexity},
		"all introspection, 3 times":   {strings.Replace(introspection, "{\n  __schema {", "{\n a: __schema{types{...FullType}} b: __schema{types{...FullType}} __schema {", 1), CodeComplexity},
		"a timeline of days, 30 times": {"{" + numbered(30, "t#:timeline(by:DAY){count earliest}") + "}", CodeComplexity},
		"networks, 20 times":           {"{" + numbered(20, `n#:network(center:{name:"a"},limit:500){links{count}}`) + "}", CodeComplexity},
		"@defer":                       {"{contacts{nodes{... @defer{summary}}}}", CodeValidation},
	}
}

// TestOrdinaryQueriesPass: the limits do not get in the way of honest queries.
func TestOrdinaryQueriesPass(t *testing.T) {
	_, store := canal(t)
	for name, query := range map[string]string{
		"introspection as tools do it": introspection,
		"a page at its largest":        `{contacts(first:100){totalCount nodes{id type means status summary time{edtf earliest latest precision approximate text anchor} place{id name} participants{role entity{__typename id name} onBehalfOf{id name}} articleCount publisherCount reports(first:5){totalCount nodes{id quote start end status confidence attributedTo{name} article{id title publisher published url}}} conflicts{kind explanation reports{id quote article{title}}}} pageInfo{hasNextPage endCursor}}}`,
		"from entity to source":        `{entities{edges{node{contacts(first:5){edges{node{reports(first:3){edges{node{participants{entity{... on Person{positions{organization{name}}}}}}}}}}}}}}}`,
		"all facets, with filters":     `{contacts(who:{name:"Varga"}, text:"call", publisher:"Ferry Bulletin", knownBy:"2031-06-01", place:{country:"XM"}){totalCount a:facets(by:MEANS){value count} b:facets(by:STATUS){value count} c:facets(by:PUBLISHER){value count} d:facets(by:YEAR,first:40){value count} e:facets(by:COUNTRY){value count} f:facets(by:PARTY){value count entity{name}} g:facets(by:PLACE){value count entity{name}}}}`,
		"a network at its largest":     `{network(center:{name:"Okonedo"},hops:3,limit:500){center{id} nodes{__typename id name} links{source{id} target{id} count earliest latest means}}}`,
		"four questions at once":       `{a:contacts{totalCount} b:contacts(means:[CALL]){totalCount} c:events(type:[STATEMENT]){totalCount} d:timeline(by:MONTH){period count}}`,
	} {
		if response := Execute(t.Context(), store, Request{Query: query}); len(response.Errors) > 0 {
			t.Errorf("%s: %v", name, response.Errors)
		}
	}
}

// introspection asks for what GraphQL's reference tools ask for.
const introspection = `query IntrospectionQuery {
  __schema {
    description
    queryType { name kind }
    mutationType { name kind }
    subscriptionType { name kind }
    types { ...FullType }
    directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } }
  }
}
fragment FullType on __Type {
  kind name description specifiedByURL isOneOf
  fields(includeDeprecated: true) {
    name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason
  }
  inputFields(includeDeprecated: true) { ...InputValue }
  interfaces { ...TypeRef }
  enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
  possibleTypes { ...TypeRef }
}
fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
fragment TypeRef on __Type {
  kind name
  ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } }
}`
