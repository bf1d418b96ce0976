package office

import "testing"

func TestTitles(t *testing.T) {
	checkPositions(t, []struct{ text, want string }{
		{"Russian Foreign Minister Jane Orr left.", "Foreign Minister of Russia"},
		{"Former NATO spokeswoman Jane Orr left.", "former NATO spokeswoman"},
		{"France's foreign minister, Jane Orr, left.", "Foreign Minister of France"},
		{"Emmanuel Macron's top adviser Jane Orr left.", "Emmanuel Macron's top adviser"},
		{"Secretary of State Jane Orr left.", "Secretary of State"},
		{"Deputy Prime Minister Jane Orr left.", "Deputy Prime Minister"},
		{"The conservative president Jane Orr left.", "President"},
		{"China expert Jane Orr left.", "China expert"}, // what she knows about
		{"A lawyer for Jane Orr left.", ""},             // another's
		{"Gen. Jane Orr left.", "General"},              // spelled out
		{"Then-President Jane Orr left.", "former President"},
	})
}
