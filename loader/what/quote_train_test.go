package what

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"math/rand"
	"os"
	"slices"
	"strings"
	"testing"

	"dateline/loader/grammar"
	"dateline/loader/language"
)

// How the weights are learned: rare words are left out, so that no weight stands
// for a single sentence.
const (
	leastSeen = 12
	epochs    = 5
	rate      = 0.1
	decay     = 5e-4
)

// quotedArticle is an article of PolNeAR with its attributions and its parse.
type quotedArticle struct {
	ID           string
	Text         string
	Attributions []struct{ Source, Cue, Content []codePoints }
	doc          *language.Document
	candidates   []attribution
}

type codePoints struct{ Start, End int }

// TestTrainAttributions learns the weights of the scorer from the development set
// of PolNeAR and writes them, where TRAIN is set. It prints F1 for each half of the
// articles with the weights that the other half gives: the figure to be expected
// of other articles.
func TestTrainAttributions(t *testing.T) {
	if os.Getenv("TRAIN") == "" {
		t.Skip("TRAIN is not set")
	}
	articles := quotedArticles(t)
	var halves [2][]*quotedArticle
	for _, a := range articles {
		half := sha256.Sum256([]byte("q|" + a.ID))[0] & 1
		halves[half] = append(halves[half], a)
	}
	for half := range halves {
		weights := learn(halves[1-half])
		precision, recall := tryOut(halves[half], weights)
		t.Logf("half %d by the other: precision %.3f, recall %.3f, F1 %.3f", half, precision, recall, 2*precision*recall/(precision+recall))
	}
	weights := learn(articles)
	var file strings.Builder
	for _, word := range slices.Sorted(maps.Keys(weights)) {
		if math.Abs(weights[word]) >= 0.02 {
			fmt.Fprintf(&file, "%s\t%.3f\n", word, weights[word])
		}
	}
	if err := os.WriteFile("quote_weights.tsv", []byte(file.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

func quotedArticles(t *testing.T) []*quotedArticle {
	file, err := os.Open("../../../shared/gold/quotes_polnear/dev.jsonl")
	if err != nil {
		t.Skipf("no shared material: %v", err)
	}
	defer file.Close()
	pipeline := newPipeline(t)
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 4<<20)
	var articles []*quotedArticle
	for lines.Scan() {
		a := &quotedArticle{}
		if err := json.Unmarshal(lines.Bytes(), a); err != nil {
			t.Fatal(err)
		}
		a.doc = pipeline.ParseParagraphs(a.Text)
		a.candidates = a.reading().candidates()
		articles = append(articles, a)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return articles
}

func (a *quotedArticle) reading() *reading {
	r := &reading{Parse: grammar.New(a.doc)}
	r.findMarks()
	return r
}

// characters returns the code points that tokens cover, as the scorer counts them.
func (a *quotedArticle) characters(r *reading, list tokens) map[int]bool {
	covered := map[int]bool{}
	for _, span := range r.spansOf(list) {
		cover(covered, codePoints{a.doc.Tokens[span.Start].Start, a.doc.Tokens[span.End-1].End})
	}
	return covered
}

func cover(covered map[int]bool, p codePoints) {
	for i := p.Start; i < p.End; i++ {
		covered[i] = true
	}
}

func charactersOf(spans []codePoints) map[int]bool {
	covered := map[int]bool{}
	for _, p := range spans {
		cover(covered, p)
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

func sameContent(a, b map[int]bool) bool {
	both := shared(a, b)
	return both > 0 && 2*both >= len(a) && 2*both >= len(b)
}

// example is a candidate, as indices of words, and whether gold has it.
type example struct {
	words []int
	true  bool
}

// learn fits a logistic regression by AdaGrad, always in the same order.
func learn(articles []*quotedArticle) map[string]float64 {
	var names []string
	index, seen := map[string]int{}, []int{}
	var examples []example
	for _, a := range articles {
		isGold := a.gold()
		for i := range a.candidates {
			e := example{true: isGold(&a.candidates[i])}
			for _, word := range a.candidates[i].description {
				id, ok := index[word]
				if !ok {
					id = len(names)
					index[word], names, seen = id, append(names, word), append(seen, 0)
				}
				seen[id]++
				e.words = append(e.words, id)
			}
			examples = append(examples, e)
		}
	}
	for i := range examples {
		examples[i].words = slices.DeleteFunc(examples[i].words, func(id int) bool { return seen[id] < leastSeen })
	}
	weights := fit(examples, len(names))
	named := map[string]float64{}
	for id, weight := range weights {
		if weight != 0 {
			named[names[id]] = weight
		}
	}
	return named
}

func fit(examples []example, words int) []float64 {
	weights, squares := make([]float64, words), make([]float64, words)
	random := rand.New(rand.NewSource(1))
	for range epochs {
		random.Shuffle(len(examples), func(i, j int) { examples[i], examples[j] = examples[j], examples[i] })
		for _, e := range examples {
			sum := 0.0
			for _, id := range e.words {
				sum += weights[id]
			}
			wrong := 1 / (1 + math.Exp(-sum))
			if e.true {
				wrong--
			}
			for _, id := range e.words {
				gradient := wrong + decay*weights[id]
				squares[id] += gradient * gradient
				weights[id] -= rate * gradient / (1e-6 + math.Sqrt(squares[id]))
			}
		}
	}
	return weights
}

// gold returns whether a candidate is one of the article's attributions: with the
// same cue, mostly the same content and a source in common.
func (a *quotedArticle) gold() func(*attribution) bool {
	r := a.reading()
	return func(c *attribution) bool {
		content, source := a.characters(r, c.content), a.characters(r, c.source)
		for _, g := range a.Attributions {
			if cue := charactersOf(g.Cue); len(cue) > 0 && !cue[a.doc.Tokens[c.cue].Start] {
				continue
			}
			if sameContent(content, charactersOf(g.Content)) && shared(source, charactersOf(g.Source)) > 0 {
				return true
			}
		}
		return false
	}
}

// tryOut counts as the scorer of the gold does: one to one, the largest overlap first.
func tryOut(articles []*quotedArticle, weights map[string]float64) (precision, recall float64) {
	right, predicted, total := 0, 0, 0
	for _, a := range articles {
		r := a.reading()
		found := r.attributions(weights)
		type pair struct {
			shared, gold, found int
			right               bool
		}
		var pairs []pair
		for g, gold := range a.Attributions {
			content, source := charactersOf(gold.Content), charactersOf(gold.Source)
			if len(content) == 0 || len(source) == 0 {
				continue
			}
			total++
			for f := range found {
				if words := a.characters(r, found[f].content); sameContent(content, words) {
					pairs = append(pairs, pair{shared(content, words), g, f, shared(source, a.characters(r, found[f].source)) > 0})
				}
			}
		}
		predicted += len(found)
		slices.SortStableFunc(pairs, func(x, y pair) int { return cmp.Compare(y.shared, x.shared) })
		goldTaken, foundTaken := map[int]bool{}, map[int]bool{}
		for _, p := range pairs {
			if goldTaken[p.gold] || foundTaken[p.found] {
				continue
			}
			goldTaken[p.gold], foundTaken[p.found] = true, true
			if p.right {
				right++
			}
		}
	}
	return float64(right) / float64(predicted), float64(right) / float64(total)
}
