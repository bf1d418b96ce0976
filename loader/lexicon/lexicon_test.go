package lexicon

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"dateline/graph"
)

// TestBuiltIn holds the lists that are built in to all that an edited one has to hold.
func TestBuiltIn(t *testing.T) {
	for _, result := range Check(nil) {
		for _, fault := range result.Faults {
			t.Error(fault)
		}
		if result.Entries == 0 {
			t.Errorf("%s has no entries", result.List)
		}
	}
}

// TestEveryFileIsRead finds lists that nobody reads.
func TestEveryFileIsRead(t *testing.T) {
	files, err := fs.Glob(embedded, "*.t*")
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(files, Names()) {
		t.Errorf("the folder has %v, the lists are %v", files, Names())
	}
}

// TestEveryClassIsAsked finds classes that no rule asks for.
func TestEveryClassIsAsked(t *testing.T) {
	asked := map[string]bool{}
	call := regexp.MustCompile(`lexicon\.Class\("([^"]+)"\)`)
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") {
			return err
		}
		source, err := os.ReadFile(path)
		for _, at := range call.FindAllStringSubmatch(string(source), -1) {
			asked[at[1]] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, list := range classLists {
		for _, class := range readFile(embedded, list.name).values["classes"] {
			if !asked[class] {
				t.Errorf("%s: no rule asks for class %q", list.name, class)
			}
		}
	}
}

// TestValuesOfGraph holds the values of columns that speak of the graph to its words.
func TestValuesOfGraph(t *testing.T) {
	kinds := []graph.OrganizationKind{
		graph.OrganizationState, graph.OrganizationGovernment, graph.OrganizationCompany,
		graph.OrganizationMedia, graph.OrganizationParty, graph.OrganizationOther,
	}
	for _, o := range Organizations() {
		if !slices.Contains(kinds, graph.OrganizationKind(strings.ToUpper(o.Kind))) {
			t.Errorf("%s: the graph has no kind of organization %q", o.Name.Name, o.Kind)
		}
	}
}

// TestRefusals edits lists as one should not.
func TestRefusals(t *testing.T) {
	for _, test := range []struct {
		name, list string
		edit       func(string) string
		want       string
	}{
		{"the same line twice", "sections.txt", repeat("arts"), `the line stands already on line `},
		{"a word twice", "verbs.tsv", after("agree\t", "agree\ttelling"), `"agree" stands already on line `},
		{"a class twice", "verbs.tsv", replace("accuse\t", "accuse\ttelling "), `classes has "telling" twice: remove one`},
		{"an unknown class", "verbs.tsv", replace("accuse\t", "accuse\ttattling "), `classes "tattling" is unknown: use one of `},
		{"classes out of order", "verbs.tsv", swapped, `are not sorted: correct the cell`},
		{"an unknown column", "labels.tsv", replace("label\tfield\n", "label\tfeld\n"), `column "feld" is unknown: name the columns label, field`},
		{"an unknown value", "labels.tsv", replace("author\tbyline", "author\tbylines"), `field "bylines" is unknown: use one of byline, `},
		{"a value with no rule", "labels.tsv", replace("#   byline ", "#   blog      the blog\n#   byline "), `no rule asks for field "blog"`},
		{"a column without its meaning", "labels.tsv", replace("# field  ", "# field "), `does not say what column "field" means`},
		{"lines out of order", "sections.txt", appended("aviation"), `"aviation" sorts before "world news" on line `},
		{"too many cells", "labels.tsv", replace("author\tbyline", "author\tbyline\tx"), `there are 3 cells but 2 columns`},
		{"no first cell", "labels.tsv", replace("label\tfield\n", "label\tfield\n\tbyline\n"), `has no label: begin the line with it`},
		{"stray spaces", "sections.txt", replace("\nworld news\n", "\nworld  news\n"), `has two in a row`},
		{"a comment like a word", "sections.txt", replace("\nworld\n", "\n#world\n"), `write it as “# comment”`},
		{"no number", "number_words.tsv", replace("cardinal\t12", "cardinal\ta dozen"), `value: "a dozen" is no whole number`},
		{"neither yes nor nothing", "media.tsv", replace("Associated Press\tyes", "Associated Press\tno"), `article: "no" is neither yes nor empty`},
		{"a month that is none", "time_words.tsv", replace("december\tmonth\t12", "december\tmonth\t13"), `a month cannot have the value "13"`},
		{"a holiday on no day", "holidays.tsv", replace("\nchristmas\t25 December", "\nchristmas\t32 December"), `day: there is no day "32 December"`},
		{"a holiday without a rule", "holidays.tsv", replace("\neaster\tEaster", "\neaster\tspring"), `"spring" is neither a day, a weekday of a month nor Easter`},
		{"a state that is none", "combining_forms.tsv", replace("Franco\tFR", "Franco\tZZ"), `states.tsv has no state "ZZ"`},
		{"a name of two bodies", "offices.tsv", replace("King\tstate\tmonarch", "King\tstate\tdictator"), `"dictator" stands on line `},
		{"a name without its own line", "name_variants.tsv", replace("Benjamin\tBenjamin\t", "Benjamin\tBen\t"), `"Benjamin" has no line that says "Benjamin" of itself`},
		{"two sounds of the same letters", "romanization.tsv", after("ae\t", "ae\te\tacross"), `"ae" overlaps with line `},
		{"two senses by one preposition", "contact_verbs.tsv", after("speak\t", "speak\t\t\tCALL\tmutual\ttopic\tto"), `"speak" overlaps with line `},
		{"two senses by nothing", "contact_verbs.tsv", after("phone\t", "phone\t\t\tMESSAGE\toutward\tperson"), `both have no particle or idiom that tells them apart`},
		{"a sense without another side", "contact_verbs.tsv", after("debate\t", "deliberate\t\t\tTALKS\tmutual\ttopic"), `"deliberate" has no other side`},
		{"a word for and against a sense", "contact_verbs.tsv", after("debate\t", "deliberate\t\t\tTALKS\tmutual\ttopic\twith\twith"), `"with" is both part of the sense and against it`},
		{"no means", "contact_nouns.tsv", after("dinner\t", "discourse\t\tmutual\tyes\twith"), `has no means: fill the cell`},
		{"a condition that no rule has", "contact_nouns.tsv", after("dinner\t", "discourse\tTALKS\tmutual\tyes\twith\tin-public"), `conditions "in-public" is unknown`},
		{"a pattern that is none", "furniture.tsv", replace("\npattern\tkind\twords\n", "\npattern\tkind\twords\n(\ticons\t3\n"), `the pattern is not a regular expression`},
		{"a word of a class in two lists", "nouns.tsv", before("decision\t", "decide\tpurpose"), `"decide" is of class "purpose" in verbs.tsv already`},
		{"a value undescribed", "labels.tsv", replace("#   byline", "#  byline"), `the header lacks "byline", a value of column "field"`},
	} {
		t.Run(test.name, func(t *testing.T) {
			original := builtIn(t, test.list)
			edited := test.edit(original)
			if edited == original {
				t.Fatal("the edit changes nothing")
			}
			faults := faultsOf(Check(fstest.MapFS{test.list: {Data: []byte(edited)}}))
			if len(faults) == 0 || !strings.Contains(faults.Error(), test.want) {
				t.Errorf("got %v, want %q", faults, test.want)
			}
			for _, fault := range faults {
				if fault.File == "" || fault.Remedy == "" {
					t.Errorf("%v does not say where it is or what to do", fault)
				}
			}
		})
	}
}

// TestFault holds the form in which a fault is shown, which editors can jump to.
func TestFault(t *testing.T) {
	header, _, _ := strings.Cut(builtIn(t, "labels.tsv"), "\nlabel\t")
	line := strings.Count(header, "\n") + 4
	edited := header + "\nlabel\tfield\nheadline\ttitle\nauthor\tbylines\n"
	want := fmt.Sprintf(`labels.tsv:%d: "author" sorts before "headline" on line %d: move the line to where it sorts, as LC_ALL=C sort does
labels.tsv:%d: field "bylines" is unknown: use one of byline, language, publisher, title, url`, line, line-1, line)
	if got := faultsOf(Check(fstest.MapFS{"labels.tsv": {Data: []byte(edited)}})).Error(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func builtIn(t *testing.T, name string) string {
	t.Helper()
	list, err := Read(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(list)
}

// TestStrayList finds a list that would not be read, since its name is misspelt.
func TestStrayList(t *testing.T) {
	faults := faultsOf(Check(fstest.MapFS{"verb.tsv": {Data: []byte("word\tclasses\n")}}))
	if want := "verb.tsv: is no list that Dateline reads: name it as one of"; !strings.HasPrefix(faults.Error(), want) {
		t.Errorf("got %v, want %s", faults, want)
	}
}

// TestUse reads by an edited list, also where a set or a value was taken before, and by
// those built in again.
func TestUse(t *testing.T) {
	sections := Sections()
	byLength := Value(func() int { return len(sections) })
	want := byLength()
	edited := fstest.MapFS{"sections.txt": {Data: []byte("arts\nmotoring\n")}}
	if err := Use(edited); err != nil {
		t.Fatal(err)
	}
	if !sections["motoring"] || sections["world"] || byLength() != 2 {
		t.Errorf("the sections are %v, of which there are %d", sections, byLength())
	}
	if !Class("speech")["say"] {
		t.Error("a list that the folder lacks is not the one built in")
	}
	err := Use(fstest.MapFS{"sections.txt": {Data: []byte("motoring\narts\n")}})
	var faults Faults
	if !errors.As(err, &faults) || len(faults) != 1 || !sections["motoring"] {
		t.Errorf("a list with a fault gives %v, and the sections %v", err, sections)
	}
	if err := Use(fstest.MapFS{}); err != nil || sections["motoring"] || byLength() != want {
		t.Errorf("%v, %d sections, want the %d built in", err, byLength(), want)
	}
}

// TestConditions holds that a condition without a rule, or a rule without one, stops the
// program when it starts.
func TestConditions(t *testing.T) {
	rules := map[string]bool{"no-wire": true}
	defer func() {
		if recover() == nil {
			t.Error("rules for a part of the conditions are let through")
		}
	}()
	NounConditions(rules)
}

// TestSensesInOrder holds that a sense with a particle comes before one without.
func TestSensesInOrder(t *testing.T) {
	senses := ContactVerbs()["call"]
	if len(senses) != 2 || senses[0].Particle != "in" || senses[1].Particle != "" {
		t.Errorf("the senses of call are %v", senses)
	}
}

// TestFind looks up a word, a name of several words, and a form by its base form.
func TestFind(t *testing.T) {
	for _, test := range []struct {
		word  string
		lists []string
	}{
		{"associated press", []string{"agencies.txt", "media.tsv"}},
		{"PHONED", []string{"irregular_lemmas.tsv", "verbs.tsv"}},
		{"zzyzx", nil},
	} {
		var found []string
		for _, e := range Find(nil, test.word) {
			found = append(found, e.List)
		}
		for _, list := range test.lists {
			if !slices.Contains(found, list) {
				t.Errorf("%s stands in %v, want %s", test.word, found, list)
			}
		}
		if test.lists == nil && len(found) > 0 {
			t.Errorf("%s stands in %v, want none", test.word, found)
		}
	}
}

func faultsOf(results []Result) Faults {
	var faults Faults
	for _, result := range results {
		faults = append(faults, result.Faults...)
	}
	return faults
}

func replace(from, to string) func(string) string {
	return func(list string) string { return strings.Replace(list, from, to, 1) }
}

func appended(line string) func(string) string {
	return func(list string) string { return list + line + "\n" }
}

func repeat(line string) func(string) string {
	return replace("\n"+line+"\n", "\n"+line+"\n"+line+"\n")
}

// swapped exchanges the first two classes that a word has.
func swapped(list string) string {
	twoClasses := regexp.MustCompile(`(?m)^(\w+\t)(\S+) (\S+)`)
	at := twoClasses.FindStringSubmatchIndex(list)
	return list[:at[2]] + twoClasses.ReplaceAllString(list[at[0]:at[1]], "$1$3 $2") + list[at[1]:]
}

// after adds a line after the one that begins with some text.
func after(start, line string) func(string) string {
	return func(list string) string {
		at := strings.Index(list, "\n"+start) + 1
		end := at + strings.Index(list[at:], "\n") + 1
		return list[:end] + line + "\n" + list[end:]
	}
}

// before adds a line before the one that begins with some text.
func before(start, line string) func(string) string {
	return replace("\n"+start, "\n"+line+"\n"+start)
}
