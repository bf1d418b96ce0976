package event

import (
	"testing"

	"dateline/graph"
)

func TestStatusesHaveAdjectives(t *testing.T) {
	for _, s := range graph.Statuses() {
		if !tookPlace(s) && s != graph.StatusDisputed && adjectives[s] == "" {
			t.Errorf("nothing says that a contact is %s: add a row to adjectives in loader/merge/event/view.go", s)
		}
	}
}

func TestView(t *testing.T) {
	for _, test := range []struct {
		view    view
		undated bool
		want    string
	}{
		{view{noun: "a call"}, false, "a call"},
		{view{noun: "a call", status: "planned"}, false, "a planned call"},
		{view{noun: "a call", status: "planned"}, true, "an undated planned call"},
		{view{noun: "talks", status: "denied"}, true, "undated denied talks"},
		{view{noun: "contact", status: "possible", unspecified: true}, false, "possible contact by unspecified means"},
	} {
		if got := test.view.contact(test.undated); got != test.want {
			t.Errorf("%+v: %q, want %q", test.view, got, test.want)
		}
	}
}

func TestWhatEachReportSays(t *testing.T) {
	both := subjects{all: "both", none: "neither", other: "the other"}
	all := subjects{all: "all", none: "none", other: "the others", plural: true}
	march, april := "on 2 March 2024", "in April 2024"
	call, talks, contact := view{noun: "a call", time: march}, view{noun: "talks", time: march}, view{noun: "contact", time: march, unspecified: true}
	later := view{noun: "a call", time: april}
	undated := view{noun: "a call", published: "article of 5 March 2024"}
	for _, test := range []struct {
		explanation explanation
		of          subjects
		want        string
	}{
		{explanation{first: call, other: talks}, all, "all are about A and B on 2 March 2024: the first reports a call, the others talks"},
		{explanation{first: call, other: contact}, all, "all are about A and B on 2 March 2024: the first reports a call, the others do not say how"},
		{explanation{first: contact, other: call}, both, "both are about A and B on 2 March 2024: the first does not say how, the other reports a call"},
		{explanation{first: call, other: later}, all, "all are about A and B: a call, which the first puts on 2 March 2024 and the others in April 2024"},
		{explanation{first: call, other: undated}, all,
			"all are about A and B: a call, which the first puts on 2 March 2024 and the others do not date (article of 5 March 2024)"},
		{explanation{first: undated, other: call}, both,
			"both are about A and B: a call, which the first does not date (article of 5 March 2024) and the other puts on 2 March 2024"},
		{explanation{first: view{noun: "a call"}, other: view{noun: "talks"}, published: "articles of 5 March 2024"}, both,
			"both are about A and B, and neither gives a date (articles of 5 March 2024): the first reports a call, the other talks"},
	} {
		test.explanation.parties = "A and B"
		if got := explainContacts(&test.explanation, test.of); got != test.want {
			t.Errorf("%s\nwant %s", got, test.want)
		}
	}
}
