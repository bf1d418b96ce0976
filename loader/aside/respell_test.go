package aside

import (
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestRespell(t *testing.T) {
	for text, want := range map[string]string{
		"Ana Silva met Luc d’Aubry and Otto dell'Acqua.":               "Ana Silva met Luc D'Aubry and Otto Dell'Acqua.",
		"Ana Silva met Luc de l'Orme.":                                 "Ana Silva met Luc De L'Orme.",
		"The envoy flew to the Côte d'Azur.":                           "The envoy flew to the Côte d'Azur.",
		"MINISTER PETER LUND TELEPHONED MARIA SOUZA IN OSLO ON FRIDAY": "Minister Peter Lund telephoned Maria Souza in Oslo on Friday",
		"NATO AND FRANCE HOLD TALKS WITH PETER LUND":                   "NATO and France hold talks with Peter Lund",
		"Peter Lund met Nur binti Samad and Ana van der Berg.":         "Peter Lund met Nur Binti Samad and Ana Van Der Berg.",
		"Peter Lund was received by von der Aue in Rio de Janeiro.":    "Peter Lund was received by Von Der Aue in Rio De Janeiro.",
		"The de Silva report was read in Paris de Nuit.":               "The de Silva report was read in Paris de Nuit.",
		"It rained. Meeting Peter Lund in Oslo, Ana Silva smiled.":     "It rained. meeting Peter Lund in Oslo, Ana Silva smiled.",
		"OSLO (NTB)": "OSLO (NTB)",
	} {
		if got := Respell(text); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

func TestRespellKeepsCodePoints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("ABÇDÉİßẞŐ d'’.,-\n PETER LUND MET"))).Draw(t, "text")
		if got := Respell(text); utf8.RuneCountInString(got) != utf8.RuneCountInString(text) {
			t.Errorf("%q became %q", text, got)
		}
	})
}

func TestAbbreviationsAndPortfolios(t *testing.T) {
	checkAsides(t, map[string][]string{
		"Ana Silva met Chr. Lund in Oslo.":                                 {"."},
		"Ana Silva met Minister for the Sea and Fisheries Peter Lund.":     {"for the Sea and Fisheries"},
		"Secretary of State for Schools Peter Lund met her.":               {"of State for Schools"},
		"Assistant to the President for Trade Peter Lund met Ana Silva.":   {"to the President for Trade"},
		"An assistant to the president called Peter Lund.":                 nil,
		"The minister for the sea met Peter Lund.":                         nil,
		"The chairman of Norra Peter called.":                              nil,
		"Ana Silva met His Royal Highness, Prince Otto of Norra, in Oslo.": {"His Royal Highness,"},
	})
}
