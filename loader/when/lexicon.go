package when

import (
	"strconv"
	"time"

	"dateline/loader/lexicon"
)

var (
	monthNames   = lexicon.TimeWords("month", number[time.Month])
	weekdayNames = lexicon.TimeWords("weekday", number[time.Weekday])
	// seasonNames are the months that seasons begin with.
	seasonNames = lexicon.TimeWords("season", number[time.Month])
	// abbreviations are the names of months and weekdays that take a full stop.
	abbreviations = lexicon.TimeWords("stop", yes)
	unitNames     = lexicon.TimeWords("unit", func(name string) unit { return units[name] })
	// dayparts are the parts of a day by their TIMEX3 codes.
	dayparts = lexicon.TimeWords("daypart", func(code string) string { return code })
	// dayAdverbs are counted from the publication, in days.
	dayAdverbs = lexicon.TimeWords("day", number[int])
	zones      = lexicon.TimeWords("zone", yes)

	cardinals = lexicon.Numbers(lexicon.Time, "cardinal")
	// tens take a digit after them: "twenty-three".
	tens = lexicon.Numbers(lexicon.Time, "tens")
	// scales multiply the number before them.
	scales   = lexicon.Numbers(lexicon.Time, "scale")
	ordinals = lexicon.Numbers(lexicon.Time, "ordinal")
	// decadeNames are the years that decades begin with.
	decadeNames = lexicon.Numbers(lexicon.Time, "decade")
)

var (
	// approximating are words before a length that make it an approximate one.
	approximating = lexicon.Class("approximating")
	// limits stand before a time that is mostly still to come.
	limits = lexicon.Class("limit")
	// beforeNumericDays stand before a day in figures without its year.
	beforeNumericDays = lexicon.Class("before-numeric-day")
	// rangeWords stand between the ends of a range.
	rangeWords = lexicon.Class("range-word")
	// topicStems begin verbs that take a topic after "about".
	topicStems = lexicon.Class("topic-stem")
)

// units are the units as the lexicon calls them.
var units = map[string]unit{
	"second": second, "minute": minute, "hour": hour, "day": day, "week": week, "weekend": weekend, "fortnight": fortnight,
	"month": month, "quarter": quarter, "half": half, "year": year, "decade": decade, "century": century, "millennium": millennium,
}

// number reads a value of the lexicon, which holds it to be one.
func number[N ~int](value string) N {
	n, _ := strconv.Atoi(value)
	return N(n)
}

func yes(string) bool { return true }
