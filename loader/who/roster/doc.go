// Package roster groups the names of one article into members: names that mean the same
// become one person, organization or place. It keeps where the text mentions them, and
// writes them as the graph has them.
//
// # Draft
//
// A draft is a member in the making. Later steps add to it: its offices, its gender, and
// the phrases that turn out to mean it (draft.go).
//
// # Cluster
//
// Full names of people come first, then whom the single names mean (people.go). An
// organization's short forms are its acronym and its first words (organizations.go).
//
// # Role and position
//
// A role is an office as a phrase gives it, with whose it is (role.go). A position is a
// role as the graph has it: a title, and the organization (positions.go).
package roster
