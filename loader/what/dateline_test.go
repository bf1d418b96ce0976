package what

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/loader/language/languagetest"
)

// datelineForms are how agencies and papers write where and when they write.
var datelineForms = []string{
	"OSLO – ", "OSLO: ", "Oslo — ", "OSLO (Reuters) - ", "BERGEN (AP) — ", "OSLO, Norway (AP) — ", "OSLO, March 11 (Reuters) - ",
	"OSLO, March 11 – ", "Oslo, 11 March (NTB): ", "TEHRAN, Mar. 11 (MNA) – ", "MOSCOW, March 11. /TASS/. ", "BEIJING, March 11 (Xinhua) -- ",
	"WASHINGTON D.C. – ", "PARIS/BERLIN, March 11 (Reuters) - ", "RIO DE JANEIRO, March 11, 2031 (AFP) - ", "(Reuters) - ", "[AFP] - ",
	"By Ana Silva PARIS, March 11 (Reuters) - ", "BREAKING: ", "UPDATE 2-PARIS, March 11 (Reuters) - ", "KYIV (dpa) -- ", "SEOUL, March 11 (Yonhap) -- ",
}

// leads are first sentences of news.
var leads = []string{
	"Norwegian President Otto Lund phoned French Prime Minister Ana Silva on Monday.",
	"Foreign Minister Piet Boom met Jane Orr on Tuesday.",
	"Chancellor Ewa Malik held talks with President Bo Okoro in Geneva on Monday.",
	"The president of Norway wrote to the president of Chile last week.",
	"Otto Lund and Ana Silva spoke by phone on Monday, the Norwegian government said.",
	"Peru's foreign minister, Ana Silva, will visit Chile on Friday.",
	"Prime Minister Piet Boom received envoy Jane Orr on Sunday.",
	"President Bo Okoro has called President Ewa Malik, his office said.",
	"Officials from Norway and Chile met on Monday.",
	"President Otto Lund sent a letter to Prime Minister Ana Silva on Tuesday.",
	"Norway's Otto Lund refused to meet President Bo Okoro.",
	"Senator Jane Orr told Secretary Piet Boom in a call on Monday that the port would close.",
	"Minister Ana Silva flew to Lima on Monday to meet President Bo Okoro.",
	"President Ewa Malik invited President Otto Lund to visit.",
	"French President Luc Martin spoke with Jane Orr on Wednesday about the port.",
	"Talks between Norway and Chile began on Monday.",
	"President Otto Lund met with Prime Minister Ana Silva, and later called Piet Boom.",
	"Spokesman Piet Boom said President Otto Lund had phoned Ana Silva on Sunday.",
	"Two envoys of Norway met President Bo Okoro on Monday.",
	"The Chilean president telephoned the Norwegian prime minister on Monday.",
	"Ambassador Jane Orr was summoned by the Foreign Ministry on Tuesday.",
	"King Otto of Norway received President Bo Okoro on Friday.",
	"Ewa Malik emailed Piet Boom on Monday.",
	"General Piet Boom conferred with Defense Minister Ana Silva on Monday.",
	"President Bo Okoro and his Chilean counterpart, Ana Silva, discussed trade on Monday.",
	"President Otto Lund denied that he had spoken to Ana Silva.",
	"Chile asked Norway for a meeting on Monday.",
	"“We met on Monday,” President Otto Lund said after talks with Ana Silva.",
}

// A lead is read behind a dateline as it is without one.
func TestDatelinesChangeNothing(t *testing.T) {
	pipeline := languagetest.Pipeline()
	for _, lead := range leads {
		want := summary(extract(pipeline, lead))
		for _, form := range datelineForms {
			if got := summary(extract(pipeline, form+lead)); !slices.Equal(got, want) {
				t.Errorf("%s%s:\ngot  %q\nwant %q", form, lead, got, want)
			}
		}
	}
}

// summary returns the reports of a batch with their parties and the times that they give
// themselves, in order: the day of a dateline is evidence of others.
func summary(batch *graph.Batch) []string {
	names := map[string]string{}
	for _, m := range batch.Members {
		names[m.ID] = m.Name
	}
	var found []string
	for _, r := range batch.Reports {
		line := string(r.Type) + " " + string(r.Means) + " " + string(r.Status) + " " + r.Quote
		for _, p := range r.Participants {
			line += fmt.Sprintf(", %s %s", names[p.EntityID], p.Role)
		}
		if r.Time != nil && !strings.HasSuffix(r.Time.Text, ")") {
			line += fmt.Sprint(" ", r.Time)
		}
		found = append(found, line)
	}
	slices.Sort(found)
	return found
}
