package event

import (
	"strings"

	"dateline/graph"
)

// view is how one account describes a contact, in words.
type view struct {
	status      string // an adjective, "planned"; "" for what took place
	noun        string // "a call"
	unspecified bool   // the account does not say how the parties were in touch
	time        string // "on 12 March 2024"; "" for an undated account
	published   string // of an undated account: "article of 10 May 2024"
}

// adjectives are what contacts of a status are called.
var adjectives = map[graph.Status]string{
	graph.StatusDenied: "denied", graph.StatusPlanned: "planned", graph.StatusRequested: "requested", graph.StatusHypothetical: "possible",
}

func viewOf(a *account) view {
	v := view{status: adjectives[a.Status], noun: phrasingOf(&graph.Event{Means: a.Means, Several: a.Several}).noun, unspecified: a.Means == graph.MeansUnspecified}
	switch {
	case a.Time != nil:
		v.time = timePhrase(a.Time.EDTF)
	case !a.published().IsZero():
		v.published = "article of " + day(a.published())
	}
	return v
}

// articlesPhrase says when the articles of two accounts were published, "" where neither
// has a day.
func articlesPhrase(a, b *account) string {
	x, y := a.published(), b.published()
	if x.Compare(y) > 0 {
		x, y = y, x
	}
	switch {
	case x.IsZero():
		return ""
	case x == y:
		return "articles of " + day(x)
	}
	return "articles of " + daysPhrase(x, y)
}

func (v view) sameMeans(other view) bool { return v.status == other.status && v.noun == other.noun }

// name returns the noun with its adjectives: "an undated planned message".
func (v view) name(undated bool) string {
	article, noun, found := strings.Cut(v.noun, " ")
	if !found {
		article, noun = "", v.noun
	}
	if v.status != "" {
		noun = v.status + " " + noun
	}
	if undated {
		noun = "undated " + noun
	}
	switch {
	case article == "":
		return noun
	case strings.ContainsAny(noun[:1], "aeiou"):
		return "an " + noun
	}
	return article + " " + noun
}

// contact names the contact and, where that is so, that its means are unspecified.
func (v view) contact(undated bool) string {
	if v.unspecified {
		return v.name(undated) + " by unspecified means"
	}
	return v.name(undated)
}

// dated returns a name of the contact with its time, or with the day of the article.
func (v view) dated(name func(undated bool) string) string {
	if v.time == "" {
		return name(true) + inParentheses(v.published)
	}
	return name(false) + " " + v.time
}

func inParentheses(text string) string {
	if text == "" {
		return ""
	}
	return " (" + text + ")"
}
