package unit

import "dateline/graph/sqlite/internal/mapping"

const (
	selectParties = `SELECT p.member_id, m.entity_id FROM reports r JOIN report_parties p ON p.article_id = r.article_id AND p.report_id = r.id
JOIN members m ON m.id = p.member_id WHERE r.id = ? AND m.entity_id IS NOT NULL ORDER BY p.member_id`
	selectReportsNaming = `SELECT p.report_id FROM members m JOIN report_parties p ON p.article_id = m.article_id AND p.member_id = m.id WHERE m.id = ?`
	setParties          = `UPDATE reports SET parties = ?2 WHERE id = ?1 AND parties <> ?2`
)

// reportParties resolves the parties of the reports that a transaction changes.
type reportParties struct {
	*statements
	// unresolved are the IDs of reports whose parties have changed: those that were put,
	// and those that name a member whose entity has changed. Fresh are the IDs of members
	// that were put; all reports that name them are unresolved.
	unresolved, fresh map[string]bool
}

// moved notes that a member has another entity.
func (tx *reportParties) moved(memberID string) error {
	if tx.fresh[memberID] {
		return nil
	}
	reports, err := tx.Texts(selectReportsNaming, memberID)
	for _, id := range reports {
		tx.unresolved[id] = true
	}
	return err
}

// resolve writes the entities of the parties of reports. Otherwise reading a page would
// look up some hundred members.
func (tx *reportParties) resolve() error {
	for reportID := range tx.unresolved {
		var parties []string
		err := tx.Each(selectParties, []any{reportID}, func(r *mapping.Row) error {
			parties = append(parties, r.Text(), r.Text())
			return nil
		})
		if err != nil {
			return err
		}
		if err := tx.exec(setParties, reportID, mapping.ListText(parties)); err != nil {
			return err
		}
	}
	return nil
}
