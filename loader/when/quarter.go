package when

import "dateline/graph"

// yearBefore is "a year ago" and "a year earlier": in a report on a quarter the
// same quarter of the year before.
type yearBefore struct{ otherwise meaning }

func (m yearBefore) resolve(c *context) reading {
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

// sameQuarter is "the 2019 quarter": the one that the article speaks of, in
// another year.
type sameQuarter struct{ year int }

func (m sameQuarter) resolve(c *context) reading {
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

// thatQuarter is "the quarter" and "the latest quarter": the one that the article
// speaks of, or the last that was over.
type thatQuarter struct{}

func (thatQuarter) resolve(c *context) reading {
	switch {
	case c.quarter.unit != noUnit:
		return placed(c.quarter)
	case c.published.IsZero():
		return open(quarter)
	}
	return relative(periodOf(quarter, c.published).shift(-1), c.published)
}
