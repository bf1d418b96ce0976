package when

import "dateline/graph"

// resolution is what a meaning resolves to: its TIMEX3 type and value, and its place in
// the calendar.
type resolution struct {
	kind   Type
	value  string // TIMEX3
	mod    string
	period period // zero where it is not one
	edtf   graph.EDTF
	anchor graph.Date
	// unplaced is the unit of a date without a place in the calendar.
	unplaced unit
	// isAside marks a date that is only compared with: later expressions are not
	// counted from it.
	isAside bool
}

// placed returns a period in the calendar.
func placed(p period) resolution {
	if !p.inCalendar() {
		return open(p.unit)
	}
	return resolution{kind: Date, value: p.value(), period: p, edtf: p.edtf()}
}

// relative returns a period that was counted from a day.
func relative(p period, anchor graph.Date) resolution {
	r := placed(p)
	r.anchor = anchor
	return r
}

// open returns a period of which only the unit is known.
func open(u unit) resolution { return openAs(openValue(u), u) }

// openAs returns a period without a place whose value says something: XXXX-07.
func openAs(value string, u unit) resolution {
	r := resolution{kind: Date, value: value, unplaced: u}
	if u < day {
		r.kind = Time
	}
	return r
}
