package when

import "strings"

// prefix is the beginning of an expression whose date follows: "early", "the end of",
// "around", "the week of". Alone it is not a time.
type prefix struct{ read func(meaning) meaning }

func (prefix) resolve(*context) resolution { return resolution{} }

func partPrefix(mod string) func(match) meaning {
	return func(match) meaning { return prefix{func(of meaning) meaning { return part{mod, of} }} }
}

// prefixRules read what precedes a date and narrows or blurs it.
var prefixRules = []rule{
	{"[the] early [in] [-]", partPrefix(modStart)},
	{"[the] beginning|start|outset of", partPrefix(modStart)},
	{"[the] mid [-]", partPrefix(modMid)},
	{"[the] middle of", partPrefix(modMid)},
	{"[the] late [in] [-]", partPrefix(modEnd)},
	{"[the] end|close of", partPrefix(modEnd)},
	{"[the] early|small hours of", partPrefix(modStart)},
	{"[the] first|opening|early weeks|days|months|part of", partPrefix(modStart)},
	{"[the] last|final|closing|latter weeks|days|months|part of", partPrefix(modEnd)},
	{"the NTH week of", func(m match) meaning {
		return prefix{func(of meaning) meaning { return nthWeek{m.int("NTH"), of} }}
	}},
	{"the last|final week of", func(match) meaning {
		return prefix{func(of meaning) meaning { return nthWeek{-1, of} }}
	}},
	{"around|about|circa|approximately|roughly", func(m match) meaning {
		if m.words[m.start].tag == "RP" || isSpeaking(m.before(1)) {
			return nil
		}
		return prefix{readAbout}
	}},
	{"nearly|almost", func(match) meaning {
		return prefix{func(of meaning) meaning { return onlyLength(of, modLess) }}
	}},
	{"more than", func(match) meaning {
		return prefix{func(of meaning) meaning { return onlyLength(of, modMore) }}
	}},
	{"less|fewer than", func(match) meaning {
		return prefix{func(of meaning) meaning { return onlyLength(of, modLess) }}
	}},
	{"at least", func(match) meaning {
		return prefix{func(of meaning) meaning { return onlyLength(of, modAtLeast) }}
	}},
	{"at most", func(match) meaning {
		return prefix{func(of meaning) meaning { return onlyLength(of, modAtMost) }}
	}},
	{"the UNIT of", func(m match) meaning {
		if m.isPlural() || m.unit() != week && m.unit() != weekend && m.unit() != month {
			return nil
		}
		return prefix{func(of meaning) meaning { return around{m.unit(), of} }}
	}},
	{"the UNIT way:before|after", readStep},
}

// readStep reads "the day before" where a date follows.
func readStep(m match) meaning {
	if !m.unit().isCalendar() || m.isPlural() {
		return nil
	}
	n := 1
	if m.text("way") == "before" {
		n = -1
	}
	return prefix{func(of meaning) meaning { return offset{m.unit(), n, of} }}
}

// isSpeaking reports whether a verb takes a topic after "about".
func isSpeaking(text string) bool {
	for stem := range topicStems {
		if strings.HasPrefix(text, stem) {
			return true
		}
	}
	return false
}

// readAbout reads "around 3 March". TIMEX3 annotates lengths without their "about".
func readAbout(of meaning) meaning {
	if isLength(of) {
		return nil
	}
	return about{of, modApprox}
}

// onlyLength adds a mod to a length, or to a date counted by one ("almost two years
// ago"), and rejects other dates.
func onlyLength(of meaning, mod string) meaning {
	switch m := of.(type) {
	case length:
		if m.mod == "" {
			m.mod = mod
			return m
		}
	case counted:
		if m.n < -1 {
			return about{m, mod}
		}
	}
	return nil
}
