// Package graph is Dateline's vocabulary, and the contract of the stores that
// keep it. It imports the standard library alone, and everything else in Dateline
// imports it.
//
// # Articles, reports, events
//
// An [Article] is what was published. A [Report] is what one article says of one
// event: who, how, when, where, on whose word, in which status, and the exact
// words. An [Event] is the real-world thing that one or more reports tell of; its
// fields add the reports up, and nothing that a report says is lost in it. There
// is no event without a report, and no report without an article and a quote.
//
// An event's [EventType] is CONTACT, where parties communicate with each other,
// or STATEMENT, where someone speaks to the public. A contact has [Means]. Every
// event and report has a [Status], because claims stay claims: a denied call, a
// planned visit and a confirmed meeting are three different things. Reports that
// cannot all be true make a [Conflict] and stand side by side.
//
// # Members and entities
//
// An article's own people, organizations and places are its [Member]s, as
// extraction found them, each with the places in the text that mention it. An
// [Entity] ([Person], [Organization] or [Place]) is a cluster of members across
// articles. A state that acts is an organization: "Moscow warned" names an
// Organization of kind STATE, "in Moscow" a Place. A [Participation] is a party's
// [Role] in an event, and whom it acted for if it was an envoy.
//
// # Time
//
// A [Date] is a day. An [EDTF] is a day, week, month, season, year or interval,
// as ISO 8601-2 writes it, as exact as the source and no more. A [TimeSpan] adds
// the words that gave it, and the day that those words were counted from.
//
// # From articles to a graph
//
// Extraction turns an article into a [Batch], a plain value. Merging puts
// members and reports into blocks of those that could be the same, and clusters
// each block by a pure function of what is in it. So the graph is a function of
// the articles: the same ones give the same graph in any order, which [Digest]
// shows.
//
// An ID is a hash of what identifies a thing, never a counter. A cluster bears the
// smallest ID of its members, and every member's ID keeps finding its cluster, so
// a link that was given out never dies.
//
// # Stores
//
// A [Store] keeps a graph. Its [Writer] has one method, Update, a transaction. Its
// [Reader] answers with pages that come filled. Package graphtest holds one suite
// that every store passes; package sqlite is the embedded one.
package graph
