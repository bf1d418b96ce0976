package when

// referenceRules read times without a place in the calendar.
var referenceRules = []rule{
	{"recently|lately", refers(pastRef)},
	{"the past", func(m match) meaning {
		if !m.endsPhrase() {
			return nil
		}
		return reference{pastRef}
	}},
	{"recent years|decades", refers(pastRef)},
	{"now|nowadays|currently", func(m match) meaning {
		// "Now, he says" opens a new thought.
		if m.words[m.start].text == "Now" {
			return nil
		}
		return reference{presentRef}
	}},
	{"right now", refers(presentRef)},
	{"current", refers(presentRef)},
	{"the present", func(m match) meaning {
		if !m.endsPhrase() || m.tagBefore() != "IN" {
			return nil
		}
		return reference{presentRef}
	}},
	{"soon", func(m match) meaning {
		if next := textAt(m.words, m.end); next == "after" || next == "as" || textAt(m.words, m.start-1) == "as" {
			return nil
		}
		return reference{futureRef}
	}},
	{"as soon as possible", refers(futureRef)},
	{"the [near|foreseeable|immediate] future", func(m match) meaning {
		if !m.endsPhrase() {
			return nil
		}
		return reference{futureRef}
	}},
}

func refers(value string) func(match) meaning {
	return func(match) meaning { return reference{value} }
}

// reference is a time without a place in the calendar: "recently".
type reference struct{ value string }

func (m reference) resolve(*context) resolution { return resolution{kind: Date, value: m.value} }
