package roster

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/who/names"
	"dateline/loader/who/vocabulary"
)

// Draft is a member in the making: what its graph.Member is written from, and what else
// decides which later phrases mean it.
type Draft struct {
	id               string // "" until it is asked for
	Kind             graph.EntityKind
	OrganizationKind graph.OrganizationKind
	Name             string
	Country          string
	Nominal          bool
	Holder           int // the member whose role it is, -1 for none
	State            *vocabulary.State
	Person           *names.PersonName // of a person with a name
	Gender           vocabulary.Gender
	Roles            []Role
	forms            []string // under which the article names it, in order of their first use
	spans            []graph.MentionSpan
}

// IsPerson reports whether a member is a person with a name.
func (d *Draft) IsPerson() bool { return d.Kind == graph.KindPerson && !d.Nominal }

// AddForm adds a form under which the article names the member. Forms that fold alike
// are one, the first.
func (d *Draft) AddForm(text string) {
	text = strings.Join(strings.Fields(text), " ")
	folded := graph.Fold(text)
	if folded == "" || slices.ContainsFunc(d.forms, func(known string) bool { return graph.Fold(known) == folded }) {
		return
	}
	d.forms = append(d.forms, text)
}

// aliases returns the forms other than the name, in order of their first use.
func (d *Draft) aliases() []string {
	var aliases []string
	name := graph.Fold(d.Name)
	for _, form := range d.forms {
		if graph.Fold(form) != name {
			aliases = append(aliases, form)
		}
	}
	return aliases
}

// ShortName returns the form by which articles mostly call a member: of a person the
// surname with its particle.
func (d *Draft) ShortName() string {
	if d.Person == nil {
		return d.Name
	}
	words := strings.Fields(d.Person.Written)
	if d.Person.FamilyFirst {
		return words[0]
	}
	last := len(words) - 1
	for last > 0 && vocabulary.IsSuffix(words[last]) {
		last--
	}
	if last > 1 && vocabulary.IsParticle(words[last-1]) {
		return words[last-1] + " " + words[last]
	}
	return words[last]
}
