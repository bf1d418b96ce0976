package grammar

import "testing"

func TestGovernors(t *testing.T) {
	for _, c := range []struct{ sentence, word, want string }{
		{"Lim denied that he had planned to meet Okoro.", "meet", "planned denied"},
		{"Lim refused to comment after a meeting with Okoro.", "meeting", "after"},
		{"Lim denied claims she had phoned Okoro.", "phoned", "claims denied"},
		{"Lim denied the claims which Okoro made.", "made", ""},
		{"Lim turned down a request by Okoro for talks.", "talks", "for request turned"},
		{"Lim called for talks with Okoro.", "talks", "for called"},
		{"Lim agreed on a meeting with Okoro.", "meeting", "on agreed"},
		{"The plan for a meeting with Okoro failed.", "meeting", "for plan failed"},
		{"Lim flew to Oslo for talks.", "talks", "for flew"},
	} {
		check(t, c.sentence, c.word, c.want, func(p *Parse, token int) (found []int) {
			for _, g := range Governors(p, token, nil) {
				found = append(found, g.Token)
			}
			return found
		})
	}
}

func TestGovernorsStop(t *testing.T) {
	check(t, "Lim denied that he had planned to meet Okoro.", "meet", "planned", func(p *Parse, token int) (found []int) {
		stop := func(_, head int) bool { return p.Lemma(head) == "deny" }
		for _, g := range Governors(p, token, stop) {
			found = append(found, g.Token)
		}
		return found
	})
}
