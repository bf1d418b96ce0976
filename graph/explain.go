package graph

import "context"

// Explainer says why merging took records for one thing or kept them apart. It is an
// interface for the reason that Editor is one.
type Explainer interface {
	// Why explains whether two people, organizations, places, events or reports are one. IDs may
	// be any that were ever given out; those of two members of one entity ask why these two
	// are in it. It returns ErrNotFound for an ID that nothing has, and ErrInvalid for two
	// things of different kinds.
	Why(ctx context.Context, a, b string) (*Explanation, error)
	// How explains what an entity or an event is made of. Errors are those of Why.
	How(ctx context.Context, id string) (*Explanation, error)
}

// Explanation is why records are one thing, or are not.
type Explanation struct {
	// Same is true if all of Parts are one thing.
	Same bool
	// Text says why, in a sentence or two.
	Text string
	// Parts are what was compared: the two that were asked for first, or, of How, the part
	// with the most members first.
	Parts []*Compared
	// Comparisons are those that count: of one thing, those that lead from each part to
	// another; of two, the one of both, or none if they were never compared.
	Comparisons []*Comparison
	// Edits are judgements about the things and other edits of their own fields, newest first.
	Edits []*EditEffect
}

// Compared is a report, or the members of an entity that look alike: that have the same name,
// country and so on.
type Compared struct {
	// ID is that of the report, or of one of the members: what a judgement names.
	ID string `json:"id"`
	// Name is the name that articles have, or the quote of a report.
	Name string `json:"name"`
	// Size is how many members look alike, 1 for a report.
	Size int `json:"size"`
}

// IsReport reports whether it is a report and not members.
func (c *Compared) IsReport() bool { return PrefixOf(c.ID) == PrefixReport }

// Comparison is what speaks for and against two records being one thing.
type Comparison struct {
	A *Compared `json:"a"`
	B *Compared `json:"b"`
	// Score is how alike they are, from 0 to 1: a rank, not a probability.
	Score   float64 `json:"score"`
	Verdict Verdict `json:"verdict"`
	// Reasons are what was compared, the most important first.
	Reasons []Reason `json:"reasons"`
}

// Reason is one thing that was compared.
type Reason struct {
	Aspect Aspect `json:"aspect"`
	// Text is the outcome, in words.
	Text string `json:"text"`
	// For is true if it speaks for one thing, and false if it speaks against it.
	For bool `json:"for"`
}

// Verdict is what a comparison comes to.
type Verdict string

// SAME: alike enough to be one thing. POSSIBLE: nothing is against it, but too little is
// for it. DIFFERENT: something keeps them apart.
const (
	VerdictSame      Verdict = "SAME"
	VerdictPossible  Verdict = "POSSIBLE"
	VerdictDifferent Verdict = "DIFFERENT"
)

// Verdicts lists the verdicts, in the schema's order.
func Verdicts() []Verdict { return []Verdict{VerdictSame, VerdictPossible, VerdictDifferent} }

// Aspect is what is compared of two records.
type Aspect string

// BLOCK is what decides whether two records are compared at all; ARTICLE is whether two
// reports are of one article.
const (
	AspectName    Aspect = "NAME"
	AspectCountry Aspect = "COUNTRY"
	AspectOffice  Aspect = "OFFICE"
	AspectParties Aspect = "PARTIES"
	AspectTime    Aspect = "TIME"
	AspectMeans   Aspect = "MEANS"
	AspectStatus  Aspect = "STATUS"
	AspectPlace   Aspect = "PLACE"
	AspectWords   Aspect = "WORDS"
	AspectArticle Aspect = "ARTICLE"
	AspectBlock   Aspect = "BLOCK"
)

// Aspects lists the aspects, in the schema's order.
func Aspects() []Aspect {
	return []Aspect{
		AspectName, AspectCountry, AspectOffice, AspectParties, AspectTime, AspectMeans, AspectStatus, AspectPlace, AspectWords, AspectArticle,
		AspectBlock,
	}
}

// EditEffect is an edit, and what it does to what is explained.
type EditEffect struct {
	Edit   *Edit
	Effect Effect
}

// Effect is what an edit does.
type Effect string

// NONE: it is withdrawn or overruled, or names what is not stored.
const (
	EffectJoins   Effect = "JOINS"
	EffectParts   Effect = "PARTS"
	EffectLeaves  Effect = "LEAVES"
	EffectChanges Effect = "CHANGES"
	EffectNone    Effect = "NONE"
)

// Effects lists the effects, in the schema's order.
func Effects() []Effect {
	return []Effect{EffectJoins, EffectParts, EffectLeaves, EffectChanges, EffectNone}
}
