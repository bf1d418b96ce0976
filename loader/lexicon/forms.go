package lexicon

// form is a word with the word that it stands for.
type form struct {
	form string
	full string
}

func formList(name, from, to string) *table[form] {
	return &table[form]{name: name, columns: func(f *form) []column {
		return []column{text(from, &f.form), text(to, &f.full)}
	}}
}

func (f form) pair() (string, string) { return f.form, f.full }

// pairs makes a map of a list.
func pairs[T any](list *table[T], pair func(T) (string, string)) map[string]string {
	return Map(func() map[string]string {
		found := map[string]string{}
		for _, row := range list.all() {
			from, to := pair(row)
			found[from] = to
		}
		return found
	})
}

var (
	lemmas         = formList("irregular_lemmas.tsv", "form", "lemma")
	combiningForms = formList("combining_forms.tsv", "form", "state")
	officeVariants = formList("office_variants.tsv", "variant", "noun")
)

// Lemmas returns the base forms of words that the language model leaves as they are.
func Lemmas() map[string]string { return pairs(lemmas, form.pair) }

// CombiningForms returns the codes of the states that first halves of compounds stand
// for: Franco in "Franco-Russian".
func CombiningForms() map[string]string { return pairs(combiningForms, form.pair) }

// OfficeVariants returns the nouns that stand for variants of the noun of an office:
// chairman for "chairwoman".
func OfficeVariants() map[string]string { return pairs(officeVariants, form.pair) }

type abbreviation struct {
	form
	of string
}

var abbreviations = &table[abbreviation]{name: "abbreviations.tsv", columns: func(a *abbreviation) []column {
	return []column{text("short", &a.form.form), text("full", &a.full), one("of", &a.of)}
}}

// What an abbreviation is of.
const (
	OfTitle        = "title"
	OfOrganization = "organization"
	OfMinistry     = "ministry"
)

// Abbreviations returns the words that abbreviations stand for, in lower case.
func Abbreviations(of string) map[string]string {
	return Map(func() map[string]string {
		found := map[string]string{}
		for _, a := range abbreviations.all() {
			if a.of == of {
				found[a.form.form] = a.full
			}
		}
		return found
	})
}
