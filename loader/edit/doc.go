// Package edit carries out what people decide. A decision names what a person sees: an
// entity, an event, an article, by any ID that was ever given out. Here it becomes an
// edit, which names the member or report that the ID stands for at this time; and that is
// merged in the same transaction.
package edit
