package graph

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"time"
)

// Edit is a person's decision about members, reports or an article. It is never
// overwritten: a later edit can withdraw it, and then it has no effect but stays on
// record. It refers to members and reports and not to entities and events, since those
// are clustered anew with every article.
type Edit struct {
	// ID is a hash of all the rest (see NewEdit).
	ID     string   `json:"id"`
	Kind   EditKind `json:"kind"`
	Author string   `json:"author"`
	Reason string   `json:"reason"`
	// Time is when it was made, to the microsecond. Of edits that contradict each other,
	// the latest counts.
	Time time.Time `json:"time"`
	// Subjects are what it is about.
	Subjects []Subject `json:"subjects"`

	// Name is the new name; for RENAME.
	Name string `json:"name,omitempty"`
	// OrganizationKind is the new kind; for SET_KIND.
	OrganizationKind OrganizationKind `json:"organizationKind,omitempty"`
	// Positions are all offices of the person; for SET_POSITIONS. Their organizations are
	// given as members.
	Positions []Position `json:"positions,omitempty"`
	// Correction is what the report says instead, or what the new report says; for
	// CORRECT_REPORT and ADD_REPORT.
	Correction *Correction `json:"correction,omitempty"`

	// Withdrawn is set if an edit in effect withdraws it. Merging sets it.
	Withdrawn bool `json:"-"`
	// Overruled is set for a judgement that has no effect on anything stored, since later ones
	// contradict it. Merging sets it.
	Overruled bool `json:"-"`
}

// EditKind is what an edit decides.
type EditKind string

// SAME, DIFFERENT and UNSURE are judgements about members, or about reports. SAME: all
// subjects are one person, organization, place or event. DIFFERENT: subjects of different
// parts are not. UNSURE leaves it to merging, whatever was judged before. RENAME,
// SET_KIND and SET_POSITIONS are about the entity that the subject belongs to.
// CORRECT_REPORT, REJECT_REPORT and ADD_REPORT are about reports, REMOVE_ARTICLE is a
// takedown, and WITHDRAW ends the effect of another edit, a withdrawal included.
const (
	EditSame          EditKind = "SAME"
	EditDifferent     EditKind = "DIFFERENT"
	EditUnsure        EditKind = "UNSURE"
	EditRename        EditKind = "RENAME"
	EditSetKind       EditKind = "SET_KIND"
	EditSetPositions  EditKind = "SET_POSITIONS"
	EditCorrectReport EditKind = "CORRECT_REPORT"
	EditRejectReport  EditKind = "REJECT_REPORT"
	EditAddReport     EditKind = "ADD_REPORT"
	EditRemoveArticle EditKind = "REMOVE_ARTICLE"
	EditWithdraw      EditKind = "WITHDRAW"
)

var editKinds = []EditKind{
	EditSame, EditDifferent, EditUnsure, EditRename, EditSetKind, EditSetPositions,
	EditCorrectReport, EditRejectReport, EditAddReport, EditRemoveArticle, EditWithdraw,
}

// EditKinds lists the kinds of edit, in the schema's order.
func EditKinds() []EditKind { return slices.Clone(editKinds) }

// IsJudgement reports whether an edit of this kind says what is the same.
func (k EditKind) IsJudgement() bool {
	return k == EditSame || k == EditDifferent || k == EditUnsure
}

// Subject is a member, a report, an article or an edit that an edit names.
type Subject struct {
	ID string `json:"id"`
	// ArticleID is the article of a member or report; empty for an edit.
	ArticleID string `json:"articleId,omitempty"`
	// Part tells the parts of a judgement apart: in DIFFERENT, subjects with the same
	// number are not judged against each other.
	Part int `json:"part,omitempty"`
	// Missing is filled on reading: the graph has no such member, report, article or edit
	// now, so that the edit has no effect on it. It has as soon as that is loaded again.
	Missing bool `json:"-"`
}

// Correction is what a report says by a person's word. It has no words of the article, so
// that a takedown need not change it.
type Correction struct {
	// Fields are those that the correction sets, if only to nothing. ADD_REPORT sets all.
	Fields          []ReportField   `json:"fields,omitempty"`
	Means           Means           `json:"means,omitempty"`
	Status          Status          `json:"status,omitempty"`
	Time            *TimeSpan       `json:"time,omitempty"`
	PlaceID         string          `json:"placeId,omitempty"`
	Participants    []Participation `json:"participants,omitempty"`
	AttributedToIDs []string        `json:"attributedToIds,omitempty"`
	// Cast are the members that the article lacks and that the fields above name.
	Cast []CastMember `json:"cast,omitempty"`

	// Type, Start and End are those of a new report (Start and End in code points, as in
	// Report), and QuoteHash is NewID of its quote.
	// If the words at that place are others in a newer version of the article, the report
	// is left out.
	Type      EventType `json:"type,omitempty"`
	Start     int       `json:"start,omitempty"`
	End       int       `json:"end,omitempty"`
	QuoteHash string    `json:"quoteHash,omitempty"`
}

// CastMember is a member that a person adds to an article, since the article means it
// without naming it. It is the same as a member of another article.
type CastMember struct {
	Member Member  `json:"member"`
	SameAs Subject `json:"sameAs"`
}

// ReportField is a field of a report that can be corrected.
type ReportField string

// Each is named as the field of Report.
const (
	FieldMeans        ReportField = "MEANS"
	FieldStatus       ReportField = "STATUS"
	FieldTime         ReportField = "TIME"
	FieldPlace        ReportField = "PLACE"
	FieldParticipants ReportField = "PARTICIPANTS"
	FieldAttributedTo ReportField = "ATTRIBUTED_TO"
)

var reportFields = []ReportField{FieldMeans, FieldStatus, FieldTime, FieldPlace, FieldParticipants, FieldAttributedTo}

// ReportFields lists the fields that can be corrected, in the schema's order.
func ReportFields() []ReportField { return slices.Clone(reportFields) }

// NewEdit returns the edit with its ID, and its time to the microsecond in UTC. The same
// decision of the same person at the same time is the same edit.
func NewEdit(e Edit) *Edit {
	e.Time = e.Time.UTC().Truncate(time.Microsecond)
	e.ID = ""
	content, _ := json.Marshal(&e) // a plain value: cannot fail
	e.ID = NewID(PrefixEdit, string(content))
	return &e
}

// NodeID returns the edit's ID.
func (e *Edit) NodeID() string { return e.ID }

// Names returns everything that an edit names, each once and by ID: its subjects, the
// article of a report that it changes, the members of its cast and those that these are
// the same as.
func (e *Edit) Names() []Subject {
	named := make(map[string]Subject)
	for _, s := range e.Subjects {
		named[s.ID] = Subject{ID: s.ID, ArticleID: s.ArticleID}
		if e.Correction != nil || e.Kind == EditRejectReport {
			named[s.ArticleID] = Subject{ID: s.ArticleID, ArticleID: s.ArticleID}
		}
	}
	if e.Correction != nil {
		for _, c := range e.Correction.Cast {
			named[c.Member.ID] = Subject{ID: c.Member.ID, ArticleID: e.Subjects[0].ArticleID}
			named[c.SameAs.ID] = Subject{ID: c.SameAs.ID, ArticleID: c.SameAs.ArticleID}
		}
	}
	list := make([]Subject, 0, len(named))
	for _, s := range named {
		list = append(list, s)
	}
	slices.SortFunc(list, func(a, b Subject) int { return cmp.Compare(a.ID, b.ID) })
	return list
}

// CompareEdits orders edits by time, and then by ID.
func CompareEdits(a, b *Edit) int { return cmp.Or(a.Time.Compare(b.Time), cmp.Compare(a.ID, b.ID)) }

// QuoteHash returns what Correction.QuoteHash is for a quote.
func QuoteHash(quote string) string { return NewID("quo", quote) }

// HandReportID returns the ID of a report that an edit adds.
func HandReportID(articleID string, c *Correction) string {
	parties, _ := json.Marshal(c.Participants) // plain values: cannot fail
	return ReportID(articleID, c.Type, c.Start, c.End, "by hand "+string(parties))
}

// The bounds of an edit, in characters and in number.
const (
	MaxReason   = 2000
	MaxName     = 500
	MaxSubjects = 5000
)

// Check returns ErrInvalid for an edit that no store may be given.
func (e *Edit) Check() error {
	if err := e.check(); err != nil {
		return fmt.Errorf("edit %s: %w: %w", e.ID, ErrInvalid, err)
	}
	return nil
}

func (e *Edit) check() error {
	switch {
	case NewEdit(*e).ID != e.ID:
		return fmt.Errorf("the ID is not that of its content")
	case !slices.Contains(editKinds, e.Kind):
		return fmt.Errorf("the kind %q is unknown", e.Kind)
	case e.Author == "" || e.Reason == "":
		return fmt.Errorf("it needs an author and a reason")
	case len(e.Reason) > MaxReason || len(e.Author) > MaxName:
		return fmt.Errorf("the reason or the author's name is too long")
	case len(e.Subjects) == 0 || len(e.Subjects) > MaxSubjects:
		return fmt.Errorf("it has %d subjects, not 1 to %d", len(e.Subjects), MaxSubjects)
	}
	return e.checkSubjects()
}

// subjectPrefixes are the prefixes of what an edit of each kind can be about, and whether
// it has one subject only.
var subjectPrefixes = map[EditKind]struct {
	prefixes []string
	one      bool
}{
	EditSame:          {[]string{PrefixPerson, PrefixOrganization, PrefixPlace, PrefixReport}, false},
	EditDifferent:     {[]string{PrefixPerson, PrefixOrganization, PrefixPlace, PrefixReport}, false},
	EditUnsure:        {[]string{PrefixPerson, PrefixOrganization, PrefixPlace, PrefixReport}, false},
	EditRename:        {[]string{PrefixPerson, PrefixOrganization, PrefixPlace}, true},
	EditSetKind:       {[]string{PrefixOrganization}, true},
	EditSetPositions:  {[]string{PrefixPerson}, true},
	EditCorrectReport: {[]string{PrefixReport}, true},
	EditRejectReport:  {[]string{PrefixReport}, true},
	EditAddReport:     {[]string{PrefixReport}, true},
	EditRemoveArticle: {[]string{PrefixArticle}, true},
	EditWithdraw:      {[]string{PrefixEdit}, true},
}

func (e *Edit) checkSubjects() error {
	may := subjectPrefixes[e.Kind]
	if may.one && len(e.Subjects) != 1 {
		return fmt.Errorf("%s has one subject, not %d", e.Kind, len(e.Subjects))
	}
	if e.Kind.IsJudgement() && len(e.Subjects) < 2 {
		return fmt.Errorf("%s has two subjects or more", e.Kind)
	}
	if e.Kind == EditUnsure && len(e.Subjects) != 2 {
		return fmt.Errorf("%s has two subjects", e.Kind)
	}
	first, seen := PrefixOf(e.Subjects[0].ID), map[string]bool{}
	for _, s := range e.Subjects {
		prefix := PrefixOf(s.ID)
		switch {
		case !slices.Contains(may.prefixes, prefix):
			return fmt.Errorf("%s cannot be about %q", e.Kind, s.ID)
		case prefix != first:
			return fmt.Errorf("%q and %q are not of one kind", e.Subjects[0].ID, s.ID)
		case seen[s.ID]:
			return fmt.Errorf("it names %q twice", s.ID)
		case (prefix == PrefixEdit) != (s.ArticleID == ""):
			return fmt.Errorf("the article of %q is missing", s.ID)
		}
		seen[s.ID] = true
	}
	return e.checkPayload()
}

func (e *Edit) checkPayload() error {
	c := e.Correction
	switch {
	case e.Kind == EditRename && (Fold(e.Name) == "" || len(e.Name) > MaxName):
		return fmt.Errorf("the name %.80q is empty or too long", e.Name)
	case e.Kind == EditSetKind && !slices.Contains(organizationKinds, e.OrganizationKind):
		return fmt.Errorf("the kind of organization %q is unknown", e.OrganizationKind)
	case (e.Kind == EditCorrectReport || e.Kind == EditAddReport) != (c != nil):
		return fmt.Errorf("%s and its correction do not go together", e.Kind)
	case e.Kind == EditAddReport && HandReportID(e.Subjects[0].ArticleID, c) != e.Subjects[0].ID:
		return fmt.Errorf("the subject is not the new report")
	}
	return nil
}

// sentence for a log: "SAME per_… per_…".
func (e *Edit) String() string {
	text := string(e.Kind)
	for i, s := range e.Subjects {
		if i == 3 {
			return text + " and " + strconv.Itoa(len(e.Subjects)-i) + " more"
		}
		text += " " + s.ID
	}
	return text
}
