package event

import (
	"cmp"
	"slices"
)

// wordIndex lists leaders by the words of their quotes. At most one in five of the
// shorter quote's words may be missing in the longer one. So of any one more of them one
// is there, and it is enough to look for the rarest (prefix filtering: Bayardo, Ma and
// Srikant, Scaling Up All Pairs Similarity Search, 2007). Words are numbered, and
// account.numbers holds a quote's.
type wordIndex struct {
	frequency []int // of each word: in how many quotes it is
	// all lists leaders by each of their words, rare by each of their rarest.
	all, rare [][]int
}

func indexByWords(accounts []*account) candidateIndex {
	x := &wordIndex{}
	numbers := map[string]int{}
	for _, a := range accounts {
		words := quoteWords(a)
		a.numbers = make([]int, len(words))
		for i, word := range words {
			number, known := numbers[word]
			if !known {
				number = len(numbers)
				numbers[word] = number
				x.frequency = append(x.frequency, 0)
			}
			x.frequency[number]++
			a.numbers[i] = number
		}
	}
	for _, a := range accounts {
		slices.SortFunc(a.numbers, func(i, j int) int { return cmp.Or(x.frequency[i]-x.frequency[j], i-j) })
	}
	x.all, x.rare = make([][]int, len(numbers)), make([][]int, len(numbers))
	return x
}

// rarest returns so many of a quote's words that another quote of the same statement
// that is no shorter has at least one of them.
func rarest(a *account) []int {
	if len(a.numbers) < leastWords {
		return nil
	}
	return a.numbers[:len(a.numbers)-neededWords(len(a.numbers))+1]
}

func (x *wordIndex) add(leader *account, number int) {
	for _, word := range leader.numbers {
		x.all[word] = append(x.all[word], number)
	}
	for _, word := range rarest(leader) {
		x.rare[word] = append(x.rare[word], number)
	}
}

func (x *wordIndex) candidates(a *account) []int {
	var found []int
	for _, word := range rarest(a) {
		found = append(found, x.all[word]...)
	}
	for _, word := range a.numbers {
		found = append(found, x.rare[word]...)
	}
	slices.Sort(found)
	return slices.Compact(found)
}
