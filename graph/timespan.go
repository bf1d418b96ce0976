package graph

import "fmt"

// TimeSpan is a time as exact as its source, and no more: "in July" is a month,
// not its first day.
type TimeSpan struct {
	EDTF EDTF `json:"edtf"`
	// Text is the words that gave it, such as "last week".
	Text string `json:"text,omitempty"`
	// Anchor is the day that a relative expression was counted from; zero for others.
	Anchor Date `json:"anchor,omitzero"`
}

// Earliest is the first day that it can mean; MinDate where its start is open.
func (t *TimeSpan) Earliest() Date { return t.EDTF.Earliest() }

// Latest is the last day that it can mean; MaxDate where its end is open.
func (t *TimeSpan) Latest() Date { return t.EDTF.Latest() }

// Precision tells how exact it is.
func (t *TimeSpan) Precision() Precision { return t.EDTF.Precision() }

// Approximate is true where the source says about, around or circa.
func (t *TimeSpan) Approximate() bool { return t.EDTF.Approximate() }

// Bucket returns the day, week, month or year of the timeline that a day is in.
func (u TimeUnit) Bucket(day Date) (EDTF, error) {
	switch u {
	case UnitDay:
		return EDTFDay(day), nil
	case UnitWeek:
		return EDTFWeek(day), nil
	case UnitMonth:
		return EDTFMonth(day.Year, day.Month), nil
	case UnitYear:
		return EDTFYear(day.Year), nil
	}
	return EDTF{}, fmt.Errorf("%w: %q is no unit of time", ErrInvalid, string(u))
}
