package export

import (
	"bytes"
	"encoding/xml"
	"io"
	"strconv"
	"strings"

	"dateline/graph"
)

// In graphs the parties and the events are nodes, and an edge leads from a party to an
// event that it took part in, or from an envoy to whom it acted for. So no event is lost,
// whether it has one party or five, and each keeps its citations. To get edges between
// parties, project the graph on them.

// nodeAttributes are the attributes of a node, in order.
var nodeAttributes = []string{
	"kind", "country", "means", "status", "date", "date_in_words", "date_note", "earliest", "latest", "place", "about",
	"quote", "said_by", "publisher", "title", "published", "url", "citations",
}

// edgeAttributes are those of an edge.
var edgeAttributes = []string{"role", "event"}

// graphNode is a party or an event; values go with nodeAttributes.
type graphNode struct {
	id, label string
	when      When
	values    []string
}

// graphEdge is a party's part in an event; values go with edgeAttributes.
type graphEdge struct {
	id, from, to, label string
	when                When
	values              []string
}

// graphOf returns the nodes and edges of an event; the parties only where they are new.
func graphOf(e *Event, known seen) (nodes []graphNode, edges []graphEdge) {
	party := func(entity graph.Entity) {
		if entity != nil && known.add(entity.NodeID()) {
			nodes = append(nodes, partyNode(entity))
		}
	}
	edge := func(from, to graph.Entity, target, role string) {
		if from == nil {
			return
		}
		if to != nil {
			target = to.NodeID()
		}
		id := e.ID + "-" + strconv.Itoa(len(edges))
		edges = append(edges, graphEdge{id, from.NodeID(), target, role, e.When, []string{role, e.ID}})
	}
	nodes = append(nodes, eventNode(e))
	for _, p := range e.Participants {
		party(p.Entity)
		party(p.OnBehalfOf)
		edge(p.Entity, nil, e.ID, string(p.Role))
		if p.OnBehalfOf != nil {
			edge(p.Entity, p.OnBehalfOf, "", "ON_BEHALF_OF")
			edge(p.OnBehalfOf, nil, e.ID, "PRINCIPAL")
		}
	}
	return nodes, edges
}

func partyNode(e graph.Entity) graphNode {
	p := graph.ProfileOf(e)
	values := make([]string, len(nodeAttributes))
	values[0], values[1] = string(graph.KindOf(e)), p.Country
	return graphNode{id: p.ID, label: p.Name, values: values}
}

func eventNode(e *Event) graphNode {
	var first Citation
	if len(e.Citations) > 0 {
		first = e.Citations[0]
	}
	all := make([]string, len(e.Citations))
	for i, c := range e.Citations {
		all[i] = c.String()
	}
	return graphNode{id: e.ID, label: e.headline(), when: e.When, values: []string{
		string(e.Type), "", string(e.Means), string(e.Status), e.When.EDTF.String(), e.When.Text, e.When.Note,
		e.When.From.String(), e.When.To.String(), e.placeName(), lines(e.topics()), first.Quote, lines(first.SaidBy), first.Publisher,
		first.Title, first.Published.String(), first.URL, lines(all),
	}}
}

// lines joins texts, a line for each.
func lines(texts []string) string { return strings.TrimSpace(strings.Join(texts, "\n")) }

// markup writes markup and texts in turn, beginning with markup. Errors are left to the
// writer, which keeps its first one.
func markup(w io.StringWriter, parts ...string) {
	for i, part := range parts {
		if i%2 == 1 {
			part = xmlText(part)
		}
		_, _ = w.WriteString(part)
	}
}

// xmlText returns a text escaped for XML, also within an attribute. Characters that XML
// does not have become U+FFFD.
func xmlText(text string) string {
	if strings.IndexFunc(text, escapedInXML) < 0 {
		return text
	}
	var out bytes.Buffer
	_ = xml.EscapeText(&out, []byte(text)) // a Buffer does not fail
	return out.String()
}

// escapedInXML reports whether xml.EscapeText may change a character. U+FFFD is also what
// a byte that is no UTF-8 reads as.
func escapedInXML(r rune) bool {
	switch r {
	case '<', '>', '&', '"', '\'', 0xfffd, 0xfffe, 0xffff:
		return true
	}
	return r < ' '
}
