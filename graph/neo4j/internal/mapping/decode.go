package mapping

import (
	"dateline/graph"
	"dateline/graph/storekit"
)

// Fields reads the values of a list, one after the other.
type Fields struct {
	storekit.Columns[any]
}

// NewFields returns the Fields of a list.
func NewFields(values []any) *Fields { return &Fields{storekit.Columns[any]{Values: values}} }

// FieldsOf returns the Fields of a value that is a list.
func FieldsOf(value any) *Fields {
	list, ok := value.([]any)
	f := NewFields(list)
	if !ok {
		f.Fault("is %T, not a list", value)
	}
	return f
}

// Bool reads a truth value.
func (f *Fields) Bool() bool {
	value, ok := f.Value().(bool)
	if !ok {
		f.Fault("has no truth value in column %d", f.Next)
	}
	return value
}

// List reads a list of anything; null is nil.
func (f *Fields) List() []any {
	switch value := f.Value().(type) {
	case []any:
		return value
	case nil:
		return nil
	default:
		f.Fault("has %T in column %d, not a list", value, f.Next)
		return nil
	}
}

// Texts reads a list of texts. An empty list is nil.
func (f *Fields) Texts() []string {
	list := f.List()
	if len(list) == 0 {
		return nil
	}
	texts := make([]string, len(list))
	for i, one := range list {
		text, ok := one.(string)
		if !ok {
			f.Fault("has %T in the list in column %d, not a text", one, f.Next)
			return nil
		}
		texts[i] = text
	}
	return texts
}

// Numbers reads a list of numbers.
func (f *Fields) Numbers() []int {
	list := f.List()
	numbers := make([]int, len(list))
	for i, one := range list {
		number, ok := one.(int64)
		if !ok {
			f.Fault("has %T in the list in column %d, not a number", one, f.Next)
			return nil
		}
		numbers[i] = int(number)
	}
	return numbers
}

// Day reads YYYY-MM-DD, and "" as the zero Date.
func (f *Fields) Day() graph.Date {
	var d graph.Date
	if err := d.UnmarshalText([]byte(f.Text())); err != nil {
		f.Fault("has an invalid day in column %d: %v", f.Next, err)
	}
	return d
}

// Span reads edtf, timeText, timeAnchor and timeBound.
func (f *Fields) Span() *graph.TimeSpan {
	none := f.Null()
	edtf, text, anchor, bound := f.Text(), f.Text(), f.Day(), f.Bool()
	if none {
		return nil
	}
	span, err := SpanOf(edtf, text, anchor, bound)
	if err != nil {
		f.Fault("has an invalid time: %v", err)
	}
	return span
}

// SpanOf returns a time from its stored properties. The zero EDTF is stored as "".
func SpanOf(edtf, text string, anchor graph.Date, bound bool) (*graph.TimeSpan, error) {
	span := &graph.TimeSpan{Text: text, Anchor: anchor, BoundOnly: bound}
	if edtf == "" {
		return span, nil
	}
	var err error
	span.EDTF, err = graph.ParseEDTF(edtf)
	return span, err
}

// WholeArticle reads WholeArticleList.
func (f *Fields) WholeArticle() *graph.Article {
	a := storekit.ReadArticle(f)
	a.Text = f.Text()
	return a
}

// mentions reads mentionsList.
func (f *Fields) mentions() []graph.MentionSpan {
	starts, ends, forms, texts := f.Numbers(), f.Numbers(), f.Texts(), f.Texts()
	if len(ends) != len(starts) || len(forms) != len(starts) || len(texts) != len(starts) {
		f.Fault("has mention lists of different lengths")
		return nil
	}
	if len(starts) == 0 {
		return nil
	}
	mentions := make([]graph.MentionSpan, len(starts))
	for i := range mentions {
		mentions[i] = graph.MentionSpan{Start: starts[i], End: ends[i], Form: graph.MentionForm(forms[i]), Text: texts[i]}
	}
	return mentions
}

// Entity reads EntityList. The prefix of the ID determines the kind of entity; positions
// have the IDs of organizations with which they were put.
func (f *Fields) Entity() graph.Entity {
	named := graph.Profile{ID: f.Text(), Name: f.Text(), Aliases: f.Texts(), Nominal: f.Bool(), Country: f.Text()}
	kind, positions := graph.OrganizationKind(f.Text()), storekit.ReadPositions(f)
	entity, ok := EntityOf(named, kind, positions)
	if !ok {
		f.Fault("has an entity ID of no kind: %.80q", named.ID)
	}
	return entity
}

// EntityOf returns an entity of the kind that the prefix of its ID determines.
func EntityOf(named graph.Profile, kind graph.OrganizationKind, positions []graph.Position) (entity graph.Entity, ok bool) {
	switch graph.PrefixOf(named.ID) {
	case graph.PrefixPerson:
		return &graph.Person{Profile: named, Positions: positions}, true
	case graph.PrefixOrganization:
		return &graph.Organization{Profile: named, Kind: kind}, true
	case graph.PrefixPlace:
		return &graph.Place{Profile: named}, true
	}
	return nil, false
}

// Event reads EventList.
func (f *Fields) Event() *graph.Event {
	e := storekit.ReadBriefEvent(f)
	storekit.ReadFindings(f, e)
	return e
}

// BriefReport reads BriefReportProperties.
func (f *Fields) BriefReport() *graph.Report {
	return &graph.Report{ID: f.Text(), Status: graph.Status(f.Text()), Quote: f.Text(), Start: f.Count(), End: f.Count()}
}

// FirstOf returns the first error that is not nil.
func FirstOf(a, b error) error {
	if a != nil {
		return a
	}
	return b
}
