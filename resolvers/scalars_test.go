package resolvers

import (
	"encoding/json"
	"testing"

	"dateline/access"
	"dateline/graph"
)

// FuzzTimes: any text for a time is either accepted or refused as the user's error, and the
// page that it returns is complete.
func FuzzTimes(f *testing.F) {
	for _, seed := range []string{"2031-03", "../2031-12-31", "2031-21", "2031-13", "203X", "-0044", "", "2031-03-04/", "\xff", "2031-03~/2031-04?", "Y170000002", "null"} {
		f.Add(seed, seed)
	}
	_, store := canal(f)
	engine := newEngine(store, Options{})
	f.Fuzz(func(t *testing.T, during, knownBy string) {
		response := engine.run(access.With(t.Context(), access.Owner()), Request{
			Query:     `query ($during: EDTF, $knownBy: Date) { contacts(during: $during, knownBy: $knownBy) { totalCount nodes { time { edtf earliest latest precision } } } }`,
			Variables: map[string]any{"during": during, "knownBy": knownBy},
		}, nil).response
		for _, err := range response.Errors {
			if err.Extensions["code"] != string(graph.CodeInvalid) {
				t.Errorf("during %q, known by %q: %v", during, knownBy, err)
			}
		}
		if len(response.Errors) == 0 && !json.Valid(response.Data) {
			t.Errorf("during %q, known by %q: %s", during, knownBy, response.Data)
		}
	})
}
