package resolvers

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
)

// TestDocumentsAreWeighed: what the cache takes for the size of a document is at least what
// it takes in memory, so that its bound is one.
func TestDocumentsAreWeighed(t *testing.T) {
	const fields = `{ contacts(who: {name: "a"}, means: [CALL, VISIT], first: 10) { nodes { id summary participants { role entity { name } } } } }`
	for name, query := range map[string]string{
		"fields":    fields,
		"aliases":   "{" + strings.Repeat("a: __typename ", 20) + "}",
		"arguments": `{ contacts(anyOf: [` + strings.Repeat(`{name: "a"} `, 100) + `]) { totalCount } }`,
	} {
		const copies = 300
		documents := make([]*ast.QueryDocument, copies)
		weight := 0
		before := allocated()
		for i := range documents {
			distinct := fmt.Sprintf("%s # %d", query, i)
			document, errs := newDocuments().read(t.Context(), distinct)
			if errs != nil {
				t.Fatalf("%s: %v", name, errs)
			}
			documents[i], weight = document, weight+sizeOf(distinct, document)
		}
		if taken := int(allocated() - before); taken > weight {
			t.Errorf("%s: %d bytes are taken for %d", name, taken/copies, weight/copies)
		}
		runtime.KeepAlive(documents)
	}
}

// allocated returns the bytes of what is in use.
func allocated() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// TestDocumentsAreBounded: the oldest make room for new ones.
func TestDocumentsAreBounded(t *testing.T) {
	documents := newDocuments()
	query := func(i int) string {
		return fmt.Sprintf(`{ contacts(publisher: "%d") { %s } }`, i, strings.Repeat("nodes { id summary } ", 19))
	}
	for i := range 3_000 {
		if _, errs := documents.read(t.Context(), query(i)); errs != nil {
			t.Fatal(errs)
		}
	}
	if documents.bytes > maxDocuments || documents.bytes < maxDocuments/2 {
		t.Errorf("%d bytes are kept, at most %d are allowed", documents.bytes, maxDocuments)
	}
	if _, kept := documents.Get(t.Context(), query(2_999)); !kept {
		t.Error("the newest is not kept")
	}
	if _, kept := documents.Get(t.Context(), query(0)); kept {
		t.Error("the oldest is kept")
	}
}

// TestOperations: which operation is meant, and what is said if none is.
func TestOperations(t *testing.T) {
	_, store := canal(t)
	for _, test := range []struct{ query, name, want string }{
		{"query A { __typename } query B { __typename }", "A", ""},
		{"query A { __typename } query B { __typename }", "", "The query has 2 operations: A, B. Say in operationName which one to execute."},
		{"query A { __typename } query B { __typename }", "C", `The query has no operation "C"; it has A, B.`},
		{"{ __typename }", "A", `The query has no operation "A": its one operation has no name, so leave out operationName.`},
		{"fragment F on Query { __typename }", "", "The query has fragments only; add an operation, such as { contacts { totalCount } }."},
		{"{ contacts(means: PHONE) { totalCount } }", "", `Value "PHONE" does not exist in "[Means!]" enum. Choose from CALL, MEETING, VISIT, MESSAGE, TALKS, UNSPECIFIED.`},
		{`{ contacts(means: "CALL") { totalCount } }`, "", `Enum "[Means!]" cannot represent non-enum value: "CALL". Did you mean the enum value "CALL"? Choose from CALL, MEETING, VISIT, MESSAGE, TALKS, UNSPECIFIED.`},
	} {
		if got := firstMessage(Execute(t.Context(), store, Request{Query: test.query, OperationName: test.name}).Errors); got != test.want {
			t.Errorf("%s, operation %q: %s, want %s", test.query, test.name, got, test.want)
		}
	}
}
