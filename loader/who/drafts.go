package who

import (
	"strings"

	"dateline/graph"
)

// draft is a member in the making: what makes it one, beside its Member.
type draft struct {
	id      string
	kind    graph.EntityKind
	orgKind graph.OrganizationKind
	name    string
	country string
	nominal bool
	holder  int // index of the draft whose role it is, -1 for none
	state   *state
	people  *personName // of a person with a name
	gender  gender
	roles   []role
	forms   []form // the forms that the article uses, in order of their first use
	spans   []graph.MentionSpan
}

// form is a text under which an article names a draft.
type form struct {
	text  string
	count int
	named bool // a name rather than an adjective or a role phrase
}

// note counts a form under which the article mentions the draft.
func (d *draft) note(text string, of graph.MentionForm) {
	if of == graph.MentionPronoun {
		return
	}
	d.addForm(text, of == graph.MentionName)
}

// addForm counts a form; names and others that fold alike are one.
func (d *draft) addForm(text string, named bool) {
	text = strings.Join(strings.Fields(text), " ")
	folded := graph.Fold(text)
	if folded == "" {
		return
	}
	for i := range d.forms {
		if graph.Fold(d.forms[i].text) == folded {
			d.forms[i].count++
			d.forms[i].named = d.forms[i].named || named
			return
		}
	}
	d.forms = append(d.forms, form{text: text, count: 1, named: named})
}

// aliases returns the forms other than the name, in order of their first use.
func (d *draft) aliases() []string {
	var aliases []string
	seen := map[string]bool{graph.Fold(d.name): true}
	for _, f := range d.forms {
		folded := graph.Fold(f.text)
		if !seen[folded] {
			seen[folded] = true
			aliases = append(aliases, f.text)
		}
	}
	return aliases
}

// shortName is the form by which an article mostly calls a draft: of a person
// the surname.
func (d *draft) shortName() string {
	if d.people == nil {
		return d.name
	}
	words := strings.Fields(d.people.written)
	if d.people.familyFirst {
		return words[0]
	}
	last := len(words) - 1
	for last > 0 && isSuffix(words[last]) {
		last--
	}
	for last > 0 && isParticle(words[last-1]) && last-1 > 0 {
		return strings.Join(words[last-1:last+1], " ")
	}
	return words[last]
}
