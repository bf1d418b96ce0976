package language

import (
	"slices"
	"strings"
)

// The parser's moves can build only trees whose arcs do not cross. For training,
// a crossing arc was moved up the tree and its label decorated with the label of
// its true head: "prep||dobj" is a prep that belongs to a dobj further down
// (Nivre and Nilsson 2005, "Pseudo-projective dependency parsing").
const decoration = "||"

// reattach moves each token with a decorated label back down to its true head:
// the first token with that label below its present head, breadth first.
func (t *tree) reattach(isSpace func(int) bool) {
	if !slices.ContainsFunc(t.labels, func(label string) bool { return strings.Contains(label, decoration) }) {
		return
	}
	children := make([][]int, len(t.heads))
	for i, head := range t.heads {
		if head != i {
			children[head] = append(children[head], i)
		}
	}
	for i, label := range t.labels {
		own, headLabel, decorated := strings.Cut(label, decoration)
		if !decorated {
			continue
		}
		old, head := t.heads[i], t.trueHead(children, isSpace, i, headLabel)
		t.heads[i], t.labels[i] = head, own
		if old == head {
			continue
		}
		at, _ := slices.BinarySearch(children[old], i)
		children[old] = slices.Delete(children[old], at, at+1)
		at, _ = slices.BinarySearch(children[head], i)
		children[head] = slices.Insert(children[head], at, i)
	}
	t.spread()
}

func (t *tree) trueHead(children [][]int, isSpace func(int) bool, token int, label string) int {
	level := []int{t.heads[token]}
	for len(level) > 0 {
		var below []int
		for _, head := range level {
			for _, child := range children[head] {
				// The edges are those from before any token was moved.
				if child < t.left[head] || child > t.right[head] || child == token || isSpace(child) {
					continue
				}
				if t.labels[child] == label {
					return child
				}
				below = append(below, child)
			}
		}
		level = below
	}
	return t.heads[token]
}
