package main

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"path"
	"strings"
	"testing"
)

// rules say which packages of the project a package may import, and why. Packages are
// named without "dateline/", and main by a dot; a pattern that ends in /... is for a
// folder and everything below it. The first pattern that matches a package applies.
var rules = []struct{ packages, may, why string }{
	{".", "...", "main connects the parts, and is the only place that names concrete stores"},
	{"graph", "", "every dependency ends at graph: the vocabulary depends on nothing"},
	{"graph/internal/...", "", "generators stand alone"},
	{"graph/storekit", "graph", "what stores share knows the contract, but no database"},
	{"graph/graphtest", "graph graph/storekit", "the suite and its reference store know the contract, but no database"},
	{"graph/sqlite/internal/db", "graph graph/storekit", "a connection does not know what is stored"},
	{"graph/sqlite/internal/mapping", "graph graph/storekit", "columns are converted without a connection"},
	{"graph/sqlite/internal/schema", "graph graph/storekit graph/sqlite/internal/db", "migrations need only a connection"},
	{"graph/sqlite/internal/read", "graph graph/storekit graph/sqlite/internal/db graph/sqlite/internal/mapping", "reads do not know how the graph is written"},
	{"graph/sqlite/internal/unit", "graph graph/storekit graph/sqlite/internal/...", "writes use the reads, not the other way round"},
	{"graph/sqlite/...", "graph graph/storekit graph/sqlite/...", "a store knows the contract and its driver, but no other store, the loader or the API"},
	{"graph/neo4j/internal/bolt", "graph graph/storekit", "a connection does not know what is stored"},
	{"graph/neo4j/internal/mapping", "graph graph/storekit", "nodes and rows are converted without a connection"},
	{"graph/neo4j/internal/schema", "graph/storekit", "migrations are files"},
	{"graph/neo4j/internal/read", "graph graph/storekit graph/neo4j/internal/bolt graph/neo4j/internal/mapping", "reads do not know how the graph is written"},
	{"graph/neo4j/internal/unit", "graph graph/storekit graph/neo4j/internal/...", "writes use the reads, not the other way round"},
	{"graph/neo4j/csvimport", "graph graph/storekit graph/neo4j/internal/mapping", "files for the importer need no server"},
	{"graph/neo4j/...", "graph graph/storekit graph/neo4j/...", "a store knows the contract and its driver, but no other store, the loader or the API"},
	{"loader/lexicon", "graph", "word lists are data, below every step that uses them"},
	{"loader/source", "graph", "where articles come from is known before any of them is read"},
	{"loader/document/pdf/pdftest", "", "test files are made without what reads them"},
	{"loader/document/...", "loader/document loader/source", "documents are read without knowing which of them are articles"},
	{"loader/database", "graph loader/source", "exports are split by their lines, whatever file these are from"},
	{"loader/newsml", "graph loader/source", "what agencies send is read without knowing how articles are cleaned"},
	{"loader/read", "graph loader/database loader/document loader/document/pdf loader/lexicon loader/newsml loader/source", "reading makes articles, and knows words but not language"},
	{"loader/language/...", "loader/language/...", "the language pipeline can be used without Dateline"},
	{"loader/aside", "loader/language loader/lexicon", "what is set aside is found by how it is written, before anything is parsed"},
	{"loader/grammar", "loader/language loader/lexicon", "grammar answers without names, times and quotations"},
	{"loader/logistic", "", "a regression does not know what it is about"},
	{"loader/quote", "loader/grammar loader/language loader/lexicon loader/logistic", "attributions follow from the sentence alone, before names are found"},
	{"loader/when", "graph loader/language loader/lexicon", "a step imports language, and no later step"},
	{"loader/who/vocabulary", "graph loader/lexicon", "what the lists say about a name does not depend on the text"},
	{"loader/who/names", belowWho + " loader/who/vocabulary", "names are found before they are given to members"},
	{"loader/reread", "loader/aside loader/grammar loader/language loader/who/names loader/who/vocabulary", "a sentence is read again for its names, before anything is concluded from it"},
	{"loader/who/roster", belowWho + " loader/who/names loader/who/vocabulary", "members follow from names, not from offices"},
	{"loader/who/office", belowWho + " loader/who/names loader/who/roster loader/who/vocabulary", "an office is read before its holder is looked for"},
	{"loader/who/reference", belowWho + " loader/quote loader/who/names loader/who/office loader/who/roster loader/who/vocabulary", "a phrase refers to a member with a name or an office"},
	{"loader/who", belowWho + " loader/who/...", "who runs its steps"},
	{"loader/what/evidence", belowRules, "evidence is for every rule, and does not know any event type"},
	{"loader/what/dating", belowRules + " loader/what/evidence", "dating does not know any event type"},
	{"loader/what/contact", belowRules + " loader/what/dating loader/what/evidence", "event types do not know each other"},
	{"loader/what/statement", belowRules + " loader/what/evidence", "event types do not know each other"},
	{"loader/what", belowRules + " loader/what/...", "what lists the rules and turns their findings into reports"},
	{"loader/merge/match", "graph loader/lexicon loader/merge/internal/...", "names are compared by their letters"},
	{"loader/merge/internal/...", "", "shared algorithms depend on nothing"},
	{"loader/merge/judge", "graph", "judgements are about records, whatever these are"},
	{"loader/merge/entity", "graph loader/lexicon loader/merge/internal/... loader/merge/judge loader/merge/match", "members are linked by what they are, not by what they do"},
	{"loader/merge/event", "graph loader/merge/entity loader/merge/internal/... loader/merge/judge", "reports are linked by their entities, however those were linked"},
	{"loader/merge/mergetest", "graph graph/graphtest loader/merge", "tests write articles and read the graph"},
	{"loader/edit", "graph loader/merge", "a decision becomes an edit and is merged, whoever asks for it"},
	{"loader/merge", "graph loader/merge/entity loader/merge/event loader/merge/judge", "merging is a function of batches, not of texts"},
	{"loader/...", "graph loader/...", "the loader does not know the API or any store"},
	{"internal/shared", "", "only tests use what is outside the project"},
	{"bench/...", "...", "benchmarks are separate programs"},
	{"access", "", "who may do what is decided without knowing what there is to do"},
	{"manual", "", "the manual follows from the model of the command line alone"},
	{"release/...", "", "tools of releases are separate programs"},
	{"mcp", "", "tools ask the API as any client does, and know nothing else"},
	{"observe", "graph", "a server is watched without knowing what it serves"},
	{"terminal", "", "how text is laid out does not depend on what it says"},
	{"export", "graph terminal", "formats know the vocabulary, but no store and no API"},
	{"schema/generate", "", "the generator needs only gqlgen"},
	{"schema/reference", "", "the reference is written from the schema's text"},
	{"schema/direct", "", "JSON is written without knowing what it says"},
	{"schema/model", "graph", "the types that only GraphQL has use the vocabulary"},
	{"schema/exec", "graph schema/direct schema/model", "generated code binds to the vocabulary"},
	{"schema", "", "the schema is text"},
	{"web", "", "the page is files; it knows the API only over HTTP"},
	{"envelope", "", "what every answer has does not depend on what it says"},
	{"resolvers", "access envelope graph schema schema/exec schema/direct schema/model live", "resolvers do not know the loader or any store"},
	{"reconcile", "graph", "names are reconciled from the contract alone, whatever the store"},
	{"live", "graph", "what changes is told from the contract alone, whatever the store and the protocol"},
}

const (
	// belowWho is what every step of finding people may import.
	belowWho = "graph loader/grammar loader/language loader/lexicon loader/logistic"
	// belowRules is what every rule for an event type, and its evidence, may import.
	belowRules = "graph loader/grammar loader/language loader/lexicon loader/logistic loader/quote loader/when loader/who"
)

// TestArrows checks the rules, and that graph imports only the standard library.
// Imports of tests do not count.
func TestArrows(t *testing.T) {
	list := exec.Command("go", "list", "-json=ImportPath,Imports", "./...")
	output, err := list.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for decoder := json.NewDecoder(strings.NewReader(string(output))); ; {
		var listed struct {
			ImportPath string
			Imports    []string
		}
		if err := decoder.Decode(&listed); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		checkImports(t, listed.ImportPath, listed.Imports)
	}
}

func checkImports(t *testing.T, from string, imports []string) {
	name, _ := nameInProject(from)
	for _, rule := range rules {
		if !matches(rule.packages, name) {
			continue
		}
		for _, imported := range imports {
			if name == "graph" && strings.Contains(strings.Split(imported, "/")[0], ".") {
				t.Errorf("graph imports %s: it may import only the standard library", imported)
			}
			if to, ours := nameInProject(imported); ours && !anyMatch(rule.may, to) {
				t.Errorf("%s imports %s: %s", name, to, rule.why)
			}
		}
		return
	}
	t.Errorf("%s has no rule: add one here, with its reason", name)
}

// nameInProject returns the name of a package in the rules, and whether it is of the
// project.
func nameInProject(pkg string) (string, bool) {
	if pkg == "dateline" {
		return ".", true
	}
	return strings.CutPrefix(pkg, "dateline/")
}

func matches(pattern, pkg string) bool {
	prefix, deep := strings.CutSuffix(pattern, "...")
	if !deep {
		return pattern == pkg
	}
	return strings.HasPrefix(pkg+"/", prefix) || pkg == path.Clean(prefix)
}

func anyMatch(patterns, pkg string) bool {
	for pattern := range strings.FieldsSeq(patterns) {
		if matches(pattern, pkg) {
			return true
		}
	}
	return false
}
