package graph

import (
	"errors"
	"strings"
	"testing"
)

func sound() *Batch {
	text := "Ana called Bo. 🇳🇴 Bo wrote back."
	person := func(name string, start, end int) Member {
		return Member{ID: MemberID("art_a", KindPerson, Fold(name)), Kind: KindPerson, Name: name, Mentions: []MentionSpan{{Text: name, Form: MentionName, Start: start, End: end}}}
	}
	ana, bo := person("Ana", 0, 3), person("Bo", 11, 13)
	return &Batch{
		Article: Article{ID: "art_a", Text: text, Language: "en"},
		Members: []Member{ana, bo},
		Reports: []Report{{
			ID: "rep_a", ArticleID: "art_a", Type: EventContact, Means: MeansMessage, Status: StatusAsserted,
			Participants: []Participation{{EntityID: bo.ID, Role: RoleInitiator}, {EntityID: ana.ID, Role: RoleRecipient}},
			Quote:        "Bo wrote back.", Start: 18, End: 32,
		}},
	}
}

func TestCheckAcceptsSoundBatch(t *testing.T) {
	if err := sound().Check(); err != nil {
		t.Error(err)
	}
}

func TestCheckRefuses(t *testing.T) {
	faults := map[string]func(*Batch){
		"quote":        func(b *Batch) { b.Reports[0].Start-- },
		"mention":      func(b *Batch) { b.Members[0].Mentions[0].End++ },
		"empty or":     func(b *Batch) { b.Members[1].ID = b.Members[0].ID },
		"not a member": func(b *Batch) { b.Reports[0].AttributedToIDs = []string{"per_x"} },
		"not UTF-8":    func(b *Batch) { b.Article.Text = "\xff" },
		"of article":   func(b *Batch) { b.Reports[0].ArticleID = "art_b" },
		"text at 0–0":  func(b *Batch) { b.Reports[0].Quote, b.Reports[0].Start, b.Reports[0].End = "", 0, 0 },
	}
	for word, damage := range faults {
		b := sound()
		damage(b)
		err := b.Check()
		if !errors.Is(err, ErrInvalid) || !strings.Contains(err.Error(), word) {
			t.Errorf("%s: %v", word, err)
		}
	}
}
