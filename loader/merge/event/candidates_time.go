package event

import (
	"slices"

	"dateline/graph"
)

// timeIndex lists leaders by the weeks of their time, or by the week of publication of
// those without one.
type timeIndex struct {
	dated, undated map[int][]int // by week
	anytime        []int         // leaders that may match in any week
	count          int
}

func indexByTime([]*account) candidateIndex {
	return &timeIndex{dated: map[int][]int{}, undated: map[int][]int{}}
}

func (x *timeIndex) add(leader *account, number int) {
	x.count = number + 1
	list, in := x.undated, weeksAround(leader.published(), leader.published(), 0)
	if leader.Time != nil {
		list, in = x.dated, weeksAround(leader.Time.Earliest(), leader.Time.Latest(), 1) // see dayApart
	}
	if in.any {
		x.anytime = append(x.anytime, number)
		return
	}
	for week := in.first; week <= in.last; week++ {
		list[week] = append(list[week], number)
	}
}

func (x *timeIndex) candidates(a *account) []int {
	lists, in := []map[int][]int{x.dated, x.undated}, weeksAround(a.published(), a.published(), freshness)
	if a.Time != nil { // then all leaders so far are dated
		lists, in = lists[:1], weeksAround(a.Time.Earliest(), a.Time.Latest(), 0)
	}
	if in.any {
		return upTo(x.count)
	}
	found := slices.Clone(x.anytime)
	for _, list := range lists {
		for week := in.first; week <= in.last; week++ {
			found = append(found, list[week]...)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// mostWeeks is how many weeks a time may span to be listed week by week. A judgement:
// few times are longer.
const mostWeeks = 100

// weeks is a range of weeks, counted from 1 January of the year 1, or any week.
type weeks struct {
	first, last int
	any         bool
}

// weeksAround returns the weeks from one day to another, and of so many days before and
// after. It returns any week where the first day is zero or the range is open.
func weeksAround(from, to graph.Date, days int) weeks {
	if from.IsZero() || from == graph.MinDate || to == graph.MaxDate {
		return weeks{any: true}
	}
	epoch := graph.NewDate(1, 1, 1)
	w := weeks{first: (from.DaysSince(epoch) - days) / 7, last: (to.DaysSince(epoch) + days) / 7}
	w.any = w.last-w.first > mostWeeks
	return w
}

// upTo returns the numbers below count.
func upTo(count int) []int {
	numbers := make([]int, count)
	for i := range numbers {
		numbers[i] = i
	}
	return numbers
}
