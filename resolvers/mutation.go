package resolvers

import (
	"context"
	"errors"
	"strings"

	"dateline/access"
	"dateline/graph"
	"dateline/schema/model"
)

// maxPairs is how many pairs, and parts of a cluster, one mutation may have.
const (
	maxPairs = 1000
	maxParts = 100
)

// authorOf returns whose decisions the requests of a context are.
func authorOf(ctx context.Context) string {
	who := access.Of(ctx)
	if who.Name != "" {
		return who.Name
	}
	return who.ID
}

func (r mutationResolver) edit(ctx context.Context, dryRun bool, reason string, decisions ...graph.Decision) (*graph.EditResult, error) {
	if r.editor == nil {
		return nil, userError{"This server does not take edits.", graph.ErrReadOnly}
	}
	if strings.TrimSpace(reason) == "" {
		return nil, invalid("reason is empty; say in a sentence how you know.")
	}
	for i := range decisions {
		decisions[i].Author, decisions[i].Reason = authorOf(ctx), reason
	}
	result, err := r.editor.Edit(ctx, dryRun, decisions...)
	if errors.Is(err, graph.ErrNotFound) {
		return nil, notFoundError(err)
	}
	return result, err
}

// notFoundError says to a user what was not found.
func notFoundError(err error) error {
	_, which, _ := strings.Cut(err.Error(), graph.ErrNotFound.Error()+": ")
	return userError{strings.ToUpper(which[:min(1, len(which))]) + which[min(1, len(which)):] + ".", graph.ErrNotFound}
}

// one carries out a decision about one ID.
func (r mutationResolver) one(ctx context.Context, id, reason string, decision graph.Decision) (*model.EditPayload, error) {
	decision.Parts = [][]string{{id}}
	result, err := r.edit(ctx, false, reason, decision)
	if err != nil {
		return nil, err
	}
	return &model.EditPayload{Edit: result.Edits[0], Changes: result.Changes}, nil
}

func (r mutationResolver) Decide(ctx context.Context, pairs []*model.PairInput, judgement model.Judgement, reason string, dryRun *bool) (*graph.EditResult, error) {
	if len(pairs) == 0 || len(pairs) > maxPairs {
		return nil, invalid("pairs has %d pairs; it must have 1 to %d.", len(pairs), maxPairs)
	}
	decisions := make([]graph.Decision, len(pairs))
	for i, pair := range pairs {
		decisions[i] = graph.Decision{Kind: graph.EditKind(judgement), Parts: [][]string{{pair.A}, {pair.B}}}
	}
	return r.edit(ctx, orZero(dryRun), reason, decisions...)
}

func (r mutationResolver) Split(ctx context.Context, parts [][]string, reason string, dryRun *bool) (*graph.EditResult, error) {
	if len(parts) < 2 || len(parts) > maxParts {
		return nil, invalid("parts has %d parts; it must have 2 to %d.", len(parts), maxParts)
	}
	for i, part := range parts {
		if len(part) == 0 {
			return nil, invalid("part %d is empty.", i+1)
		}
	}
	return r.edit(ctx, orZero(dryRun), reason, graph.Decision{Kind: graph.EditDifferent, Parts: parts})
}

func (r mutationResolver) RenameEntity(ctx context.Context, id, name, reason string) (*model.EditPayload, error) {
	return r.one(ctx, id, reason, graph.Decision{Kind: graph.EditRename, Name: name})
}

func (r mutationResolver) SetEntityKind(ctx context.Context, id string, kind graph.OrganizationKind, reason string) (*model.EditPayload, error) {
	return r.one(ctx, id, reason, graph.Decision{Kind: graph.EditSetKind, OrganizationKind: kind})
}

func (r mutationResolver) SetPositions(ctx context.Context, id string, positions []*model.PositionInput, reason string) (*model.EditPayload, error) {
	decision := graph.Decision{Kind: graph.EditSetPositions}
	for _, p := range positions {
		decision.Positions = append(decision.Positions, graph.Position{Title: p.Title, OrganizationID: orZero(p.Organization)})
	}
	return r.one(ctx, id, reason, decision)
}

func (r mutationResolver) CorrectReport(ctx context.Context, id string, correction model.ReportCorrection, reason string) (*model.EditPayload, error) {
	read, err := correctionOf(correction)
	if err != nil {
		return nil, err
	}
	return r.one(ctx, id, reason, graph.Decision{Kind: graph.EditCorrectReport, Correction: read})
}

func (r mutationResolver) RejectReport(ctx context.Context, id, reason string) (*model.EditPayload, error) {
	return r.one(ctx, id, reason, graph.Decision{Kind: graph.EditRejectReport})
}

func (r mutationResolver) AddReport(ctx context.Context, report model.ReportInput, reason string) (*model.EditPayload, error) {
	added := &graph.Correction{
		Type: orDefault(report.Type, graph.EventContact), Means: orZero(report.Means), Status: orDefault(report.Status, graph.StatusAsserted),
		Time: timeOf(report.Time), PlaceID: orZero(report.Place), Participants: parties(report.Participants), AttributedToIDs: report.AttributedTo,
		Start: orZero(report.Start), End: orZero(report.End),
	}
	return r.one(ctx, report.Article, reason, graph.Decision{Kind: graph.EditAddReport, Correction: added, Quote: orZero(report.Quote)})
}

func (r mutationResolver) RemoveArticle(ctx context.Context, id, reason string) (*model.EditPayload, error) {
	return r.one(ctx, id, reason, graph.Decision{Kind: graph.EditRemoveArticle})
}

func (r mutationResolver) Revert(ctx context.Context, editID, reason string) (*model.EditPayload, error) {
	return r.one(ctx, editID, reason, graph.Decision{Kind: graph.EditWithdraw})
}

// clearable are the fields to which an article may give no value.
var clearable = map[graph.ReportField]bool{graph.FieldTime: true, graph.FieldPlace: true, graph.FieldAttributedTo: true}

// correctionOf reads a correction: the fields that are given, and those to clear.
func correctionOf(input model.ReportCorrection) (*graph.Correction, error) {
	c := &graph.Correction{
		Means: orZero(input.Means), Status: orZero(input.Status), Time: timeOf(input.Time), PlaceID: orZero(input.Place),
		Participants: parties(input.Participants), AttributedToIDs: input.AttributedTo,
	}
	given := map[graph.ReportField]bool{
		graph.FieldMeans: input.Means != nil, graph.FieldStatus: input.Status != nil, graph.FieldTime: input.Time != nil,
		graph.FieldPlace: input.Place != nil, graph.FieldParticipants: input.Participants != nil, graph.FieldAttributedTo: input.AttributedTo != nil,
	}
	for _, field := range input.Clear {
		switch {
		case !clearable[field]:
			return nil, invalid("clear: %s cannot be empty.", field)
		case given[field]:
			return nil, invalid("clear: %s is given as well.", field)
		}
		given[field] = true
	}
	for _, field := range graph.ReportFields() {
		if given[field] {
			c.Fields = append(c.Fields, field)
		}
	}
	if len(c.Fields) == 0 {
		return nil, invalid("correction changes nothing.")
	}
	return c, nil
}

func timeOf(edtf *graph.EDTF) *graph.TimeSpan {
	if edtf == nil || edtf.IsZero() {
		return nil
	}
	return &graph.TimeSpan{EDTF: *edtf}
}

func parties(input []*model.PartyInput) []graph.Participation {
	var list []graph.Participation
	for _, p := range input {
		list = append(list, graph.Participation{EntityID: p.Entity, Role: p.Role, OnBehalfOfID: orZero(p.OnBehalfOf)})
	}
	return list
}
