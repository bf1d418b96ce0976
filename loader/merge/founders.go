package merge

import (
	"cmp"
	"slices"

	"dateline/graph"
)

// founders finds clusters by their founders, so that a report is compared with the
// few that it can join, and not with all of its block.
type founders interface {
	// add notes the founder of a cluster, by the cluster's number, in rising order.
	add(t *telling, number int)
	// near returns the numbers, rising, of all clusters whose founder can be the same
	// as a report; others can be among them.
	near(t *telling) []int
}

// byTime finds founders by the weeks of their time, or of the publication of those
// that have none.
type byTime struct {
	dated, undated map[int][]int
	// anytime are those that can meet others in any week.
	anytime []int
	count   int
}

func foundersByTime([]*telling) founders {
	return &byTime{dated: map[int][]int{}, undated: map[int][]int{}}
}

// longestListed is for how many weeks a time is listed week by week.
const longestListed = 100

// weeks are those from one to another; any where all are meant.
type weeks struct {
	first, last int
	any         bool
}

// weeksAround returns the weeks of some days and of so many before and after. The
// zero Date stands for a day not known.
func weeksAround(from, to graph.Date, days int) weeks {
	if from.IsZero() || from == graph.MinDate || to == graph.MaxDate {
		return weeks{any: true}
	}
	epoch := graph.NewDate(1, 1, 1)
	w := weeks{first: (from.DaysSince(epoch) - days) / 7, last: (to.DaysSince(epoch) + days) / 7}
	w.any = w.last-w.first > longestListed
	return w
}

func (b *byTime) add(t *telling, number int) {
	b.count = number + 1
	list, in := b.undated, weeksAround(published(t), published(t), 0)
	if t.Time != nil {
		list, in = b.dated, weeksAround(t.Time.Earliest(), t.Time.Latest(), 1) // see dayApart
	}
	if in.any {
		b.anytime = append(b.anytime, number)
		return
	}
	for week := in.first; week <= in.last; week++ {
		list[week] = append(list[week], number)
	}
}

func (b *byTime) near(t *telling) []int {
	lists, in := []map[int][]int{b.dated, b.undated}, weeksAround(published(t), published(t), freshness)
	if t.Time != nil { // then no undated one has come yet
		lists, in = lists[:1], weeksAround(t.Time.Earliest(), t.Time.Latest(), 0)
	}
	if in.any {
		return upTo(b.count)
	}
	found := slices.Clone(b.anytime)
	for _, list := range lists {
		for week := in.first; week <= in.last; week++ {
			found = append(found, list[week]...)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

func upTo(count int) []int {
	numbers := make([]int, count)
	for i := range numbers {
		numbers[i] = i
	}
	return numbers
}

// byWords finds founders by the words of their quotes. At most one in five of the
// shorter quote's words may be missing in the longer one: so of any more of them,
// one is there, and the rarest are looked for (prefix filtering: Bayardo, Ma and
// Srikant, 2007). Words have numbers, which telling.numbers holds.
type byWords struct {
	frequency []int // of each word, in how many quotes it is
	// all lists founders by each of their words, rare by each of their rarest.
	all, rare [][]int
}

func foundersByWords(tellings []*telling) founders {
	b := &byWords{}
	numbers := map[string]int{}
	for _, t := range tellings {
		words := quoteWords(t)
		t.numbers = make([]int, len(words))
		for i, word := range words {
			number, known := numbers[word]
			if !known {
				number = len(numbers)
				numbers[word] = number
				b.frequency = append(b.frequency, 0)
			}
			b.frequency[number]++
			t.numbers[i] = number
		}
	}
	for _, t := range tellings {
		slices.SortFunc(t.numbers, func(x, y int) int { return cmp.Or(b.frequency[x]-b.frequency[y], x-y) })
	}
	b.all, b.rare = make([][]int, len(numbers)), make([][]int, len(numbers))
	return b
}

// rarest returns as many of the quote's words as cannot all be missing in another
// quote of the same statement that is no shorter.
func rarest(t *telling) []int {
	if len(t.numbers) < leastWords {
		return nil
	}
	return t.numbers[:len(t.numbers)-neededWords(len(t.numbers))+1]
}

func (b *byWords) add(t *telling, number int) {
	for _, word := range t.numbers {
		b.all[word] = append(b.all[word], number)
	}
	for _, word := range rarest(t) {
		b.rare[word] = append(b.rare[word], number)
	}
}

func (b *byWords) near(t *telling) []int {
	var found []int
	for _, word := range rarest(t) {
		found = append(found, b.all[word]...)
	}
	for _, word := range t.numbers {
		found = append(found, b.rare[word]...)
	}
	slices.Sort(found)
	return slices.Compact(found)
}
