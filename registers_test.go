package main

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/export"
)

// meeting is a row of a made-up register.
type meeting struct {
	minister, office string
	bodies           []string
	day              time.Time
	topic, form      string
}

// meetings makes rows whose names occur nowhere else. No minister has two on neighbouring
// days with one body.
func meetings(count int) []meeting {
	random := rand.New(rand.NewPCG(3, 5))
	given := []string{"Anna", "Piet", "Mira", "Jonas", "Clara", "Viktor", "Elsa", "Hugo"}
	last := []string{"Lindqvarn", "Brekstad", "Osterholt", "Varganov", "Tellenbach", "Moravek", "Hartwell-Boye", "O'Drevnik"}
	offices := []string{"Minister for Ports", "Transport Minister", "Health Minister", "Trade Minister"}
	topics := []string{"port fees", "the night ferry", "the rail link", "fishing quotas"}
	var bodies []string
	for _, name := range []string{"Borealis", "Tidewater", "Kestrin", "Northgate", "Silverlode", "Harrow", "Maplin", "Quaybrook"} {
		bodies = append(bodies, name+" Energy Ltd", name+" Foods plc", name+" Rail Group")
	}
	rows := make([]meeting, count)
	for i := range rows {
		m := i % len(given)
		random.Shuffle(len(bodies), func(i, j int) { bodies[i], bodies[j] = bodies[j], bodies[i] })
		rows[i] = meeting{
			minister: given[m] + " " + last[m], office: offices[m%len(offices)], bodies: slices.Clone(bodies[:1+i%3]),
			day: time.Date(2031, 1, 6, 0, 0, 0, 0, time.UTC).AddDate(0, 0, 2*(i/len(given))), topic: topics[random.IntN(len(topics))],
			form: []string{"Meeting", "Phone call"}[i%2],
		}
	}
	return rows
}

// written are the ways in which registers write a name and a day.
func (m *meeting) written(i int) (name, day, bodies string) {
	first, last, _ := strings.Cut(m.minister, " ")
	name = []string{m.minister, strings.ToUpper(last) + ", " + first, "Rt Hon " + m.minister + " MP", "Dr " + m.minister, last + ", " + first}[i%5]
	day = m.day.Format([]string{"02/01/2006", "2006-01-02", "2 January 2006", "02-Jan-06", "Monday 2 January 2006", "2/1/06", "Mon, 2 Jan 2006 15:04"}[i%7])
	bodies = strings.Join(m.bodies, []string{"; ", "\n", ";"}[i%3]) + []string{"", " [1]", "*", " (2)"}[i%4]
	return name, day, bodies
}

const registerMapping = `name: Register of Harbour Meetings
parties:
  - {column: Minister, kind: person, role: Office}
  - {column: Organisations, kind: organization}
date: Date
day_first: true
topic: Purpose
means: Form
id: No
`

// A thousand rows of a register and fifty articles about the same meetings: what both tell
// of is one event with both kinds of source, and what they tell differently is told.
func TestRegisterAndNews(t *testing.T) {
	const count, every = 1000, 20
	folder := t.TempDir()
	rows := meetings(count)
	var table strings.Builder
	w := csv.NewWriter(&table)
	_ = w.Write([]string{"No", "Minister", "Office", "Date", "Organisations", "Purpose", "Form", "Value (£)"})
	for i := range rows {
		m := &rows[i]
		name, day, bodies := m.written(i)
		_ = w.Write([]string{fmt.Sprintf("R%04d", i), name, m.office, day, bodies, "To discuss " + m.topic, m.form, []string{"", "Nil", "£45.20"}[i%3]})
	}
	w.Flush()
	files := map[string]string{"register.csv": table.String(), "mapping.yaml": registerMapping}
	denied := 0
	for i := 0; i < count; i += every {
		m := &rows[i+i/every%2]
		verb := map[string]string{"Meeting": "met", "Phone call": "telephoned"}[m.form]
		text := fmt.Sprintf("%s %s %s %s on %s about %s, the ministry said.", m.office, m.minister, verb, m.bodies[0], m.day.Format("2 January"), m.topic)
		if i%200 == 180 {
			denied++
			text = fmt.Sprintf("%s denied on %s that it had %s %s on %s.", m.bodies[0], m.day.AddDate(0, 0, 1).Format("Monday"), verb, m.minister, m.day.Format("2 January"))
		}
		files[fmt.Sprintf("articles/%d.txt", i)] = fmt.Sprintf("A word on %s\n\nQuay Weekly\n\n%s\n\n%s\n\nThe assembly sits again in the autumn.\n", m.topic, m.day.AddDate(0, 0, 1).Format("2 January 2006"), text)
	}
	for name, content := range files {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	store := "sqlite:" + filepath.Join(folder, "news.db")
	for _, args := range [][]string{
		{"load", filepath.Join(folder, "register.csv"), "--register", filepath.Join(folder, "mapping.yaml")}, {"load", filepath.Join(folder, "articles")},
	} {
		if code, _, log := runApp(t, append(args, "--quiet", "--store", store)...); code != exitOK {
			t.Fatalf("%v: exit code %d\n%s", args, code, log)
		}
	}
	_, people, _ := runApp(t, "who", "Hartwell-Boye", "--format", "json", "--store", store)
	if strings.Count(people, `"kind":"PERSON"`) != 1 {
		t.Errorf("one minister is several people: %s", people)
	}
	both, disputed, wrong := contactsOfBoth(t, store)
	t.Logf("%d contacts are told by both, %d of them disputed", both, disputed)
	if both < count/every*9/10 || disputed < denied-1 || wrong > 0 {
		t.Errorf("%d contacts are told by both, %d disputed, %d have a conflict of days", both, disputed, wrong)
	}
}

// contactsOfBoth counts the contacts that both a register and the news tell of, those of
// them that are disputed, and those with a conflict about the day, which nobody made.
func contactsOfBoth(t *testing.T, store string) (both, disputed, misdated int) {
	t.Helper()
	_, answer, _ := runApp(t, "contacts", "--limit", "0", "--format", "json", "--store", store)
	lines := bufio.NewScanner(strings.NewReader(answer))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var event struct {
			Status    string
			Citations []export.Citation
			Conflicts []struct{ Kind string }
		}
		if err := json.Unmarshal(lines.Bytes(), &event); err != nil {
			t.Fatal(err)
		}
		kinds := map[string]bool{}
		for _, c := range event.Citations {
			kinds[string(c.SourceKind)] = true
		}
		if kinds["NEWS"] && kinds["REGISTER"] {
			both++
			if event.Status == "DISPUTED" {
				disputed++
			}
		}
		for _, c := range event.Conflicts {
			if c.Kind == "TIME" {
				misdated++
			}
		}
	}
	return both, disputed, misdated
}
