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

// rules are Dateline's arrows: what each package may import of the project, and
// why. A pattern ends in /... where it means a folder and all below.
var rules = []struct {
	packages string
	may      []string
	why      string
}{
	{"dateline", []string{"dateline/..."}, "main wires the parts, and is the only place that names concrete stores"},
	{"dateline/graph", nil, "every arrow ends at graph: the vocabulary depends on nothing"},
	{"dateline/graph/internal/...", nil, "generators stand alone"},
	{"dateline/graph/storekit", []string{"dateline/graph"}, "what stores share knows the contract and no database"},
	{"dateline/graph/graphtest", []string{"dateline/graph", "dateline/graph/storekit"}, "the suite and its reference know the contract and no store"},
	{"dateline/graph/sqlite/internal/db", []string{"dateline/graph", "dateline/graph/storekit"}, "a connection knows nothing of what the file holds"},
	{"dateline/graph/sqlite/internal/mapping", []string{"dateline/graph", "dateline/graph/storekit"}, "columns are made and read without a connection"},
	{"dateline/graph/sqlite/internal/schema", []string{"dateline/graph", "dateline/graph/storekit", "dateline/graph/sqlite/internal/db"}, "migrations need a connection alone"},
	{"dateline/graph/sqlite/internal/read", []string{"dateline/graph", "dateline/graph/storekit", "dateline/graph/sqlite/internal/db", "dateline/graph/sqlite/internal/mapping"}, "questions know nothing of how the graph is written"},
	{"dateline/graph/sqlite/internal/unit", []string{"dateline/graph", "dateline/graph/storekit", "dateline/graph/sqlite/internal/..."}, "a transaction writes, and reads as questions do"},
	{"dateline/graph/sqlite/...", []string{"dateline/graph", "dateline/graph/storekit", "dateline/graph/sqlite/..."}, "a store knows the contract and its driver, never another store, the loader or the API"},
	{"dateline/graph/neo4j/internal/bolt", []string{"dateline/graph", "dateline/graph/storekit"}, "a connection knows nothing of what the database holds"},
	{"dateline/graph/neo4j/internal/mapping", []string{"dateline/graph", "dateline/graph/storekit"}, "nodes and rows are made and read without a server"},
	{"dateline/graph/neo4j/internal/schema", []string{"dateline/graph/storekit"}, "migrations are files"},
	{"dateline/graph/neo4j/internal/read", []string{"dateline/graph", "dateline/graph/storekit", "dateline/graph/neo4j/internal/bolt", "dateline/graph/neo4j/internal/mapping"}, "questions know nothing of how the graph is written"},
	{"dateline/graph/neo4j/internal/unit", []string{"dateline/graph", "dateline/graph/storekit", "dateline/graph/neo4j/internal/..."}, "a unit of work writes, and reads as questions do"},
	{"dateline/graph/neo4j/csvimport", []string{"dateline/graph", "dateline/graph/storekit", "dateline/graph/neo4j/internal/mapping"}, "the importer's files need no server"},
	{"dateline/graph/neo4j/...", []string{"dateline/graph", "dateline/graph/storekit", "dateline/graph/neo4j/..."}, "a store knows the contract and its driver, never another store, the loader or the API"},
	{"dateline/loader/lexicon", []string{"dateline/graph"}, "lists of words are data, and stand below all that reads by them"},
	{"dateline/loader/read", []string{"dateline/graph", "dateline/loader/lexicon"}, "reading makes articles, and knows nothing of language but words"},
	{"dateline/loader/language/...", []string{"dateline/loader/language/..."}, "the language pipeline is of use without Dateline"},
	{"dateline/loader/grammar", []string{"dateline/loader/language", "dateline/loader/lexicon"}, "a sentence is understood without its names, times and quotations"},
	{"dateline/loader/quote", []string{"dateline/loader/grammar", "dateline/loader/language", "dateline/loader/lexicon"}, "who is said to have said what is read from the sentence, before anybody has a name"},
	{"dateline/loader/when", []string{"dateline/graph", "dateline/loader/language", "dateline/loader/lexicon"}, "a step imports language and no later step"},
	{"dateline/loader/who/vocabulary", []string{"dateline/graph", "dateline/loader/lexicon"}, "what the lists say of a name is known before any text is read"},
	{"dateline/loader/who/names", append(belowWho, "dateline/loader/who/vocabulary"), "a text's names are found before anybody has them"},
	{"dateline/loader/who/roster", append(belowWho, "dateline/loader/who/names", "dateline/loader/who/vocabulary"), "names make members, whatever offices these have"},
	{"dateline/loader/who/office", append(belowWho, "dateline/loader/who/names", "dateline/loader/who/roster", "dateline/loader/who/vocabulary"), "an office is read before it is asked who holds it"},
	{"dateline/loader/who/reference", append(belowWho, "dateline/loader/quote", "dateline/loader/who/names", "dateline/loader/who/office", "dateline/loader/who/roster", "dateline/loader/who/vocabulary"), "a phrase means somebody whom a name or an office told"},
	{"dateline/loader/who", append(belowWho, "dateline/loader/who/..."), "who runs its steps, and answers by them"},
	{"dateline/loader/what/evidence", belowRules, "evidence is what all rules see, and knows nothing of any event type"},
	{"dateline/loader/what/contact", append(belowRules, "dateline/loader/what/evidence"), "event types know nothing of each other"},
	{"dateline/loader/what/statement", append(belowRules, "dateline/loader/what/evidence"), "event types know nothing of each other"},
	{"dateline/loader/what", append(belowRules, "dateline/loader/what/..."), "what lists the rules and turns their findings into reports"},
	{"dateline/loader/merge/match", []string{"dateline/graph", "dateline/loader/lexicon", "dateline/loader/merge/internal/..."}, "names are compared by their letters"},
	{"dateline/loader/merge/internal/...", nil, "counting and spelling need nothing"},
	{"dateline/loader/merge/entity", []string{"dateline/graph", "dateline/loader/lexicon", "dateline/loader/merge/internal/..."}, "members are linked by what they are, not by what they do"},
	{"dateline/loader/merge/event", []string{"dateline/graph", "dateline/loader/merge/entity", "dateline/loader/merge/internal/..."}, "reports are linked by their entities, whatever made these"},
	{"dateline/loader/merge/mergetest", []string{"dateline/graph", "dateline/graph/graphtest", "dateline/loader/merge"}, "tests write articles and read what became of them"},
	{"dateline/loader/merge", []string{"dateline/graph", "dateline/loader/merge/entity", "dateline/loader/merge/event"}, "merging is a function of batches, not of texts"},
	{"dateline/loader/...", []string{"dateline/graph", "dateline/loader/..."}, "the loader never meets the API or a store"},
	{"dateline/internal/shared", nil, "a test's way to material outside the project"},
	{"dateline/bench/...", []string{"dateline/..."}, "comparisons are programs of their own"},
	{"dateline/schema/generate", nil, "the generator needs gqlgen alone"},
	{"dateline/schema/direct", nil, "JSON is written without knowing what it says"},
	{"dateline/schema/model", []string{"dateline/graph"}, "what GraphQL has and the vocabulary does not stands on the vocabulary"},
	{"dateline/schema/exec", []string{"dateline/graph", "dateline/schema/direct", "dateline/schema/model"}, "generated code binds to the vocabulary"},
	{"dateline/schema", nil, "the schema is text"},
	{"dateline/resolvers", []string{"dateline/graph", "dateline/schema", "dateline/schema/exec", "dateline/schema/direct", "dateline/schema/model"}, "resolvers never meet the loader or a store"},
}

// belowWho is what each step of finding people stands on.
var belowWho = []string{"dateline/graph", "dateline/loader/grammar", "dateline/loader/language", "dateline/loader/lexicon"}

// belowRules is what a rule for an event type and its evidence stand on.
var belowRules = []string{
	"dateline/graph", "dateline/loader/grammar", "dateline/loader/language", "dateline/loader/lexicon",
	"dateline/loader/quote", "dateline/loader/when", "dateline/loader/who",
}

// TestArrows holds the rules above, and that graph imports the standard library
// alone. Imports of tests do not count.
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
	for _, rule := range rules {
		if !matches(rule.packages, from) {
			continue
		}
		for _, to := range imports {
			if from == "dateline/graph" && strings.Contains(strings.Split(to, "/")[0], ".") {
				t.Errorf("%s imports %s: graph imports the standard library only", from, to)
			}
			if matches("dateline/...", to) && !anyMatch(rule.may, to) {
				t.Errorf("%s imports %s: %s", from, to, rule.why)
			}
		}
		return
	}
	t.Errorf("%s has no rule: add one here, with its reason", from)
}

func matches(pattern, pkg string) bool {
	prefix, deep := strings.CutSuffix(pattern, "...")
	if !deep {
		return pattern == pkg
	}
	return strings.HasPrefix(pkg+"/", prefix) || pkg == path.Clean(prefix)
}

func anyMatch(patterns []string, pkg string) bool {
	for _, pattern := range patterns {
		if matches(pattern, pkg) {
			return true
		}
	}
	return false
}
