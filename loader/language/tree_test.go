package language

import (
	"slices"
	"testing"
)

func newTestTree(heads []int, labels []string) *tree {
	t := &tree{}
	t.reset(len(heads))
	copy(t.heads, heads)
	copy(t.labels, labels)
	t.spread()
	return t
}

func notSpace(int) bool { return false }

func TestSpread(t *testing.T) {
	for _, test := range []struct {
		name        string
		heads       []int
		left, right []int
		starts      []int
	}{
		{"two sentences", []int{1, 1, 1, 4, 4}, []int{0, 0, 2, 3, 3}, []int{0, 2, 2, 3, 4}, []int{0, 3}},
		{"a chain to the right", []int{0, 0, 1, 2}, []int{0, 1, 2, 3}, []int{3, 3, 3, 3}, []int{0}},
		{"crossing arcs", []int{2, 3, 2, 2}, []int{0, 1, 0, 1}, []int{0, 1, 3, 3}, []int{0}},
		{"one token", []int{0}, []int{0}, []int{0}, []int{0}},
	} {
		t.Run(test.name, func(t *testing.T) {
			tree := newTestTree(test.heads, nil)
			if !slices.Equal(tree.left, test.left) || !slices.Equal(tree.right, test.right) {
				t.Errorf("edges %v and %v, want %v and %v", tree.left, tree.right, test.left, test.right)
			}
			var starts []int
			for i, start := range tree.sentenceStart {
				if start {
					starts = append(starts, i)
				}
			}
			if !slices.Equal(starts, test.starts) {
				t.Errorf("sentences start at %v, want %v", starts, test.starts)
			}
		})
	}
}

// Token 3 was moved up to the root; its label tells that its head is a dobj.
func TestReattach(t *testing.T) {
	tree := newTestTree([]int{1, 1, 1, 1}, []string{"nsubj", rootLabel, "dobj", "prep||dobj"})
	tree.reattach(notSpace)
	if want := []int{1, 1, 1, 2}; !slices.Equal(tree.heads, want) {
		t.Errorf("heads %v, want %v", tree.heads, want)
	}
	if tree.labels[3] != "prep" {
		t.Errorf("label %q, want prep", tree.labels[3])
	}
	if tree.right[2] != 3 {
		t.Errorf("the dobj's subtree ends at %d, want 3", tree.right[2])
	}
}

// Where no token has the label, or only white space, the head stays.
func TestReattachKeepsTheHead(t *testing.T) {
	tree := newTestTree([]int{1, 1, 1, 1}, []string{"nsubj", rootLabel, "dobj", "prep||dobj"})
	tree.reattach(func(i int) bool { return i == 2 })
	if tree.heads[3] != 1 || tree.labels[3] != "prep" {
		t.Errorf("token 3 is %s of %d, want prep of 1", tree.labels[3], tree.heads[3])
	}
}

// The search goes level by level and does not enter the token's own subtree.
func TestReattachSearchesBreadthFirst(t *testing.T) {
	labels := []string{"dobj", "nsubj", rootLabel, "dobj", "relcl||dobj", "dobj"}
	tree := newTestTree([]int{1, 2, 2, 2, 2, 4}, labels)
	tree.reattach(notSpace)
	if tree.heads[4] != 3 {
		t.Errorf("head %d, want 3", tree.heads[4])
	}
}
