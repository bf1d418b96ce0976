package graphtest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/graph"
)

var entityReadings = []reading{
	{"Entity", entity},
	{"Entities", entities},
	{"MentionsOf", mentionsOf},
	{"MentionsIn", mentionsIn},
	{"EntitiesIn", entitiesIn},
	{"Suggestions", suggestions},
}

var articleReadings = []reading{
	{"Articles", articles},
}

func entity(t *testing.T, c canalStore) {
	for nickname, refs := range map[string][]*graph.EntityRef{
		"varga":     {ref(c.ID("varga")), ref(c.ID("tolls/varga")), ref(c.ID("plans/varga")), named("Ilse Varga"), named("VARGA"), named("Minister  Varga")},
		"lindqvist": {named("Zoë Lindqvist"), named("Zoe\u0308 Lindqvist"), named("zoe lindqvist"), ref(c.ID("courier/lindqvist"))},
		"oneil":     {named("o'neil"), named("O’Neil"), named("Pádraig O'Neil (Jr.)"), named("padraig o neil jr")},
		"diplomat":  {ref(c.ID("diplomat")), named("a Tolvari diplomat")},
		"authority": {named("ac/dc"), named("sill canal AUTHORITY")},
		"marenia":   {inCountry("XM")},
		"tolvar":    {inCountry("XT")},
		"lockhaven": {named("lockhaven"), ref(c.ID("plans/lockhaven"))},
	} {
		for _, r := range refs {
			got, err := c.Entity(t.Context(), *r)
			if err != nil {
				t.Errorf("Entity(%+v): %v", *r, err)
				continue
			}
			diff(t, fmt.Sprintf("Entity(%+v)", *r), c.shown(nickname), viewEntity(got))
		}
	}
	for _, r := range []*graph.EntityRef{
		named("Nobody at All"), named("Ilse"), named("Varga Ilse"), named("%"), named("*"), named("!?"), named("'; --"),
		inCountry("FR"), ref("no ID"), ref(graph.NewID(graph.PrefixPerson, "none")), ref(c.ID("call")), ref(c.ID("tolls")), ref(c.ID("tolls/call")), ref("Ilse Varga"),
	} {
		_, err := c.Entity(t.Context(), *r)
		wantError(t, fmt.Sprintf("Entity(%+v)", *r), err, graph.ErrNotFound)
	}
}

func entities(t *testing.T, c canalStore) {
	for asked, want := range map[string]string{
		"":                    "diplomat okonedo bulletin varga lockhaven marenia oneil authority tolvar lindqvist",
		"var":                 "varga",
		"ilse var":            "varga",
		"VARGA il":            "varga",
		"ils varga":           "",
		"minister ilse":       "",
		"minister v":          "varga",
		"o":                   "okonedo oneil",
		"O'N":                 "oneil",
		"tolvar":              "diplomat tolvar",
		"l":                   "lockhaven lindqvist",
		"Zoé":                 "lindqvist",
		"AC/DC":               "authority",
		"authority canal":     "authority",
		"(jr":                 "oneil",
		"nobody":              "",
		"%":                   "",
		"_":                   "",
		"*":                   "",
		"var*":                "varga",
		"\"ilse varga\"":      "varga",
		"il\x00se":            "",
		"varga OR okonedo":    "",
		"name:varga":          "",
		"treaty":              "",
		"👩‍⚖️":                "",
		"ferry bulletin!":     "bulletin",
		"ferry bulletin extr": "",
	} {
		page, err := c.Entities(t.Context(), graph.EntityQuery{Name: asked, PageRequest: graph.PageRequest{Total: true}})
		if err != nil {
			t.Errorf("Entities(%q): %v", asked, err)
			continue
		}
		diff(t, fmt.Sprintf("Entities(%q)", asked), want, names(c, page.Nodes))
		diff(t, fmt.Sprintf("Total of Entities(%q)", asked), len(strings.Fields(want)), page.Total)
	}
	for asked, want := range map[string]string{"tolvar": "tolvar", "tolvari": ""} {
		page, err := c.Entities(t.Context(), graph.EntityQuery{Name: asked, Named: true})
		if err != nil {
			t.Fatal(err)
		}
		diff(t, fmt.Sprintf("named Entities(%q)", asked), want, names(c, page.Nodes))
	}
	all, err := c.Entities(t.Context(), graph.EntityQuery{PageRequest: graph.PageRequest{Total: true}})
	if err != nil {
		t.Fatal(err)
	}
	named, err := c.Entities(t.Context(), graph.EntityQuery{Named: true, PageRequest: graph.PageRequest{Total: true}})
	if err != nil {
		t.Fatal(err)
	}
	diff(t, "Total of named Entities", all.Total-1, named.Total)
	page, err := c.Entities(t.Context(), graph.EntityQuery{Name: "bram"})
	if err != nil {
		t.Fatal(err)
	}
	diff(t, "an entity in full", []any{c.shown("okonedo")}, viewEach(page.Nodes, viewEntity))
}

func mentionsOf(t *testing.T, c canalStore) {
	// Mentions as article:text, of each article in the order of its text.
	inText := map[string][]string{
		"varga": {"tolls:Ilse Varga", "tolls:She", "denial:Varga", "courier:Varga", "treaty:Varga", "treaty:Varga",
			"undated:Ilse Varga", "plans:Varga", "plans:Varga"},
		"lockhaven": {"courier:Lockhaven", "plans:Lockhaven"},
		"oneil":     {"treaty:Pádraig O'Neil (Jr.)", "plans:O'Neil"},
		"diplomat":  {"denial:A Tolvari diplomat"},
	}
	asked := []string{"varga", "plans/oneil", "lockhaven", "diplomat", "varga"}
	ids := append(c.IDs(asked...), "no ID", c.ID("call"), graph.NewID(graph.PrefixPlace, "none"))
	pages, err := c.MentionsOf(t.Context(), ids, graph.PageRequest{Total: true})
	if err != nil {
		t.Fatal(err)
	}
	if len(pages) != len(ids) {
		t.Fatalf("%d pages for %d IDs", len(pages), len(ids))
	}
	for i, page := range pages {
		diff(t, fmt.Sprintf("Total of the mentions of ID %d", i), len(page.Nodes), page.Total)
		if i >= len(asked) {
			diff(t, "mentions of none", 0, len(page.Nodes))
			continue
		}
		nickname := strings.TrimPrefix(asked[i], "plans/")
		want := slices.Clone(inText[nickname])
		slices.SortStableFunc(want, func(a, b string) int {
			one, _, _ := strings.Cut(a, ":")
			other, _, _ := strings.Cut(b, ":")
			return strings.Compare(c.ID(one), c.ID(other))
		})
		var got []string
		for _, m := range page.Nodes {
			got = append(got, c.Name(m.Article.ID)+":"+m.Text)
			diff(t, "entity of a mention", c.shown(nickname), viewEntity(m.Entity))
			form := graph.MentionName
			switch m.Text {
			case "She":
				form = graph.MentionPronoun
			case "A Tolvari diplomat":
				form = graph.MentionNominal
			}
			diff(t, "form of "+m.Text, form, m.Form)
		}
		diff(t, "mentions of "+nickname, want, got)
	}
	none, err := c.MentionsOf(t.Context(), nil, graph.PageRequest{})
	if err != nil || len(none) != 0 {
		t.Errorf("MentionsOf nobody gave %d pages and the error %v", len(none), err)
	}
}

func mentionsIn(t *testing.T, c canalStore) {
	ids := append(c.IDs("denial", "plans"), "no ID", c.ID("call"), graph.NewID(graph.PrefixArticle, "none"), c.ID("denial"))
	pages, err := c.MentionsIn(t.Context(), ids, graph.PageRequest{Total: true})
	if err != nil {
		t.Fatal(err)
	}
	if len(pages) != len(ids) {
		t.Fatalf("%d pages for %d IDs", len(pages), len(ids))
	}
	for i, page := range pages {
		diff(t, fmt.Sprintf("Total of the mentions in ID %d", i), len(page.Nodes), page.Total)
		if i >= 2 && i < 5 {
			diff(t, "mentions in none", 0, len(page.Nodes))
			continue
		}
		// The article's own entities, in the order in which its text first names them.
		var named []string
		told := c.Batches[slices.IndexFunc(c.Batches, func(b *graph.Batch) bool { return b.Article.ID == ids[i] })]
		text := []rune(told.Article.Text)
		for j, m := range page.Nodes {
			if j > 0 && m.Start < page.Nodes[j-1].Start {
				t.Errorf("%q comes after what follows it in the text", m.Text)
			}
			diff(t, "text of a mention", string(text[m.Start:m.End]), m.Text)
			diff(t, "article of a mention", c.Name(ids[i]), c.Name(m.Article.ID))
			diff(t, "entity of a mention", c.shown(c.Name(m.Entity.NodeID())), viewEntity(m.Entity))
			if name := c.Name(m.Entity.NodeID()); !slices.Contains(named, name) {
				named = append(named, name)
			}
		}
		want := map[string]string{"denial": "okonedo varga diplomat authority", "plans": "marenia tolvar authority lindqvist okonedo varga lockhaven oneil"}
		diff(t, "who is mentioned", want[c.Name(ids[i])], strings.Join(named, " "))
	}
	none, err := c.MentionsIn(t.Context(), nil, graph.PageRequest{})
	if err != nil || len(none) != 0 {
		t.Errorf("MentionsIn nothing gave %d pages and the error %v", len(none), err)
	}
}

func entitiesIn(t *testing.T, c canalStore) {
	want := []string{
		"marenia tolvar authority lindqvist okonedo varga lockhaven oneil",
		"okonedo varga diplomat authority tolvar", // Tolvar is not mentioned, only meant
		"bulletin varga authority",
		"varga marenia okonedo",
		"", "", "",
	}
	ids := append(c.IDs("plans", "denial", "undated", "tolls"), graph.NewID(graph.PrefixArticle, "none"), "no ID", c.ID("call"))
	lists, err := c.EntitiesIn(t.Context(), ids)
	if err != nil {
		t.Fatal(err)
	}
	if len(lists) != len(want) {
		t.Fatalf("%d lists for %d IDs", len(lists), len(want))
	}
	for i, list := range lists {
		diff(t, fmt.Sprintf("entities in article %d", i), want[i], names(c, list))
	}
	diff(t, "an entity in full", c.shown("okonedo"), viewEntity(lists[1][0]))
}

func articles(t *testing.T, c canalStore) {
	for _, tc := range []struct{ publisher, published, want string }{
		{"", "", "plans treaty courier denial tolls undated"},
		{"Ferry Bulletin", "", "treaty tolls"},
		{"ferry bulletin.", "", "treaty tolls"},
		{"LOCKHAVEN COURIER", "", "plans courier"},
		{"Ferry", "", ""},
		{"", "2031-03", "courier denial tolls"},
		{"", "2031-03-07", "denial"},
		{"", "2031-03-07/..", "plans treaty courier denial"},
		{"", "../2031-03-06", "tolls"},
		{"", "1999", ""},
		{"ferry bulletin", "2031-03~", "tolls"},
		{"Tolvar Gazette", "2031-04", ""},
	} {
		q := graph.ArticleQuery{Publisher: tc.publisher, PageRequest: graph.PageRequest{Total: true}}
		if tc.published != "" {
			q.Published = graph.MustEDTF(tc.published)
		}
		page, err := c.Articles(t.Context(), q)
		if err != nil {
			t.Errorf("Articles(%q, %q): %v", tc.publisher, tc.published, err)
			continue
		}
		diff(t, fmt.Sprintf("Articles(%q, %q)", tc.publisher, tc.published), tc.want, names(c, page.Nodes))
		diff(t, fmt.Sprintf("Total of Articles(%q, %q)", tc.publisher, tc.published), len(page.Nodes), page.Total)
		for _, a := range page.Nodes {
			for _, b := range c.Batches {
				if b.Article.ID == a.ID {
					diff(t, "article in full", viewArticle(&b.Article), viewArticle(a))
				}
			}
		}
	}
}

func suggestions(t *testing.T, c canalStore) {
	for asked, want := range map[string]string{
		"Varga":               "varga", // the alias is the same
		"Vagra":               "varga",
		"Okonebo":             "okonedo",
		"Zoe Lindqist":        "lindqvist",
		"lindq":               "lindqvist",
		"the president":       "okonedo",
		"Tolvar president":    "okonedo",
		"presdient":           "okonedo",
		"foreign minister":    "varga",
		"Tolvar minister":     "",
		"canal":               "authority varga", // she is a member of its board
		"Ferri Buletin":       "bulletin",
		"Sill Cnaal":          "authority",
		"Lokhaven":            "lockhaven",
		"Nobody at All":       "",
		"":                    "",
		" … ":                 "",
		"a b c d e f g h i j": "",
	} {
		found, err := c.Suggestions(t.Context(), asked, 0)
		if err != nil {
			t.Errorf("Suggestions(%q): %v", asked, err)
			continue
		}
		var got []string
		for _, s := range found {
			got = append(got, c.Name(s.Entity.NodeID()))
		}
		diff(t, fmt.Sprintf("Suggestions(%q)", asked), want, strings.Join(got, " "))
	}
	found, err := c.Suggestions(t.Context(), "canal", 1)
	if err != nil || len(found) != 1 || found[0].Matched != "Sill Canal Authority" || found[0].Distance <= 0 {
		t.Errorf("the first suggestion for canal is %+v, error %v", found, err)
	}
	_, err = c.Suggestions(t.Context(), "Varga", -1)
	wantError(t, "Suggestions with -1", err, graph.ErrInvalid)
}
