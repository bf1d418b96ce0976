package export

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"dateline/graph"
)

// The bounds of arguments, as in the GraphQL API.
const (
	maxText    = 500 // code points of a name or text to look for
	maxParties = 20  // of anyOf and allOf
)

// arguments reads the arguments of a query from a URL, and keeps the first error.
type arguments struct {
	values url.Values
	err    error
}

// The arguments by what the rows are. An argument that is none of them is an error, since
// an export without a filter that was meant would be of everything.
var (
	commonArguments = []string{"of", "format", "limit", "title"}
	eventArguments  = []string{
		"type", "who", "whoId", "whoCountry", "with", "withId", "withCountry", "anyOf", "anyOfId", "anyOfCountry", "allOf",
		"allOfId", "allOfCountry", "place", "placeId", "placeCountry", "means", "status", "during", "knownBy", "publisher",
		"minArticles", "minConfidence", "sourceKind", "text", "about", "orderBy",
	}
	entityArguments  = []string{"name", "unnamed"}
	articleArguments = []string{"publisher", "published"}
)

// Contacts is the value of the argument of for events of type CONTACT, the default.
const Contacts = "contacts"

// ParseQuery reads a query from the arguments of a URL. They have the names and meanings
// of the GraphQL fields contacts, events, entities and articles. A party is a name (who),
// an ID (whoId) or the code of a state (whoCountry). Lists of parties are given by
// repetition, other lists also by commas. Its errors wrap graph.ErrInvalid and name the
// argument.
func ParseQuery(values url.Values) (Query, error) {
	a := &arguments{values: values}
	q := Query{Limit: a.number("limit")}
	of := a.text("of")
	switch of {
	case Contacts, "":
		q.Of = KindEvents
		q.Events.Types = []graph.EventType{graph.EventContact}
		a.events(&q)
		a.allow(without(eventArguments, "type"))
	case string(KindEvents):
		q.Of = KindEvents
		q.Events.Types = oneOf(a, "type", graph.EventTypes())
		a.events(&q)
		a.allow(eventArguments)
	case string(KindEntities):
		q.Of, q.Name, q.Unnamed = KindEntities, a.text("name"), a.flag("unnamed")
		a.allow(entityArguments)
	case string(KindArticles):
		q.Of, q.Publisher, q.Published = KindArticles, a.text("publisher"), a.edtf("published")
		a.allow(articleArguments)
	default:
		a.fail("of", "%.40q is not one of contacts, events, entities, articles", of)
	}
	return q, a.err
}

func without(names []string, name string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(n string) bool { return n == name })
}

func (a *arguments) events(q *Query) {
	q.Events.Who, q.Events.With, q.Events.Place = a.party("who"), a.party("with"), a.party("place")
	q.Events.AnyOf, q.Events.AllOf = a.parties("anyOf"), a.parties("allOf")
	q.Events.MinConfidence = a.share("minConfidence")
	q.Events.SourceKinds = oneOf(a, "sourceKind", graph.SourceKinds())
	q.Events.Means = oneOf(a, "means", graph.MeansKinds())
	q.Events.Statuses = oneOf(a, "status", graph.Statuses())
	q.Events.During = a.edtf("during")
	q.Events.KnownBy = a.day("knownBy")
	q.Events.Publisher, q.Events.Text, q.Events.About = a.text("publisher"), a.text("text"), a.text("about")
	q.Events.MinArticles = a.number("minArticles")
	if orders := oneOf(a, "orderBy", graph.EventOrders()); len(orders) > 0 {
		q.Order = orders[0]
	}
}

func (a *arguments) fail(name, format string, args ...any) {
	if a.err == nil {
		a.err = fmt.Errorf("%w: %s: %s", graph.ErrInvalid, name, fmt.Sprintf(format, args...))
	}
}

// allow refuses arguments that these rows do not have.
func (a *arguments) allow(names []string) {
	for name := range a.values {
		if !slices.Contains(names, name) && !slices.Contains(commonArguments, name) {
			a.fail(fmt.Sprintf("%.40q", name), "there is no such argument; there are %s", strings.Join(append(commonArguments[:len(commonArguments):len(commonArguments)], names...), ", "))
		}
	}
}

func (a *arguments) text(name string) string {
	given := a.values[name]
	if len(given) > 1 {
		a.fail(name, "is given twice")
	}
	if len(given) == 0 {
		return ""
	}
	a.short(name, given[0])
	return given[0]
}

func (a *arguments) short(name, text string) {
	if n := utf8.RuneCountInString(text); n > maxText {
		a.fail(name, "has %d characters; at most %d are allowed", n, maxText)
	}
}

// party reads the one party of an argument, nil if there is none.
func (a *arguments) party(name string) *graph.EntityRef {
	found := a.parties(name)
	switch len(found) {
	case 0:
		return nil
	case 1:
		return &found[0]
	}
	a.fail(name, "is given twice; give one name, ID or country")
	return nil
}

// parties reads names, and IDs and codes of states from the arguments with Id and Country
// behind the name.
func (a *arguments) parties(name string) []graph.EntityRef {
	var found []graph.EntityRef
	for _, form := range []struct {
		suffix string
		ref    func(string) graph.EntityRef
	}{
		{"", func(text string) graph.EntityRef { return graph.EntityRef{Name: text} }},
		{"Id", func(text string) graph.EntityRef { return graph.EntityRef{ID: text} }},
		{"Country", func(text string) graph.EntityRef { return graph.EntityRef{Country: strings.ToUpper(text)} }},
	} {
		for _, text := range a.values[name+form.suffix] {
			if strings.TrimSpace(text) == "" {
				a.fail(name+form.suffix, "is empty")
			}
			a.short(name+form.suffix, text)
			found = append(found, form.ref(text))
		}
	}
	if len(found) > maxParties {
		a.fail(name, "has %d parties; at most %d are allowed", len(found), maxParties)
	}
	return found
}

// share reads a number from 0 to 1.
func (a *arguments) share(name string) float64 {
	text := a.text(name)
	if text == "" {
		return 0
	}
	n, err := strconv.ParseFloat(text, 64)
	if err != nil || !(n >= 0 && n <= 1) {
		a.fail(name, "%.40q is not a number from 0 to 1", text)
	}
	return n
}

func (a *arguments) number(name string) int {
	text := a.text(name)
	if text == "" {
		return 0
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 {
		a.fail(name, "%.40q is not a whole number from 0 on", text)
	}
	return n
}

func (a *arguments) flag(name string) bool {
	text := a.text(name)
	if text == "" {
		return false
	}
	set, err := strconv.ParseBool(text)
	if err != nil {
		a.fail(name, "%.40q is not true or false", text)
	}
	return set
}

func (a *arguments) edtf(name string) graph.EDTF {
	var e graph.EDTF
	if err := e.UnmarshalText([]byte(a.text(name))); err != nil {
		a.failBy(name, err)
	}
	return e
}

func (a *arguments) day(name string) graph.Date {
	var d graph.Date
	if err := d.UnmarshalText([]byte(a.text(name))); err != nil {
		a.failBy(name, err)
	}
	return d
}

// failBy names the argument in an error of package graph, which wraps graph.ErrInvalid.
func (a *arguments) failBy(name string, err error) {
	a.fail(name, "%s", strings.TrimPrefix(err.Error(), graph.ErrInvalid.Error()+": "))
}

// oneOf reads a list of values, each of which must be one of those that are known.
func oneOf[T ~string](a *arguments, name string, known []T) []T {
	var list []T
	for _, given := range a.values[name] {
		for text := range strings.SplitSeq(given, ",") {
			value := T(strings.ToUpper(strings.TrimSpace(text)))
			if !slices.Contains(known, value) {
				a.fail(name, "%.40q is not one of %v", text, known)
				return nil
			}
			list = append(list, value)
		}
	}
	return list
}
