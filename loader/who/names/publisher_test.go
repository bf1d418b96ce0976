package names

import (
	"testing"

	"dateline/graph"
)

func TestPublisherNames(t *testing.T) {
	p := parse(t, "He told Quayside by email that Jane Orr had left.")
	for _, publisher := range []string{"", "Quayside"} {
		text := Find(p, publisher)
		name := text.NameAt(token(t, p, "Quayside"))
		isMedium := name != nil && name.Entry != nil && name.Entry.Kind == graph.OrganizationMedia
		if isMedium != (publisher != "") {
			t.Errorf("publisher %q: got %+v", publisher, name)
		}
	}
}
