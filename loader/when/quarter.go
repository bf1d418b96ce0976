package when

import "dateline/graph"

// yearBefore is "a year ago" and "a year earlier". In an article about a quarter it is
// the same quarter of the year before.
type yearBefore struct{ otherwise meaning }

func (m yearBefore) resolve(c *context) resolution {
	switch {
	case !c.hasQuarter:
		return m.otherwise.resolve(c)
	case c.quarter.unit == noUnit:
		return open(quarter)
	}
	r := relative(c.quarter.shift(-4), c.quarter.start)
	r.isAside = true
	return r
}

// sameQuarter is "the 2019 quarter": the quarter that the article is about, in another
// year.
type sameQuarter struct{ year int }

func (m sameQuarter) resolve(c *context) resolution {
	if !c.hasQuarter {
		return placed(yearPeriod(m.year))
	}
	if c.quarter.unit == noUnit {
		return open(quarter)
	}
	r := placed(periodOf(quarter, graph.NewDate(m.year, c.quarter.start.Month, 1)))
	r.isAside = true
	return r
}

// thatQuarter is "the quarter" and "the latest quarter": the one that the article is
// about, or else the last to end.
type thatQuarter struct{}

func (thatQuarter) resolve(c *context) resolution {
	switch {
	case c.quarter.unit != noUnit:
		return placed(c.quarter)
	case c.published.IsZero():
		return open(quarter)
	}
	return relative(periodOf(quarter, c.published).shift(-1), c.published)
}
