package graph

import "slices"

// Status is how an article puts an event, or what the reports of an event add up to. To
// add one, see "a status" in docs/adding.md.
type Status string

// ASSERTED: the article says that it happened. CONFIRMED: a party or an official confirms
// it. DENIED: somebody says that it did not happen, or a party refuses. PLANNED: it is
// going to happen. REQUESTED: a party asked for it, offered it or was invited to it.
// HYPOTHETICAL: it could, might or would happen. DISPUTED is for events only: some
// reports assert it and others deny it.
const (
	StatusAsserted     Status = "ASSERTED"
	StatusConfirmed    Status = "CONFIRMED"
	StatusDenied       Status = "DENIED"
	StatusPlanned      Status = "PLANNED"
	StatusRequested    Status = "REQUESTED"
	StatusHypothetical Status = "HYPOTHETICAL"
	StatusDisputed     Status = "DISPUTED"
)

var statuses = []Status{StatusAsserted, StatusConfirmed, StatusDenied, StatusPlanned, StatusRequested, StatusHypothetical, StatusDisputed}

// Statuses lists every status, DISPUTED last.
func Statuses() []Status { return slices.Clone(statuses) }
