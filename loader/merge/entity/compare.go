package entity

import (
	"fmt"
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/merge/match"
)

// The scores of what two names have in common. They are judgements: they order comparisons
// and are no probabilities.
const (
	scoreSame     = 1.0  // the same name, or an alias of the other
	scoreSpelling = 0.95 // the same but for its romanization
	scoreMiddle   = 0.9  // one has more given names
	scoreForm     = 0.85 // "Bill" and "William"
	scoreAcronym  = 0.75
	scoreInitial  = 0.7 // "J. Ford" and "John Ford"
	scoreBare     = 0.6 // a surname alone
	scoreSlip     = 0.55
	scoreOther    = 0.2
	// scoreAlone is added where nobody else in the block has the name: then it can mean
	// nobody else.
	scoreAlone = 0.2
	// scoreAgrees is the share of the doubt that the same country or sector takes away, and
	// scoreContradicts what a contradiction leaves of a score.
	scoreAgrees, scoreContradicts = 0.3, 0.55

	// sureScore is the least score of two variants that are the same beyond doubt.
	sureScore = 0.75
	// nearScore is the least score of two that may be the same although they were kept apart.
	nearScore = 0.5
)

// Compared returns a variant as a comparison has it.
func (v *Variant) Compared() *graph.Compared {
	return &graph.Compared{ID: v.Members[0].ID, Name: v.name, Size: len(v.Members)}
}

// comparing collects the reasons of a comparison. Most comparisons are of no interest, so a
// quiet one makes no texts.
type comparing struct {
	quiet   bool
	score   float64
	against bool
	reasons []graph.Reason
}

func (c *comparing) note(aspect graph.Aspect, speaksFor bool, format string, args ...any) {
	c.against = c.against || !speaksFor
	if c.quiet {
		return
	}
	c.reasons = append(c.reasons, graph.Reason{Aspect: aspect, Text: fmt.Sprintf(format, args...), For: speaksFor})
}

// agree and contradict note what else two variants have in common, or not.
func (c *comparing) agree(aspect graph.Aspect, format string, args ...any) {
	c.score += (1 - c.score) * scoreAgrees
	c.note(aspect, true, format, args...)
}

func (c *comparing) contradict(aspect graph.Aspect, format string, args ...any) {
	c.score *= scoreContradicts
	c.note(aspect, false, format, args...)
}

func (c *comparing) of(a, b *Variant) *graph.Comparison {
	made := &graph.Comparison{A: a.Compared(), B: b.Compared(), Score: float64(int(c.score*100+0.5)) / 100, Reasons: c.reasons, Verdict: graph.VerdictPossible}
	switch {
	case c.against:
		made.Verdict = graph.VerdictDifferent
	case c.score >= sureScore:
		made.Verdict = graph.VerdictSame
	}
	return made
}

// Compare says what speaks for and against two variants being one. Alone is true if nobody
// else in the block is called as the fuller name of the two.
func Compare(a, b *Variant, alone bool) *graph.Comparison {
	c := &comparing{}
	c.variants(a, b, alone)
	return c.of(a, b)
}

// scoreOf returns the score of Compare, and whether something speaks against one.
func scoreOf(a, b *Variant, alone bool) (score float64, against bool) {
	c := &comparing{quiet: true}
	c.variants(a, b, alone)
	return float64(int(c.score*100+0.5)) / 100, c.against
}

func (c *comparing) variants(a, b *Variant, alone bool) {
	if x, y := a.Members[0].Block, b.Members[0].Block; x != y {
		c.note(graph.AspectBlock, false, "%s", neverCompared(a))
	}
	switch {
	case a.kind != b.kind:
		c.note(graph.AspectName, false, "They are not of one kind.")
	case a.kind == graph.KindPerson:
		c.persons(a, b, alone)
	default:
		c.names(a, b)
	}
	switch {
	case a.country == "" || b.country == "":
	case a.country == b.country:
		c.agree(graph.AspectCountry, "Both are of %s.", a.country)
	default:
		c.contradict(graph.AspectCountry, "One is of %s, the other of %s.", a.country, b.country)
	}
}

// neverCompared says why members of two blocks are not compared.
func neverCompared(v *Variant) string {
	if v.kind == graph.KindPerson {
		return "They are never compared, since their family names differ."
	}
	return "They are never compared, since neither their names nor their initials are the same."
}

func (c *comparing) persons(a, b *Variant, alone bool) {
	x, surname := a.person()
	y, other := b.person()
	c.score = scoreOther
	switch {
	case a.name == b.name:
		c.score = scoreSame
		c.note(graph.AspectName, true, "The same name.")
	case surname != other:
		c.score = scoreOther * match.Likeness(a.name, b.name)
		c.note(graph.AspectName, false, "“%s” and “%s” are different names.", a.name, b.name)
	case len(x) == 0 || len(y) == 0:
		c.bare(a, b, len(x) == len(y), alone)
	case !sameGivenNames(x, y):
		c.givenNames(a, b, x, y)
	default:
		c.score = sureOf(x, y, alone)
		if !c.quiet {
			c.note(graph.AspectName, true, "%s", alike(a, b, x, y))
		}
	}
	if p, q := suffixOf(a.name), suffixOf(b.name); !sameSuffix(&person{suffix: p, given: x}, &person{suffix: q, given: y}) {
		c.contradict(graph.AspectName, "%s", suffixesDiffer(p, q))
	}
	switch {
	case a.sector == SectorUnknown || b.sector == SectorUnknown:
	case !a.sector.compatible(b.sector):
		c.contradict(graph.AspectOffice, "One holds an office of a %s, the other one of a %s.", a.sector, b.sector)
	case a.sector == b.sector:
		c.agree(graph.AspectOffice, "Both hold an office of a %s.", a.sector)
	}
}

// suffixesDiffer says that two suffixes, of which one may be missing, are not one person's.
func suffixesDiffer(p, q string) string {
	if p == "" || q == "" {
		return fmt.Sprintf("Only one is “%s”.", writtenSuffix(p+q))
	}
	return fmt.Sprintf("One is “%s”, the other “%s”.", writtenSuffix(p), writtenSuffix(q))
}

// writtenSuffix returns a folded suffix as it is written: "Jr", "III".
func writtenSuffix(suffix string) string {
	if strings.Trim(suffix, "iv") == "" {
		return strings.ToUpper(suffix)
	}
	return strings.ToUpper(suffix[:1]) + suffix[1:]
}

// bare compares a surname alone with a name.
func (c *comparing) bare(a, b *Variant, both, alone bool) {
	c.score = scoreBare
	if alone {
		c.score += scoreAlone
	}
	if both {
		c.score = scoreSpelling
		c.note(graph.AspectName, true, "“%s” and “%s” are spellings of one name.", a.name, b.name)
		return
	}
	short, long := a.name, b.name
	if given, _ := a.person(); len(given) > 0 {
		short, long = long, short
	}
	text := "“%s” is the family name of “%s”"
	if alone {
		text += ", and nobody else who is named in full has it"
	}
	c.note(graph.AspectName, true, text+".", short, long)
}

// givenNames compares names with other given names.
func (c *comparing) givenNames(a, b *Variant, x, y []string) {
	if isSlip(x[0], y[0]) && (len(x) == 1 || len(y) == 1 || sameGivenNames(x[1:], y[1:])) {
		c.score = scoreSlip
		c.note(graph.AspectName, false, "“%s” and “%s” differ by a slip of the pen at most, but these are different given names.", a.name, b.name)
		return
	}
	c.note(graph.AspectName, false, "“%s” and “%s” have different given names.", a.name, b.name)
}

// isSlip reports whether two keys of given names differ by one letter, which is not the first.
func isSlip(a, b string) bool {
	x, y := []rune(a), []rune(b)
	return min(len(x), len(y)) >= 4 && x[0] == y[0] && match.Slips(a, b) <= 1
}

// sureOf returns how much two lists of given names say that contradict each other nowhere.
func sureOf(x, y []string, alone bool) float64 {
	score := scoreSpelling
	if len(x) != len(y) {
		score = scoreMiddle
	}
	for i := range min(len(x), len(y)) {
		switch {
		case x[i] == y[i]:
		case len(x[i]) == 1 || len(y[i]) == 1:
			score = min(score, scoreInitial)
		default:
			score = min(score, scoreForm)
		}
	}
	if alone && score < scoreForm {
		score += scoreAlone
	}
	return score
}

// alike says what two names have in common whose given names contradict each other nowhere.
func alike(a, b *Variant, x, y []string) string {
	for i := range min(len(x), len(y)) {
		switch {
		case x[i] == y[i]:
		case len(x[i]) == 1 || len(y[i]) == 1:
			return fmt.Sprintf("“%s” and “%s”: an initial may stand for the given name.", a.name, b.name)
		default:
			return fmt.Sprintf("“%s” and “%s”: the given names are forms of one name.", a.name, b.name)
		}
	}
	if len(x) != len(y) {
		return fmt.Sprintf("“%s” and “%s”: one has more given names.", a.name, b.name)
	}
	return fmt.Sprintf("“%s” and “%s” are spellings of one name.", a.name, b.name)
}

// names compares organizations or places.
func (c *comparing) names(a, b *Variant) {
	switch {
	case a.state && b.state && a.country != "" && a.country == b.country:
		c.score = scoreSame
		c.note(graph.AspectOffice, true, "Both are the state.")
	case a.name == b.name:
		c.score = scoreSame
		c.note(graph.AspectName, true, "The same name.")
	case slices.ContainsFunc(fullNames(a), func(name string) bool { return slices.Contains(fullNames(b), name) }):
		c.score = scoreSpelling
		c.note(graph.AspectName, true, "“%s” and “%s” are one name, or articles use both for one.", a.name, b.name)
	case initialsOf(a, b) || initialsOf(b, a):
		c.score = scoreAcronym
		c.note(graph.AspectName, true, "“%s” and “%s”: one is the initials of the other.", a.name, b.name)
	default:
		c.score = scoreSlip * match.Likeness(a.name, b.name)
		c.note(graph.AspectName, false, "“%s” and “%s” are different names.", a.name, b.name)
	}
}

func initialsOf(short, long *Variant) bool {
	return isAcronym(short.name) && acronym(long.name) == nameKey(short.name)
}
