// Package graph is Dateline's vocabulary, and the contract of the stores that keep a
// graph. It imports the standard library only, and everything else in Dateline imports
// it.
//
// # Articles, reports, events
//
// An [Article] is what was published. A [Report] is what one article says about one
// event: who, how, when, where, on whose word, with what status, and the exact quote. An
// [Event] is the real-world thing that one or more reports are about; its fields sum the
// reports up, and nothing that a report says is lost. There is no event without a report,
// and no report without an article and a quote.
//
// An event's [EventType] is CONTACT, where parties communicate with each other, or
// STATEMENT, where someone speaks to the public. A contact has [Means]. Every event and
// report has a [Status], because claims stay claims: a denied call, a planned visit and a
// confirmed meeting are three different things. Reports that cannot all be true make a
// [Conflict] and stand side by side. A [Merge] says why reports are one event, and a
// [RelatedEvent] which other event may be the same.
//
// # Members and entities
//
// A [Member] is one article's own person, organization or place, as extraction found it,
// with each of its mentions in the text. An [Entity] ([Person], [Organization] or [Place])
// is a cluster of members across articles; [ProfileOf] returns what all three have. A
// state that acts is an organization: "Moscow warned" names an Organization of kind STATE,
// "in Moscow" a Place. A [Participation] is a party's [Role] in an event, and whom it
// acted for if it was an envoy.
//
// # Time
//
// A [Date] is a day. An [EDTF] is a day, week, month, season, year or interval as
// ISO 8601-2 writes it, as exact as the source and no more. A [TimeSpan] adds the words
// that it was read from, and the day that they were counted from.
//
// # Names and IDs
//
// Names are compared in the form that [Fold] returns: no case, no accents. An ID is a
// hash of what identifies a thing, never a counter (see [NewID]). A cluster takes the
// smallest of its members' IDs, and each member's ID keeps finding the cluster, so a link
// that was given out never dies.
//
// # Asking
//
// A [Reader] answers questions with pages whose nodes are filled: [EventQuery] asks for
// an [EventPage], and so on. [EntityRef] names one party of a question, [EventFilter]
// says which events count, and [PageRequest] which part of a list to return. [Network],
// [PathStep] and [TimelineBucket] are what graphs and timelines are drawn from. [Dump] and
// [Digest] show whether two graphs are the same. An error has an [Advice]: a code, and
// what to do about it.
//
// # From articles to a graph
//
// Extraction turns an article into a [Batch], a plain value. Merging puts members and
// reports that could be the same into blocks, and clusters each block by a pure function
// of what is in it. So the graph is a function of the articles: the same articles give the
// same graph in any order, and [Digest] shows it.
//
// # Writing a store
//
// A [Store] keeps a graph. Its [Writer] has one method, Update, a transaction; [Tx] is
// what merging needs of it. A [Visitor] sees the whole graph, a [Cursor] is a place in a
// list, [Without] says what a page may leave empty, and [Describe] formats what was tried
// for an error. Package graphtest holds the suite that every store passes, and an
// in-memory store that is the contract at its plainest; package sqlite is the embedded
// store.
package graph
