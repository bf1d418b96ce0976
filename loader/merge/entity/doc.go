// Package entity links the members of articles that are the same person, organization
// or place: it resolves entities across articles.
//
// A member is compared only with those of its [Block]. Exact duplicates are one
// [Variant]; variants are the nodes that [Link] joins with union–find. Names that are
// the same up to romanization, honorifics, short forms and initials link two variants.
// Two countries, two sectors (a minister and a goalkeeper) or two suffixes (father and
// son) are a cannot-link. Where a variant is compatible with two others that are not
// compatible with each other, it is ambiguous, and is linked only with one that has a
// clear majority of the articles.
//
// A cluster's members then vote on its name, country and kind (fusion.go), and its ID is
// the smallest of theirs.
package entity
