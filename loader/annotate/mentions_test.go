package annotate

import (
	"encoding/json"
	"fmt"
	"testing"
)

// A name, a pronoun and a role phrase of one man have the same number. Offsets count code
// points, which bytes are not: "Łącki". "It" stands for nobody, and is left out.
func TestMentions(t *testing.T) {
	const text = "Norwegian Prime Minister Ola Brekke met Paweł Łącki in Łódź on Monday. It rained. Brekke said he was pleased.\n\n" +
		"Łącki thanked the prime minister for the visit."
	line, err := json.Marshal(map[string]any{"id": "a", "text": text})
	if err != nil {
		t.Fatal(err)
	}
	lines := predicted(t, "mentions", "", string(line))
	var got struct{ Mentions []Mention }
	if len(lines) != 1 {
		t.Fatalf("%d predictions, want 1", len(lines))
	}
	if err := json.Unmarshal([]byte(lines[0]), &got); err != nil {
		t.Fatal(err)
	}
	var shown []string
	for _, m := range got.Mentions {
		shown = append(shown, fmt.Sprintf("%d %s", m.Entity, string([]rune(text)[m.Start:m.End])))
	}
	check(t, shown, "0 Norwegian", "1 Ola Brekke", "2 Paweł Łącki", "3 Łódź", "1 Brekke", "1 he", "2 Łącki", "1 the prime minister")
}

// A record without mentions has an empty list, not null.
func TestNoMentions(t *testing.T) {
	check(t, predicted(t, "mentions", "", `{"id": "a", "text": "It rained all day."}`), `{"id":"a","mentions":[]}`)
}
