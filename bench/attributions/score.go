package main

import (
	"cmp"
	"slices"

	"dateline/loader/logistic"
	"dateline/loader/quote"
)

// isGold reports whether a candidate is one of the article's attributions: with the same
// cue, mostly the same content and part of the source in common.
func (a *article) isGold(c *quote.Candidate) bool {
	content, source := a.characters(c.Content), a.characters(c.Source)
	for _, g := range a.Attributions {
		if cue := charactersOf(g.Cue); len(cue) > 0 && !cue[a.marks.Tokens[c.Cue].Start] {
			continue
		}
		if sameContent(content, charactersOf(g.Content)) && shared(source, charactersOf(g.Source)) > 0 {
			return true
		}
	}
	return false
}

// pair is a gold attribution and a found one with mostly the same content.
type pair struct {
	shared      int // code points
	gold, found int
	sameSource  bool
}

// score counts one to one, the largest overlap first.
func score(articles []*article, weights logistic.Weights) (precision, recall float64) {
	right, predicted, total := 0, 0, 0
	for _, a := range articles {
		found := quote.Select(a.marks, weights)
		pairs, gold := a.pairs(found)
		predicted, total = predicted+len(found), total+gold
		slices.SortStableFunc(pairs, func(x, y pair) int { return cmp.Compare(y.shared, x.shared) })
		goldTaken, foundTaken := map[int]bool{}, map[int]bool{}
		for _, p := range pairs {
			if goldTaken[p.gold] || foundTaken[p.found] {
				continue
			}
			goldTaken[p.gold], foundTaken[p.found] = true, true
			if p.sameSource {
				right++
			}
		}
	}
	return float64(right) / float64(predicted), float64(right) / float64(total)
}

// pairs returns all pairs of an article, and how many gold attributions it has that name
// a source and a content.
func (a *article) pairs(found []quote.Candidate) (pairs []pair, gold int) {
	for g, attribution := range a.Attributions {
		content, source := charactersOf(attribution.Content), charactersOf(attribution.Source)
		if len(content) == 0 || len(source) == 0 {
			continue
		}
		gold++
		for f := range found {
			if words := a.characters(found[f].Content); sameContent(content, words) {
				pairs = append(pairs, pair{shared(content, words), g, f, shared(source, a.characters(found[f].Source)) > 0})
			}
		}
	}
	return pairs, gold
}

// characters returns the code points that tokens cover.
func (a *article) characters(tokens []int) map[int]bool {
	var ranges []codePoints
	for _, span := range quote.Spans(a.marks, tokens) {
		ranges = append(ranges, codePoints{a.marks.Tokens[span.Start].Start, a.marks.Tokens[span.End-1].End})
	}
	return charactersOf(ranges)
}

func charactersOf(ranges []codePoints) map[int]bool {
	covered := map[int]bool{}
	for _, r := range ranges {
		for i := r.Start; i < r.End; i++ {
			covered[i] = true
		}
	}
	return covered
}

func shared(a, b map[int]bool) int {
	count := 0
	for i := range a {
		if b[i] {
			count++
		}
	}
	return count
}

// sameContent reports whether two contents share at least half of each.
func sameContent(a, b map[int]bool) bool {
	both := shared(a, b)
	return both > 0 && 2*both >= len(a) && 2*both >= len(b)
}
