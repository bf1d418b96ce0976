package lexicon

// form is a word with another that it stands for.
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

// pairs returns a list as a map.
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

// Lemmas returns the base forms of words that the language model does not lemmatize.
func Lemmas() map[string]string { return pairs(lemmas, form.pair) }

// CombiningForms returns the codes of states by their combining forms, such as Franco in
// "Franco-Russian".
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

// Where an abbreviation is used.
const (
	OfTitle        = "title"
	OfOrganization = "organization"
	OfMinistry     = "ministry"
)

// Abbreviations returns the words that abbreviations stand for, both in lower case.
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
