package read

import "strings"

// inOrder returns what an extraction found as the page has it: each block once, in the
// order of the page. Extractions repeat blocks, glue them together, and move them, and put
// the page's title before them. If too much of what was found is in no block, it is
// returned as it is.
func inOrder(extracted, page []string, title string) []string {
	found := newFoundText(extracted)
	if title = squeeze(title); title != "" && found.has(title) {
		found.letters -= len(title)
	}
	for i := 1; i < len(page) && !found.glued; i++ {
		a, b := squeeze(page[i-1]), squeeze(page[i])
		found.glued = a != "" && b != "" && found.hasGlued(a+b)
	}
	kept := make([]bool, len(page))
	first, last := -1, -1
	for i, block := range page {
		if text := squeeze(block); len(text) >= certainLetters && found.has(text) {
			kept[i] = true
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	// A short block may be in the text by chance, so it has to be one of those found, or
	// to stand right beside a longer one.
	for i, block := range page {
		text := squeeze(block)
		if kept[i] || text == "" || !found.has(text) {
			continue
		}
		beside := i > 0 && kept[i-1] || i+1 < len(page) && kept[i+1]
		within := first >= 0 && i > first && i < last
		kept[i] = found.blocks[text] && (within || first < 0 || beside) || beside && found.glued && !found.blocks[text]
	}
	var out []string
	letters := 0
	for i, block := range page {
		if !kept[i] {
			continue
		}
		letters += len(squeeze(block))
		out = append(out, block)
	}
	if letters*100 < found.letters*leastFound {
		return extracted
	}
	return out
}

const (
	// certainLetters is how many letters a block has that is in a text not by chance.
	certainLetters = 25
	// leastFound is the least share of the letters found, in percent, that the page's
	// blocks must account for.
	leastFound = 95
)

// foundText is the text that an extraction found, for comparison with blocks.
type foundText struct {
	all    string
	blocks map[string]bool
	// letters counts those of different blocks.
	letters int
	// glued is set if a block holds another one.
	glued bool
}

func newFoundText(extracted []string) foundText {
	f := foundText{blocks: map[string]bool{}}
	var all strings.Builder
	for _, block := range extracted {
		text := squeeze(block)
		if text == "" || f.blocks[text] {
			continue
		}
		if len(text) >= certainLetters && strings.Contains(all.String(), text) {
			continue
		}
		f.blocks[text] = true
		all.WriteString(text)
		all.WriteByte('\n')
	}
	f.all = all.String()
	f.letters = f.distinctLetters()
	return f
}

// distinctLetters counts the letters of blocks that are not in another block.
func (f *foundText) distinctLetters() int {
	n := 0
	for block := range f.blocks {
		rest := len(block)
		for other := range f.blocks {
			if len(other) < len(block) && len(other) >= certainLetters && strings.Contains(block, other) {
				rest -= len(other)
				f.glued = true
			}
		}
		n += max(0, rest)
	}
	return n
}

// hasGlued reports whether one block has a text that is long enough to be in it by
// intention.
func (f *foundText) hasGlued(text string) bool { return len(text) >= certainLetters && f.has(text) }

func (f *foundText) has(text string) bool { return strings.Contains(f.all, text) }

// spacedAs returns blocks with the white space and marks that they have in the page, which
// extraction loses around inline elements.
func spacedAs(page, extracted []string) []string {
	shown := map[string]string{}
	for _, block := range page {
		shown[squeeze(block)] = block
	}
	spaced := make([]string, len(extracted))
	for i, block := range extracted {
		spaced[i] = block
		if own := shown[squeeze(block)]; own != "" {
			spaced[i] = own
		}
	}
	return spaced
}
