// Package merge joins what articles say into one graph: it is record linkage for news
// (Fellegi and Sunter, 1969; Christen, Data Matching, 2012).
//
// The records are of two kinds. A member is a person, organization or place as one article
// knows it; a report is an event as one article describes it. Linking members makes entities
// (package entity), and linking reports makes events (package event). Both take the usual
// steps:
//
// # Blocking
//
// Comparing every record with every other would cost the square of their number, so each
// record has one block, and only the records of a block are compared. A member's block
// follows from its name: a person's surname, a state's code, an organization's acronym or
// name, up to romanization. A report's block follows from its type and its sides: the
// states, or else the entities, that its parties belong to or act for. A statement's also
// follows from the month of publication, since one speaker can make very many.
//
// # Comparison
//
// Two records match by rules and not by a learned score, so that the reason can be shown
// to a reader (graph.Event.Merges). Members are compared by name, country and office;
// reports by parties, means, time and status, or by the words of a quote.
//
// # Clusters
//
// The records of a block are clustered by a pure function of them: members with
// union–find under cannot-link constraints, reports by the leader algorithm. A cluster's
// ID is the smallest of its records' IDs, and every ID that was ever given out resolves to
// the cluster that its record is in now.
//
// # Conflicts
//
// Reports of one event may contradict each other: on its time, on whether it took place,
// on whether it was the first of its kind. They stay side by side, and the event holds a
// conflict that names them. Nothing is overwritten.
//
// # Order does not matter
//
// The graph is a function of the set of articles, not of the order in which they came.
// [Apply] stores a group of articles in one transaction and clusters again only the blocks
// that they touch, each once: the blocks of their members; the blocks of their reports;
// and, where the entity of another article's member changed in a way that events show, the
// blocks of the reports that name it.
package merge
