package when

// part is a third of a period: "early 2022", "the end of March".
type part struct {
	mod string
	of  meaning
}

func (m part) resolve(c *context) resolution {
	r := m.of.resolve(c)
	r.mod = m.mod
	if r.period.unit != noUnit {
		r.edtf = r.period.part(m.mod)
	}
	return r
}

// sofar is "earlier this year" and "later this month": the part of a period before or
// after the publication date.
type sofar struct {
	isLater bool
	of      meaning
}

func (m sofar) resolve(c *context) resolution {
	r := m.of.resolve(c)
	r.mod = modStart
	if m.isLater {
		r.mod = modEnd
	}
	if r.period.unit <= day || !r.period.contains(c.published) {
		return r
	}
	r.edtf = days(r.period.start, c.published)
	if m.isLater {
		r.edtf = days(c.published, r.period.end())
	}
	return r
}

// about is an approximate time: "around 3 March", "circa 1900".
type about struct {
	of  meaning
	mod string
}

func (m about) resolve(c *context) resolution {
	r := m.of.resolve(c)
	r.mod = m.mod
	if !r.edtf.IsZero() {
		r.edtf = r.edtf.AsApproximate()
	}
	return r
}

// around is the period of a unit that contains another: "the week of 3 March".
type around struct {
	unit unit
	of   meaning
}

func (m around) resolve(c *context) resolution {
	r := m.of.resolve(c)
	if r.period.unit == noUnit {
		return open(m.unit)
	}
	return relative(periodOf(m.unit, r.period.start), r.anchor)
}

// nthWeek is "the second week of May", the days from the 8th to the 14th. Where n is -1
// it is the last seven days.
type nthWeek struct {
	n  int
	of meaning
}

func (m nthWeek) resolve(c *context) resolution {
	r := m.of.resolve(c)
	if r.period.unit != month || m.n > 5 {
		return r
	}
	first := r.period.start.AddDays((m.n - 1) * daysAWeek)
	if m.n < 0 {
		first = r.period.end().AddDays(1 - daysAWeek)
	}
	last := first.AddDays(daysAWeek - 1)
	if last.After(r.period.end()) {
		last = r.period.end()
	}
	r.edtf = days(first, last)
	return r
}

// offset is a period some units before or after another that the words name: "two days
// before Christmas".
type offset struct {
	unit unit
	n    int
	of   meaning
}

func (m offset) resolve(c *context) resolution {
	r := m.of.resolve(c)
	if r.period.unit == noUnit || m.unit < r.period.unit {
		return open(m.unit)
	}
	from := r.period.start
	return relative(periodOf(min(m.unit, max(r.period.unit, day)), step(from, m.unit, m.n)), from)
}
