// Package access decides who may do what. It knows nothing of articles.
//
// # Identities and roles
//
// Each request is made by an [Identity], which has one [Role]: anonymous, reader, editor
// or admin. The context carries it ([With], [Of]); a context without one is of nobody, who
// may do nothing. What each role may do is not known here: the API has a table with the
// least role of every field, schema/access.tsv.
package access
