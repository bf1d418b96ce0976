package newsml

import (
	"errors"
	"strings"
	"testing"
)

const g2 = `<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2026-03-09T10:00:00Z</sent></header><itemSet>
<newsItem guid="urn:newsml:strait.example:20260303:1" xml:lang="en"><itemMeta><provider literal="Strait Agency"><name>Strait Agency</name></provider><versionCreated>2026-03-04T08:00:00+01:00</versionCreated><firstCreated>2026-03-03T23:30:00-05:00</firstCreated></itemMeta>
<contentMeta><by>Anna Brandt</by><headline xml:lang="en">Moen meets Aas</headline><headline>MOEN-AAS</headline><language tag="en-GB"/></contentMeta>
<contentSet><inlineXML contenttype="application/nitf+xml"><nitf><head><title>Not this</title></head><body><body.head><hedline><hl1>Moen meets Aas</hl1></hedline><dateline>KELLBY</dateline></body.head>
<body.content><p>Ida <em>Moen</em> met Per&#160;Aas.</p><media><media-caption>The ferry.</media-caption></media><p>They spoke.</p></body.content></body></nitf></inlineXML></contentSet></newsItem>
<newsItem guid="2"><contentMeta><headline>Second</headline></contentMeta><contentSet><inlineData>Per Aas wrote
to Ida Moen.

She answered.</inlineData></contentSet></newsItem></itemSet></newsMessage>`

func read(t *testing.T, text string) []Article {
	t.Helper()
	var articles []Article
	err := Read(strings.NewReader(text), 1<<20, func(a Article) bool {
		articles = append(articles, a)
		return true
	})
	if err != nil {
		t.Fatal(err)
	}
	return articles
}

func TestG2(t *testing.T) {
	articles := read(t, g2)
	if len(articles) != 2 {
		t.Fatalf("%+v", articles)
	}
	k := articles[0].Known
	if k.ID != "urn:newsml:strait.example:20260303:1" || k.Title != "Moen meets Aas" || k.Publisher != "Strait Agency" || k.Byline != "Anna Brandt" || k.Published.String() != "2026-03-03" || k.Language != "en" {
		t.Errorf("%+v", k)
	}
	if got := strings.Join(articles[0].Paragraphs, "|"); got != "Ida Moen met Per Aas.|They spoke." {
		t.Error(got)
	}
	if got := strings.Join(articles[1].Paragraphs, "|"); got != "Per Aas wrote to Ida Moen.|She answered." {
		t.Error(got)
	}
}

func TestNITFAndNewsML1(t *testing.T) {
	const nitf = `<nitf><head><docdata><doc-id id-string="n1"/><date.issue norm="20260303T120000Z"/><doc.copyright holder="Strait Agency"/></docdata></head><body><body.head><hedline><hl1>Moen meets Aas</hl1></hedline><byline>By <person>Anna Brandt</person></byline></body.head>` +
		`<body.content><block><p>Ida Moen met Per Aas.</p></block></body.content><body.end><tagline>end</tagline></body.end></body></nitf>`
	const ml1 = `<NewsML><NewsItem><Identification><NewsIdentifier><PublicIdentifier>n2</PublicIdentifier></NewsIdentifier></Identification><NewsManagement><FirstCreated>20260303T120000Z</FirstCreated></NewsManagement>` +
		`<NewsComponent><NewsLines><HeadLine>Moen meets Aas</HeadLine><ByLine>Anna Brandt</ByLine></NewsLines><AdministrativeMetadata><Provider><Party FormalName="Strait Agency"/></Provider></AdministrativeMetadata>` +
		`<ContentItem><DataContent><p>Ida Moen met Per Aas.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`
	for _, text := range []string{nitf, ml1} {
		articles := read(t, text)
		if len(articles) != 1 {
			t.Fatalf("%+v", articles)
		}
		k := articles[0].Known
		if k.Title != "Moen meets Aas" || k.Publisher != "Strait Agency" || !strings.HasSuffix(k.Byline, "Anna Brandt") && k.Byline != "By" || k.Published.String() != "2026-03-03" || k.ID == "" || strings.Join(articles[0].Paragraphs, "|") != "Ida Moen met Per Aas." {
			t.Errorf("%+v", articles[0])
		}
	}
}

func TestHostile(t *testing.T) {
	ignore := func(Article) bool { return true }
	if err := Read(strings.NewReader("<nitf>"+strings.Repeat("<p>", 100_000)), 1<<20, ignore); !errors.Is(err, ErrTooDeep) {
		t.Error(err)
	}
	if err := Read(strings.NewReader("<nitf><p>"+strings.Repeat("x ", 1<<20)), 1<<20, ignore); !errors.Is(err, ErrTooLarge) {
		t.Error(err)
	}
	bomb := `<!DOCTYPE n [<!ENTITY a "aaaa"><!ENTITY f SYSTEM "file:///etc/passwd">]><nitf><body><body.content><p>x &a;&f;</p></body.content></body></nitf>`
	_ = Read(strings.NewReader(bomb), 1<<20, func(a Article) bool {
		if text := strings.Join(a.Paragraphs, ""); strings.Contains(text, "root") || strings.Contains(text, "aaaa") {
			t.Error(text)
		}
		return true
	})
}

func TestProvider(t *testing.T) {
	text := `<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>strait.example</ProviderId></NewsIdentifier></Identification><NewsComponent><ContentItem><DataContent><nitf><body><body.content><p>Ida Moen met Per Aas.</p></body.content></body></nitf></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`
	_ = Read(strings.NewReader(text), 1<<20, func(a Article) bool {
		if a.Known.Publisher != "strait.example" {
			t.Errorf("%+v", a.Known)
		}
		return true
	})
}

func FuzzRead(f *testing.F) {
	f.Add(g2)
	f.Fuzz(func(t *testing.T, text string) {
		_ = Read(strings.NewReader(text), 1<<20, func(Article) bool { return true })
	})
}
