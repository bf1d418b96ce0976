package export

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
)

// gexf writes GEXF 1.3 with a time axis of days. A node or edge is there over all days on
// which its event may have been; an open side has no bound. GEXF wants all nodes before
// the edges, so those wait in a temporary file.
type gexf struct {
	w     *bufio.Writer
	known seen
	edges spill
	title string
}

func newGEXF(w *bufio.Writer, o Options) sink[*Event] {
	return &gexf{w: w, known: seen{}, title: o.Title}
}

func (g *gexf) begin() error {
	fmt.Fprintf(g.w, `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<meta><creator>Dateline</creator><description>%s</description></meta>
<graph mode="dynamic" defaultedgetype="directed" timeformat="date">
`, xmlText(g.title))
	g.attributes("node", nodeAttributes)
	g.attributes("edge", edgeAttributes)
	markup(g.w, "<nodes>\n")
	return failureOf(g.w)
}

func (g *gexf) attributes(class string, names []string) {
	markup(g.w, `<attributes class="`, class, "\" mode=\"static\">\n")
	for _, name := range names {
		markup(g.w, `<attribute id="`, name, `" title="`, name, "\" type=\"string\"/>\n")
	}
	markup(g.w, "</attributes>\n")
}

func (g *gexf) row(e *Event) error {
	nodes, edges := graphOf(e, g.known)
	for _, n := range nodes {
		markup(g.w, `<node id="`, n.id, `" label="`, n.label, `"`)
		spell(g.w, n.when)
		attvalues(g.w, nodeAttributes, n.values)
		markup(g.w, "</node>\n")
	}
	for _, edge := range edges {
		markup(&g.edges, `<edge id="`, edge.id, `" source="`, edge.from, `" target="`, edge.to, `" label="`, edge.label, `"`)
		spell(&g.edges, edge.when)
		attvalues(&g.edges, edgeAttributes, edge.values)
		markup(&g.edges, "</edge>\n")
	}
	return errors.Join(failureOf(g.w), g.edges.err)
}

// spell writes the attributes for the time that something exists, none if it always does,
// and ends the tag.
func spell(w io.StringWriter, when When) {
	if !when.From.IsZero() {
		markup(w, ` start="`, when.From.String(), `"`)
	}
	if !when.To.IsZero() {
		markup(w, ` end="`, when.To.String(), `"`)
	}
	markup(w, ">")
}

func attvalues(w io.StringWriter, names, values []string) {
	if !slices.ContainsFunc(values, func(v string) bool { return v != "" }) {
		return
	}
	markup(w, "<attvalues>")
	for i, name := range names {
		if values[i] != "" {
			markup(w, `<attvalue for="`, name, `" value="`, values[i], `"/>`)
		}
	}
	markup(w, "</attvalues>")
}

func (g *gexf) end() error {
	_, _ = g.w.WriteString("</nodes>\n<edges>\n")
	if err := g.edges.copyTo(g.w); err != nil {
		return err
	}
	_, err := g.w.WriteString("</edges>\n</graph>\n</gexf>\n")
	return err
}

// Close removes the temporary file.
func (g *gexf) Close() error { return g.edges.Close() }
