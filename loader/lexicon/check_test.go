package lexicon

import (
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
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

// TestRefusals edits lists as one should not.
func TestRefusals(t *testing.T) {
	for _, test := range []struct {
		name, list string
		edit       func(string) string
		want       string
	}{
		{"the same line twice", "sections.txt", repeat("arts"), `the line repeats line `},
		{"a word twice", "verbs.tsv", after("agree\t", "agree\ttelling"), `"agree" is already on line `},
		{"a class twice", "verbs.tsv", replace("accuse\t", "accuse\ttelling "), `classes lists "telling" twice: remove one`},
		{"an unknown class", "verbs.tsv", replace("accuse\t", "accuse\ttattling "), `classes "tattling" is unknown: use one of `},
		{"classes out of order", "verbs.tsv", swapped, `is not sorted: correct the cell`},
		{"an unknown column", "labels.tsv", replace("label\tfield\n", "label\tfeld\n"), `column "feld" is unknown: name the columns label, field`},
		{"an unknown value", "labels.tsv", replace("author\tbyline", "author\tbylines"), `field "bylines" is unknown: use one of byline, `},
		{"a value with no rule", "labels.tsv", replace("#   byline ", "#   blog      the blog\n#   byline "), `no rule uses "blog", a value of column "field"`},
		{"a column without its meaning", "labels.tsv", replace("# field  ", "# field "), `no comment explains column "field"`},
		{"lines out of order", "sections.txt", appended("aviation"), `"aviation" sorts before "world news" on line `},
		{"too many cells", "labels.tsv", replace("author\tbyline", "author\tbyline\tx"), `there are 3 cells for 2 columns`},
		{"no first cell", "labels.tsv", replace("label\tfield\n", "label\tfield\n\tbyline\n"), `there is no label: begin the line with it`},
		{"stray spaces", "sections.txt", replace("\nworld news\n", "\nworld  news\n"), `a double space`},
		{"a comment like a word", "sections.txt", replace("\nworld\n", "\n#world\n"), `does not begin with “# ”: add the space`},
		{"no number", "number_words.tsv", replace("cardinal\t12", "cardinal\ta dozen"), `value: "a dozen" is not a whole number`},
		{"neither yes nor nothing", "media.tsv", replace("Associated Press\tyes", "Associated Press\tno"), `article: "no" is neither yes nor empty`},
		{"a month that is none", "time_words.tsv", replace("december\tmonth\t12", "december\tmonth\t13"), `a month cannot have the value "13"`},
		{"a holiday on no day", "holidays.tsv", replace("\nchristmas\t25 December", "\nchristmas\t32 December"), `day: there is no day "32 December"`},
		{"a holiday without a rule", "holidays.tsv", replace("\neaster\tEaster", "\neaster\tspring"),
			`"spring" is neither a day, a weekday of a month nor Easter`},
		{"a state that is none", "combining_forms.tsv", replace("Franco\tFR", "Franco\tZZ"), `states.tsv has no state "ZZ"`},
		{"a name of two bodies", "offices.tsv", replace("King\tstate\tmonarch", "King\tstate\tdictator"), `"dictator" is already on line `},
		{"a name without its own line", "name_variants.tsv", replace("Benjamin\tBenjamin\t", "Benjamin\tBen\t"), `there is no line for "Benjamin" itself`},
		{"two sounds of the same letters", "romanization.tsv", after("ae\t", "ae\te\tacross"), `"ae" overlaps line `},
		{"two senses by one preposition", "contact_verbs.tsv", after("speak\t", "speak\t\t\tCALL\tmutual\ttopic\tto"), `"speak" overlaps line `},
		{"two senses by nothing", "contact_verbs.tsv", after("phone\t", "phone\t\t\tMESSAGE\toutward\tperson"),
			`both have no particle or idiom that tells them apart`},
		{"a sense without another side", "contact_verbs.tsv", after("debate\t", "deliberate\t\t\tTALKS\tmutual\ttopic"), `"deliberate" has no other side`},
		{"a word for and against a sense", "contact_verbs.tsv", after("debate\t", "deliberate\t\t\tTALKS\tmutual\ttopic\twith\twith"),
			`"with" is both part of the sense and against it`},
		{"no means", "contact_nouns.tsv", after("dinner\t", "discourse\t\tmutual\tyes\twith"), `there is no means: fill in the cell`},
		{"a condition that no rule has", "contact_nouns.tsv", after("dinner\t", "discourse\tTALKS\tmutual\tyes\twith\tin-public"),
			`conditions "in-public" is unknown`},
		{"a pattern that is none", "furniture.tsv", replace("\npattern\tkind\twords\n", "\npattern\tkind\twords\n(\ticons\t3\n"),
			`the pattern is not a regular expression`},
		{"a word of a class in two lists", "nouns.tsv", before("decision\t", "decide\tpurpose"), `"decide" already has class "purpose" in verbs.tsv`},
		{"a value undescribed", "labels.tsv", replace("#   byline", "#  byline"), `the header does not explain "byline", a value of column "field"`},
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

// TestStrayList finds a list that would not be read, since its name is misspelt.
func TestStrayList(t *testing.T) {
	faults := faultsOf(Check(fstest.MapFS{"verb.tsv": {Data: []byte("word\tclasses\n")}}))
	if want := "verb.tsv: is not the name of a list: rename it to one of"; !strings.HasPrefix(faults.Error(), want) {
		t.Errorf("got %v, want %s", faults, want)
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
