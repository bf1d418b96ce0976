package contact

import (
	"strings"
	"testing"
)

// What a contact was about, in the words of the text: " / " between topics, "" for none.
func TestAbout(t *testing.T) {
	for text, want := range map[string]string{
		// By prepositions.
		"Ana Silva held talks with Piet Boom on grain exports on Tuesday.":                 "grain exports",
		"Ana Silva spoke with Piet Boom by phone over the closure of the port.":            "the closure of the port",
		"Ana Silva wrote to Piet Boom regarding the missing sailors.":                      "the missing sailors",
		"Ana Silva congratulated Piet Boom on his election in a phone call.":               "his election",
		"Ana Silva sent Piet Boom a letter about the ferry disaster.":                      "the ferry disaster",
		"Ana Silva emailed Piet Boom about the plan, which he had rejected in May.":        "the plan",
		"Ana Silva met Piet Boom with regard to the extradition of Karel Novak.":           "the extradition of Karel Novak",
		"Ana Silva met Piet Boom for talks on a ceasefire.":                                "a ceasefire",
		"Ana Silva and Piet Boom are in talks on forming a coalition.":                     "forming a coalition",
		"Ana Silva consulted Piet Boom about whether to close the border.":                 "whether to close the border",
		"Ana Silva will hold negotiations with Piet Boom over the price of gas next week.": "the price of gas",
		"Ana Silva and Piet Boom exchanged views on the crisis.":                           "the crisis",
		"Talks between Portugal and the Netherlands on a tax treaty broke down.":           "a tax treaty",
		"Ana Silva denied having spoken to Piet Boom about the contract.":                  "the contract",
		// By verbs of talk.
		"Ana Silva raised the arrest of two sailors with Piet Boom during a call.":                "the arrest of two sailors",
		"Ana Silva raised concerns about the dam with Piet Boom.":                                 "the dam",
		"In a phone call, Ana Silva and Piet Boom discussed the war in Sudan, trade and climate.": "the war in Sudan, trade and climate",
		"Ana Silva discussed with Piet Boom how to end the strike.":                               "how to end the strike",
		"Climate change was discussed by Ana Silva and Piet Boom at their meeting in Porto.":      "Climate change",
		// By what the contact was for, and what it dealt with.
		"Ana Silva and Piet Boom met in Lisbon on Monday to discuss grain exports.":              "grain exports",
		"Ana Silva and Piet Boom met to review progress on the bridge.":                          "progress on the bridge",
		"Ana Silva flew to Amsterdam to meet Piet Boom and talk about the reactor.":              "the reactor",
		"Ana Silva met Piet Boom, discussing the fate of the canal.":                             "the fate of the canal",
		"The talks between Ana Silva and Piet Boom focused on energy.":                           "energy",
		"The phone call between Ana Silva and Piet Boom covered Syria, Libya and energy prices.": "Syria, Libya and energy prices",
		"Ana Silva and Piet Boom held talks aimed at ending the strike.":                         "ending the strike",
		"Ana Silva held talks with Piet Boom to end the war in Tolvar.":                          "to end the war in Tolvar",
		"Ana Silva held a meeting with Piet Boom at which they discussed fish quotas.":           "fish quotas",
		"Ana Silva and Piet Boom held trade talks in Porto.":                                     "trade",
		// Nothing that they talked about.
		"Ana Silva phoned Piet Boom on Tuesday.":                             "",
		"Ana Silva and Piet Boom talked on the phone on Friday.":             "",
		"Ana Silva met Piet Boom over lunch on the sidelines of the summit.": "",
		"Ana Silva and Piet Boom met on the island of Texel.":                "",
		"Ana Silva and Piet Boom exchanged messages over the weekend.":       "",
		"Ana Silva and Piet Boom held crisis talks on Sunday.":               "",
		"Ana Silva met Piet Boom after the flood.":                           "",
		"Ana Silva and Piet Boom talked about it.":                           "",
	} {
		a, f := only(t, text)
		var got []string
		for _, span := range f.About {
			got = append(got, a.Slice(span))
		}
		if strings.Join(got, " / ") != want {
			t.Errorf("%s\nis about %q, want %q", text, strings.Join(got, " / "), want)
		}
	}
}
