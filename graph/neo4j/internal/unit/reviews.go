package unit

import (
	"slices"
	"time"

	"dateline/graph"
	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/mapping"
	"dateline/graph/neo4j/internal/read"
	"dateline/graph/storekit"
)

const (
	// putReviews keeps what people have set of a review that stays.
	putReviews = `UNWIND $reviews AS row
CALL (row) { UNWIND row.blocks AS block MATCH (old:Review {block: block}) USING INDEX SEEK old:Review(block) WHERE NOT old.id IN row.ids DELETE old }
CALL (row) { UNWIND row.reviews AS review MERGE (v:Review {id: review.id}) SET v += review }`

	countReportsWith = `UNWIND $ids AS id MATCH (m:Member {id: id}) USING INDEX SEEK m:Member(id) RETURN id, COUNT { (m)<-[:NAMES]-() }`

	setReview = `UNWIND $rows AS row MATCH (v:Review {id: row.id}) USING INDEX SEEK v:Review(id)
SET v.lockedBy = row.lockedBy, v.lockedUntil = row.lockedUntil, v.skippedBy = row.skippedBy`
)

// PutReviews stores the reviews of blocks at the end of the change.
func (tx *Transaction) PutReviews(blocks []string, reviews []*graph.Review) error {
	if err := tx.Ended(); err != nil {
		return bolt.Translate(err, "put %d reviews", len(reviews))
	}
	ids, rows := []string{}, []any{}
	for _, r := range reviews {
		row, err := mapping.ReviewRow(blocks[0], r)
		if err != nil {
			return bolt.Translate(err, "put review %s", r.ID)
		}
		ids, rows = append(ids, r.ID), append(rows, row)
	}
	tx.reviews = append(tx.reviews, map[string]any{"blocks": blocks, "ids": ids, "reviews": rows})
	return nil
}

// changeReview changes what people have set of a review.
func (tx *Transaction) changeReview(id string, change func(r *graph.Review)) (*graph.Review, error) {
	if len(tx.reviews) > 0 {
		if _, err := tx.Ask(putReviews, map[string]any{"reviews": tx.reviews}); err != nil {
			return nil, err
		}
		tx.reviews, tx.wrote = nil, true
	}
	r, err := read.Review(tx.Ask, id)
	if err != nil {
		return nil, err
	}
	change(r)
	row := map[string]any{"id": r.ID, "lockedBy": mapping.Nullable(r.LockedBy), "lockedUntil": nil, "skippedBy": nil}
	if r.LockedBy != "" {
		row["lockedUntil"] = storekit.Micros(r.LockedUntil)
	}
	if len(r.SkippedBy) > 0 {
		row["skippedBy"] = r.SkippedBy
	}
	return r, tx.write(setReview, []any{row})
}

// LockReview gives a review to a person.
func (tx *Transaction) LockReview(id, by string, now, until time.Time) (*graph.Review, error) {
	r, err := tx.changeReview(id, func(r *graph.Review) { storekit.LockReview(r, by, now, until) })
	return r, bolt.Translate(err, "lock review %.80q", id)
}

// SkipReview puts a review aside for a person, or takes that back.
func (tx *Transaction) SkipReview(id, by string, skip bool) (*graph.Review, error) {
	r, err := tx.changeReview(id, func(r *graph.Review) { storekit.SkipReview(r, by, skip) })
	return r, bolt.Translate(err, "skip review %.80q", id)
}

// ReportCounts counts the reports that name members: those of new articles here, which
// nobody else can name.
func (tx *Transaction) ReportCounts(memberIDs []string) (map[string]int, error) {
	counts, stored := make(map[string]int), []string{}
	for _, id := range storekit.Distinct(memberIDs) {
		if tx.added.members[id] == nil {
			stored = append(stored, id)
		}
	}
	for _, r := range tx.added.reports {
		for id := range distinctParties(r.report) {
			if tx.added.members[id] != nil && slices.Contains(memberIDs, id) {
				counts[id]++
			}
		}
	}
	if len(stored) == 0 {
		return counts, bolt.Translate(tx.Ended(), "count the reports with %d members", len(memberIDs))
	}
	if err := tx.flushBatches(); err != nil {
		return nil, bolt.Translate(err, "count the reports with %d members", len(memberIDs))
	}
	rows, err := tx.Ask(countReportsWith, map[string]any{"ids": stored})
	if err != nil {
		return nil, bolt.Translate(err, "count the reports with %d members", len(memberIDs))
	}
	for _, row := range rows {
		f := mapping.NewFields(row)
		id, count := f.Text(), f.Count()
		if f.Err != nil {
			return nil, bolt.Translate(f.Err, "count the reports with %d members", len(memberIDs))
		}
		if count > 0 {
			counts[id] = count
		}
	}
	return counts, nil
}

// distinctParties returns the members that a report names.
func distinctParties(r *graph.Report) map[string]bool {
	named := make(map[string]bool)
	for id := range r.PartyIDs() {
		named[id] = true
	}
	return named
}
