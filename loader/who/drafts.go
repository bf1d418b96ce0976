package who

import (
	"slices"
	"strings"

	"dateline/graph"
)

// draft is a member in the making: what its graph.Member is written from, and what
// else tells whom later phrases mean.
type draft struct {
	id      string // "" until it is asked for
	kind    graph.EntityKind
	orgKind graph.OrganizationKind
	name    string
	country string
	nominal bool
	holder  int // the member whose role it is, -1 for none
	state   *state
	person  *personName // of a person with a name
	gender  gender
	roles   []role
	forms   []string // under which the article names it, in order of their first use
	spans   []graph.MentionSpan
}

// isPerson reports whether a member is a person with a name.
func (d *draft) isPerson() bool { return d.kind == graph.KindPerson && !d.nominal }

// addForm adds a form under which the article names the member. Forms that fold alike
// are one, the first.
func (d *draft) addForm(text string) {
	text = strings.Join(strings.Fields(text), " ")
	folded := graph.Fold(text)
	if folded == "" || slices.ContainsFunc(d.forms, func(known string) bool { return graph.Fold(known) == folded }) {
		return
	}
	d.forms = append(d.forms, text)
}

// aliases returns the forms other than the name, in order of their first use.
func (d *draft) aliases() []string {
	var aliases []string
	name := graph.Fold(d.name)
	for _, form := range d.forms {
		if graph.Fold(form) != name {
			aliases = append(aliases, form)
		}
	}
	return aliases
}

// shortName returns the form by which articles mostly call a member: of a person the
// surname with its particle.
func (d *draft) shortName() string {
	if d.person == nil {
		return d.name
	}
	words := strings.Fields(d.person.written)
	if d.person.familyFirst {
		return words[0]
	}
	last := len(words) - 1
	for last > 0 && isSuffix(words[last]) {
		last--
	}
	if last > 1 && isParticle(words[last-1]) {
		return words[last-1] + " " + words[last]
	}
	return words[last]
}
