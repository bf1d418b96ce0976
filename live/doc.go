// Package live tells subscribers what changes in a graph.
//
// A Hub follows the log of one store, for all subscribers of the process: while there are
// any, one goroutine asks the log every half second, and at once after a change that the
// process made itself. So changes of other processes arrive too, and thousands of
// subscribers cost the store no more than one. What it reads it fills once and compares
// with each subscriber's filter in memory.
//
// A Subscription gets every entry of the log that matches it, once and in order. One that
// begins in the past, or that reads more slowly than the graph changes, reads the log by
// itself until it has caught up; only if the log no longer has what it lacks is it told of
// a gap.
package live
