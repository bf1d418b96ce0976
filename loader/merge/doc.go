// Package merge finds what is one thing across articles: the same person, the
// same event, and reports that cannot all be true.
//
// Everything here is a function of the set of articles, never of their order. So:
//
//   - Each member (an article's own person, organization or place) is in one
//     block, by its name alone: persons by their surname's skeleton, states by
//     their code, organizations by their acronym or name.
//   - A block's members are clustered into entities by a pure function of them.
//   - Each report is in one block, by its type and its sides: the states, or else
//     the entities, that its parties belong to or act for; a statement also by the
//     month in which it was published, since one speaker can make very many.
//   - A block's reports are clustered into events, and compared for conflicts, by
//     a pure function of them and of their parties' entities.
//
// [Apply] does this for a group of articles inside one transaction, and clusters
// again only those blocks that they touch, each once: the blocks of their members;
// the blocks of their reports; and, where a member's entity changed its ID, name
// or country, the blocks of the reports that name it.
package merge
