// Package resolvers answers the GraphQL API from any graph.Reader.
//
// # How a query is answered
//
// A root resolver makes one store call, which returns a filled page: events with their
// parties, time, place and first reports. Most fields below it bind to the fields of
// package graph by name and cost nothing. Those that need the store again (an entity's
// contacts, an article's reports) go through a [loader], which collects what one level of
// the query asks for into one call. So a query costs one call per level, however many rows
// it returns. Where the first call returns everything that a query asks for, the answer is
// written directly; see package direct.
//
// # What a query may cost
//
// Three limits apply to every query: on its size and shape, before it is validated; on its
// cost, which counts what each list can return, before it is executed; and on its time. An
// error says which one was exceeded.
package resolvers

import (
	"dateline/graph"
	"dateline/live"
	"dateline/schema/exec"
)

// root returns the resolvers of each type that has any.
type root struct {
	store  graph.Reader
	hub    *live.Hub
	jobs   *live.Jobs
	editor graph.Editor
	// explainer is nil if the server does not explain.
	explainer graph.Explainer
}

func (r root) Query() exec.QueryResolver                 { return queryResolver{r.store, r.jobs, r.explainer} }
func (r root) Article() exec.ArticleResolver             { return articleResolver{} }
func (r root) Conflict() exec.ConflictResolver           { return conflictResolver{} }
func (r root) Edit() exec.EditResolver                   { return editResolver{} }
func (r root) EditSubject() exec.EditSubjectResolver     { return editSubjectResolver{} }
func (r root) DecidePayload() exec.DecidePayloadResolver { return decidePayloadResolver{} }
func (r root) Compared() exec.ComparedResolver           { return comparedResolver{} }
func (r root) Review() exec.ReviewResolver               { return reviewResolver{} }
func (r root) ReviewConnection() exec.ReviewConnectionResolver {
	return reviewConnectionResolver{r.store}
}
func (r root) EventConnection() exec.EventConnectionResolver {
	return eventConnectionResolver{r.store}
}
func (r root) Subscription() exec.SubscriptionResolver { return subscriptionResolver{r.hub, r.jobs} }
func (r root) Mutation() exec.MutationResolver         { return mutationResolver{r.jobs, r.editor} }
func (r root) Event() exec.EventResolver               { return eventResolver{r.store} }
func (r root) Merge() exec.MergeResolver               { return mergeResolver{} }
func (r root) RelatedEvent() exec.RelatedEventResolver { return relatedEventResolver{} }
func (r root) Position() exec.PositionResolver         { return positionResolver{} }
func (r root) Report() exec.ReportResolver             { return reportResolver{} }

func (r root) Person() exec.PersonResolver             { return entityResolver[*graph.Person]{} }
func (r root) Organization() exec.OrganizationResolver { return entityResolver[*graph.Organization]{} }
func (r root) Place() exec.PlaceResolver               { return entityResolver[*graph.Place]{} }
