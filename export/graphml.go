package export

import (
	"bufio"
	"fmt"
)

// graphML writes nodes and edges as they come, which GraphML allows in any order.
type graphML struct {
	w     *bufio.Writer
	known seen
}

func newGraphML(w *bufio.Writer, _ Options) sink[*Event] { return graphML{w, seen{}} }

func (g graphML) begin() error {
	_, _ = g.w.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
`)
	for _, scope := range []struct {
		name       string
		attributes []string
	}{{"node", append([]string{"label"}, nodeAttributes...)}, {"edge", edgeAttributes}} {
		for _, name := range scope.attributes {
			fmt.Fprintf(g.w, "<key id=%q for=%q attr.name=%q attr.type=\"string\"/>\n", scope.name+"_"+name, scope.name, name)
		}
	}
	_, err := g.w.WriteString("<graph edgedefault=\"directed\">\n")
	return err
}

func (g graphML) row(e *Event) error {
	nodes, edges := graphOf(e, g.known)
	for _, n := range nodes {
		markup(g.w, `<node id="`, n.id, `">`)
		g.data("node", "label", n.label)
		for i, name := range nodeAttributes {
			g.data("node", name, n.values[i])
		}
		markup(g.w, "</node>\n")
	}
	for _, edge := range edges {
		markup(g.w, `<edge id="`, edge.id, `" source="`, edge.from, `" target="`, edge.to, `">`)
		for i, name := range edgeAttributes {
			g.data("edge", name, edge.values[i])
		}
		markup(g.w, "</edge>\n")
	}
	return failureOf(g.w)
}

// failureOf returns the first error of a writer, which it keeps.
func failureOf(w *bufio.Writer) error {
	_, err := w.Write(nil)
	return err
}

func (g graphML) data(scope, name, value string) {
	if value != "" {
		markup(g.w, `<data key="`+scope+"_"+name+`">`, value, "</data>")
	}
}

func (g graphML) end() error {
	_, err := g.w.WriteString("</graph>\n</graphml>\n")
	return err
}
