package bolt

import (
	"errors"
	"strings"
	"testing"

	"dateline/graph"
)

func TestParseAddress(t *testing.T) {
	for raw, want := range map[string]Address{
		"neo4j://db.example":                           {"neo4j://db.example", ""},
		"neo4j://db.example:7687?database=news":        {"neo4j://db.example:7687", "news"},
		"neo4j+s://db.example/?database=news":          {"neo4j+s://db.example", "news"},
		"bolt+ssc://[::1]:7688?database=old%2Darchive": {"bolt+ssc://[::1]:7688", "old-archive"},
	} {
		got, err := ParseAddress(raw)
		if err != nil || got != want {
			t.Errorf("parseAddress(%q) = %v, %v; want %v", raw, got, err, want)
		}
	}
}

func TestParseAddressRefuses(t *testing.T) {
	const secret = "s3cret"
	for raw, why := range map[string]string{
		"":                                      "scheme",
		"http://db.example":                     "scheme",
		"neo4j:db.example":                      "no host",
		"neo4j://":                              "no host",
		"neo4j://u:" + secret + "@db.example":   "user or a password",
		"neo4j://" + secret + "@db.example":     "user or a password",
		"neo4j://db.example/news":               "path",
		"neo4j://db.example?database=a&user=u":  "parameter",
		"neo4j://db.example?database=":          "parameter",
		"neo4j://db.example?database=a;b":       "parameters",
		"neo4j://db.example#news":               "fragment",
		"neo4j://u:" + secret + "@db.example:x": "cannot be parsed",
		"neo4j://db.example?password=" + secret: "parameter",
	} {
		_, err := ParseAddress(raw)
		if !errors.Is(err, graph.ErrInvalid) || !strings.Contains(err.Error(), why) {
			t.Errorf("parseAddress(%q) gave the error %v, want one about %q", raw, err, why)
		}
		if err != nil && strings.Contains(err.Error(), secret) {
			t.Errorf("the error %v shows a password", err)
		}
	}
}

func TestAddressReadsAsItWasMeant(t *testing.T) {
	for _, raw := range []string{"neo4j://db.example:7687", "bolt://db.example?database=news"} {
		to, err := ParseAddress(raw)
		if err != nil {
			t.Fatal(err)
		}
		if to.String() != raw {
			t.Errorf("%q reads %q", raw, to)
		}
	}
}

func FuzzParseAddress(f *testing.F) {
	f.Add("neo4j://db.example:7687?database=news")
	f.Add("bolt+s://u:p@h/x?y#z")
	f.Fuzz(func(t *testing.T, raw string) {
		to, err := ParseAddress(raw)
		if err != nil {
			return
		}
		again, err := ParseAddress(to.String())
		if err != nil || again != to {
			t.Errorf("%q reads %q, and that %q, %v", raw, to, again, err)
		}
	})
}
