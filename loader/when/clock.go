package when

import "fmt"

// clockRules read times of day.
var clockRules = []rule{
	// 3 p.m., 11:33 a.m. GMT, 11:33, 1500 GMT, noon
	{"hour:DIGITS MERIDIEM [[,] ZONE]", readHour},
	{"CLOCK MERIDIEM [[,] ZONE]", readHour},
	{"CLOCK [hours|h] ZONE", readHour},
	{"CLOCK hours|h", readHour},
	{"CLOCK", func(m match) meaning {
		if !m.isTimeOfDay() {
			return nil
		}
		return readHour(m)
	}},
	{"YEAR ZONE", func(m match) meaning { return militaryTime(m.int("YEAR")) }},
	{"hour:DIGITS o ' clock [in the DAYPART]", readHour},
	{"hour:COUNT o ' clock [in the DAYPART]", readHour},
	{"hour:DIGITS in the DAYPART", readHour},
	{"[mid] DAYPART", func(m match) meaning {
		code := dayparts[m.text("DAYPART")]
		if m.isHour() {
			return timeOfDay{code: code}
		}
		return partOfDay{code}
	}},
}

// timeOfDay is a time within a day: "Friday morning", "3 p.m. on Tuesday".
type timeOfDay struct {
	code string  // as TIMEX3 writes it: TMO, T15:00
	of   meaning // the day; nil where the words name none
}

func (m timeOfDay) resolve(c *context) resolution {
	r := m.day(c)
	r.kind = Time
	if r.value == "" {
		r.value = openValue(day)
	}
	r.value += m.code
	return r
}

// within reads "6 o'clock this afternoon": an hour within a part of a day.
func (m timeOfDay) within(part timeOfDay) meaning {
	var hours, minutes int
	if n, _ := fmt.Sscanf(m.code, "T%d:%d", &hours, &minutes); n != 2 {
		return nil
	}
	if hours < 12 && part.code != "TMO" {
		hours += 12
	}
	return timeOfDay{clockCode(hours*60 + minutes), part.of}
}

// day returns the day of the time: the one in the words, or else the last day that the
// article named, or else the publication date.
func (m timeOfDay) day(c *context) resolution {
	switch {
	case m.of != nil:
		return m.of.resolve(c)
	case c.lastDay.unit == day:
		return relative(c.lastDay, c.lastDay.start)
	case c.published.IsZero():
		return open(day)
	}
	return relative(period{day, c.published}, c.published)
}

// partOfDay is "morning" and the like. It is a time only beside a day.
type partOfDay struct{ code string }

func (m partOfDay) resolve(*context) resolution { return resolution{} }

// readHour reads a time of day into the 24-hour clock.
func readHour(m match) meaning {
	minutes := m.int("CLOCK")
	hasMinutes := m.has("CLOCK")
	if !hasMinutes {
		minutes = m.int("hour") * 60
	}
	isTwelve := m.has("MERIDIEM") || m.has("DAYPART")
	if isTwelve && (minutes < 60 && m.has("MERIDIEM") || minutes >= 13*60) || minutes > 24*60 {
		return nil
	}
	switch {
	case m.has("MERIDIEM"):
		minutes = minutes%(12*60) + m.int("MERIDIEM")*60
	case m.has("DAYPART") && dayparts[m.text("DAYPART")] != "TMO" && minutes < 12*60:
		minutes += 12 * 60
	}
	return timeOfDay{code: clockCode(minutes)}
}

func clockCode(minutes int) string { return fmt.Sprintf("T%02d:%02d", minutes/60, minutes%60) }

// militaryTime reads "1500" before a time zone.
func militaryTime(digits int) meaning {
	if digits/100 > 24 || digits%100 > 59 {
		return nil
	}
	return timeOfDay{code: clockCode(digits/100*60 + digits%100)}
}
