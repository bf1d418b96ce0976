package export

import (
	"bufio"
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
	_, err := g.w.WriteString("<nodes>\n")
	return err
}

func (g *gexf) attributes(class string, names []string) {
	fmt.Fprintf(g.w, "<attributes class=%q mode=\"static\">\n", class)
	for _, name := range names {
		fmt.Fprintf(g.w, "<attribute id=%q title=%q type=\"string\"/>\n", name, name)
	}
	_, _ = g.w.WriteString("</attributes>\n")
}

func (g *gexf) row(e *Event) error {
	nodes, edges := graphOf(e, g.known)
	for _, n := range nodes {
		fmt.Fprintf(g.w, "<node id=\"%s\" label=\"%s\"%s>", xmlText(n.id), xmlText(n.label), spellOf(n.when))
		if err := attvalues(g.w, nodeAttributes, n.values); err != nil {
			return err
		}
		_, _ = g.w.WriteString("</node>\n")
	}
	for _, edge := range edges {
		_, err := fmt.Fprintf(&g.edges, "<edge id=\"%s\" source=\"%s\" target=\"%s\" label=\"%s\"%s>",
			xmlText(edge.id), xmlText(edge.from), xmlText(edge.to), xmlText(edge.label), spellOf(edge.when))
		if err != nil {
			return err
		}
		if err := attvalues(&g.edges, edgeAttributes, edge.values); err != nil {
			return err
		}
		_, _ = io.WriteString(&g.edges, "</edge>\n")
	}
	return failureOf(g.w)
}

// spellOf returns the attributes for the time that something exists; none if it always
// does.
func spellOf(w When) string {
	text := ""
	if !w.From.IsZero() {
		text += ` start="` + w.From.String() + `"`
	}
	if !w.To.IsZero() {
		text += ` end="` + w.To.String() + `"`
	}
	return text
}

func attvalues(w io.Writer, names, values []string) error {
	if !slices.ContainsFunc(values, func(v string) bool { return v != "" }) {
		return nil
	}
	_, _ = io.WriteString(w, "<attvalues>")
	for i, name := range names {
		if values[i] != "" {
			fmt.Fprintf(w, "<attvalue for=\"%s\" value=\"%s\"/>", name, xmlText(values[i]))
		}
	}
	_, err := io.WriteString(w, "</attvalues>")
	return err
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
