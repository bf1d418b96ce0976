package graph

// TimeSpan is a time as exact as its source, and no more: "in July" is a month, not its
// first day.
type TimeSpan struct {
	EDTF EDTF `json:"edtf"`
	// Text is the words that it was read from, such as "last week". Where they do not date
	// the event itself, it says in parentheses where the time comes from: "on Monday (from
	// the context)", "(day of publication)".
	Text string `json:"text,omitempty"`
	// Anchor is the day that a relative expression was counted from; zero for others.
	Anchor Date `json:"anchor,omitzero"`
	// BoundOnly is set where no words give the time, and all that is known is that it had
	// passed when it was reported: the start is open, and the end is the day of that report.
	BoundOnly bool `json:"boundOnly,omitempty"`
}

// By returns the time of something that had happened by a day, as far as is known. It
// returns nil for the unknown day.
func By(day Date) *TimeSpan {
	if day.IsZero() {
		return nil
	}
	return &TimeSpan{EDTF: EDTFInterval(EDTF{}, EDTFDay(day)), BoundOnly: true}
}

// Earliest returns the first day that it can mean; MinDate if its start is open.
func (t *TimeSpan) Earliest() Date { return t.EDTF.Earliest() }

// Latest returns the last day that it can mean; MaxDate if its end is open.
func (t *TimeSpan) Latest() Date { return t.EDTF.Latest() }

// Precision returns how exact it is.
func (t *TimeSpan) Precision() Precision { return t.EDTF.Precision() }

// Approximate reports whether the source says about, around or circa.
func (t *TimeSpan) Approximate() bool { return t.EDTF.Approximate() }
