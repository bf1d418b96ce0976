package when

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Mods of TIMEX3.
const (
	modStart   = "START"
	modMid     = "MID"
	modEnd     = "END"
	modApprox  = "APPROX"
	modMore    = "MORE_THAN"
	modLess    = "LESS_THAN"
	modAtLeast = "EQUAL_OR_MORE"
	modAtMost  = "EQUAL_OR_LESS"
	modOnAfter = "ON_OR_AFTER"
)

// Values of TIMEX3 for times without a place in the calendar.
const (
	pastRef    = "PAST_REF"
	presentRef = "PRESENT_REF"
	futureRef  = "FUTURE_REF"
)

// value returns the TIMEX3 value of a period: 2026-02-10, 2026-W06, 2026-W06-WE,
// 2026-02, 2026-Q1, 2026-SU, 2026-H1, 2026, 202 (a decade), 20 (a century).
func (p period) value() string {
	y := fmt.Sprintf("%04d", p.start.Year)
	switch p.unit {
	case day:
		return p.start.String()
	case week, fortnight, weekend:
		isoYear, isoWeek := p.start.Time().ISOWeek()
		text := fmt.Sprintf("%04d-W%02d", isoYear, isoWeek)
		if p.unit == weekend {
			text += "-WE"
		}
		return text
	case month:
		return fmt.Sprintf("%s-%02d", y, int(p.start.Month))
	case quarter:
		return fmt.Sprintf("%s-Q%d", y, (int(p.start.Month)-1)/3+1)
	case season:
		return y + "-" + seasonCode(p.start.Month)
	case half:
		return fmt.Sprintf("%s-H%d", y, (int(p.start.Month)-1)/6+1)
	case decade:
		return y[:3]
	case century:
		return y[:2]
	}
	return y
}

func seasonCode(m time.Month) string {
	return [...]string{"SP", "SU", "FA", "WI"}[(int(m)+9)%12/3]
}

// openValue returns the TIMEX3 value of a period of which only the unit is known.
func openValue(u unit) string {
	switch u {
	case second, minute, hour:
		return "XXXX-XX-XXTXX:XX"
	case day:
		return "XXXX-XX-XX"
	case week, fortnight:
		return "XXXX-WXX"
	case weekend:
		return "XXXX-WXX-WE"
	case month:
		return "XXXX-XX"
	case quarter:
		return "XXXX-QX"
	case half:
		return "XXXX-HX"
	case season:
		return "XXXX-XX"
	case decade:
		return "XXX"
	case century:
		return "XX"
	}
	return "XXXX"
}

// lengthCodes are ISO 8601's designators, and TIMEX3's for longer units. Half
// years are written as months, fortnights as weeks.
var lengthCodes = map[unit]string{
	second: "S", minute: "M", hour: "H", day: "D", week: "W", weekend: "WE", month: "M", quarter: "Q",
	year: "Y", decade: "DE", century: "CE", millennium: "L",
}

// lengthValue writes a duration of n units: P3D, PT90M, P2.5Y.
func lengthValue(n float64, u unit) string {
	switch u {
	case half:
		n, u = n*6, month
	case quarter:
		n, u = n*3, month
	case fortnight:
		n, u = n*2, week
	}
	if isHalf := n != float64(int(n)); isHalf && (u == hour || u == minute) && n*2 == float64(int(n*2)) {
		return halfLength(int(n), u)
	}
	return lengthPrefix(u) + strconv.FormatFloat(n, 'f', -1, 64) + lengthCodes[u]
}

// halfLength writes n and a half hours or minutes: PT1H30M, PT30S.
func halfLength(n int, u unit) string {
	text := "PT"
	if n > 0 {
		text += strconv.Itoa(n) + lengthCodes[u]
	}
	return text + "30" + lengthCodes[u-1]
}

// vagueLength writes a duration of an unknown number of units: PXM.
func vagueLength(u unit) string {
	switch u {
	case fortnight:
		u = week
	case season, half:
		u = month
	}
	return lengthPrefix(u) + "X" + lengthCodes[u]
}

func lengthPrefix(u unit) string {
	if u <= hour {
		return "PT"
	}
	return "P"
}

// hidden replaces the year of a value by an unknown one: 1998-10-23 by XXXX-10-23.
func hidden(value string) string { return "XXXX" + value[strings.IndexByte(value, '-'):] }
