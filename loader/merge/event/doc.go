// Package event links the reports of articles that are of one event.
//
// A report is compared only with those of its [Block]. An account is a report prepared for
// comparing. [Cluster] takes the accounts of a block in turn, the most exact first. Each
// joins the cluster that it fits best or leads a new one (leader.go), and an index finds
// the few leaders that come into question (candidates.go).
//
// What makes two accounts the same event depends on the type of event (rules.go):
//
//   - Two contacts have the same parties (parties.go), compatible means, and times and
//     statuses that may be of one contact (compare_time.go, compare_status.go).
//   - Two statements have the same speaker, and most words of the shorter quote are in the
//     longer one (statement.go).
//
// The accounts of a cluster are then fused into one event (fusion.go, participants.go),
// with a summary, the reason why each report belongs to it (explanation.go), where they
// contradict each other (conflicts.go), and the events that may be the same although they
// were kept apart (related.go).
package event
