package read

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"dateline/graph"
)

func TestReadBrief(t *testing.T) {
	list := func(texts ...string) string { return TextMark + strings.Join(texts, TextMark) }
	brief := func(parts ...string) string { return PartMark + strings.Join(parts, PartMark) }
	event := []string{"evt_1", "b", "CONTACT", "CALL", "DENIED", "s", noTime, "", "", "false", "", "1", "1"}
	party, report := "per_1 Ann Bee", list("rep_1", "DENIED", "", "0", "12", "art_1", "", "", "", "2026-02-10")

	f := newBriefs(1)
	if err := f.readText(brief(list(event...), list("per_1", "SPEAKER", ""), list("rep_1"), list(party), report)); err != nil {
		t.Fatal(err)
	}
	e, r := f.events["evt_1"], f.reports["rep_1"]
	if e == nil || e.Time != nil || len(e.Participants) != 1 || !slices.Equal(e.ReportIDs, []string{"rep_1"}) ||
		r == nil || r.End != 12 || r.ArticleID != "art_1" || graph.ProfileOf(f.entities["per_1"]).Name != "Ann Bee" {
		t.Errorf("read %+v, %+v, %v", e, r, slices.Collect(maps.Keys(f.entities)))
	}

	for name, broken := range map[string]string{
		"nothing":          "",
		"no parts":         "evt_1",
		"too few parts":    brief(list(event...), "", ""),
		"too few texts":    brief(list(event[:4]...), "", "", ""),
		"no time":          brief(list(slices.Concat(event[:6], []string{"soon"}, event[7:])...), "", "", ""),
		"no count":         brief(list(slices.Concat(event[:11], []string{"x", "y"})...), "", "", ""),
		"an unknown party": brief(list(event...), "", "", list("xyz_1 X")),
		"half a party":     brief(list(event...), list("per_1", "SPEAKER"), "", list(party)),
		"half a report":    brief(list(event...), "", "", list(party), list("rep_1")),
	} {
		if err := newBriefs(1).readText(broken); graph.AdviceFor(err).Code != graph.CodeCorrupt {
			t.Errorf("%s: %v", name, err)
		}
	}
}
