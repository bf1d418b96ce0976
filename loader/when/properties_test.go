package when_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/language/languagetest"
	"dateline/loader/when"
)

// phrases are put together to texts: times, and words that change their meaning.
var phrases = strings.Split(`on Tuesday|last week|next month|in July|in July 2023|3 March 2021|two days later|a week ago|
the following year|early|late|mid-|the end of|since|until|by|between|and|from|to|-|2019|6/2|25/1/2026|at 3 p.m.|11:33|morning|
every Friday|for months|the third quarter|a year earlier|the 1990s|Christmas|New Year's Eve|last summer|the weekend|yesterday|
they met|they will meet|she plans to call|.|,|the vote|2,000|May|about|nearly three years|in the past three months|30 February|
the 31st|29 February|9999|1000|December 9999|a thousand years ago|900 centuries ago|one million days later|&|é|…|the 99th century|
before|after|the day after|the week of|12:99|99|0|now|recently|twice a week|the second half of|20th century|‘90s|1957-58`, "|")

func drawText(t *rapid.T) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(phrases), 0, 30).Draw(t, "phrases"), " ")
}

func drawPublished(t *rapid.T) graph.Date {
	first := graph.NewDate(1500, time.January, 1)
	return first.AddDays(rapid.IntRange(0, 800*365).Draw(t, "published"))
}

// drawn returns a random text and the expressions that Find finds in it.
func drawn(t *rapid.T, p *language.Pipeline, published graph.Date) (*language.Document, []when.Expression) {
	doc := p.Parse(drawText(t))
	return doc, when.Find(doc, published)
}

func TestExpressionsAreExactPiecesInOrder(t *testing.T) {
	p := languagetest.Pipeline()
	rapid.Check(t, func(t *rapid.T) {
		doc, found := drawn(t, p, drawPublished(t))
		runes := []rune(doc.Text)
		end := 0
		for _, e := range found {
			if e.Start < end || e.End <= e.Start {
				t.Fatalf("%q from %d to %d overlaps what ends at %d", e.Text, e.Start, e.End, end)
			}
			end = e.End
			if got := string(runes[e.Start:e.End]); got != e.Text {
				t.Fatalf("text[%d:%d] is %q, not %q", e.Start, e.End, got, e.Text)
			}
			if !strings.Contains(doc.Slice(e.Span), e.Text) {
				t.Fatalf("tokens %v are %q, without %q", e.Span, doc.Slice(e.Span), e.Text)
			}
			if e.Type == "" || e.Value == "" {
				t.Fatalf("%q has type %q and value %q", e.Text, e.Type, e.Value)
			}
		}
	})
}

func TestEarliestIsNotAfterLatest(t *testing.T) {
	p := languagetest.Pipeline()
	rapid.Check(t, func(t *rapid.T) {
		_, found := drawn(t, p, drawPublished(t))
		for _, e := range found {
			span := e.TimeSpan()
			if (span == nil) != e.EDTF.IsZero() {
				t.Fatalf("%q with EDTF %q has time span %v", e.Text, e.EDTF, span)
			}
			if span != nil && span.Earliest().After(span.Latest()) {
				t.Fatalf("%q: %v is after %v", e.Text, span.Earliest(), span.Latest())
			}
		}
	})
}

// Without a publication date nothing depends on it: what is placed has the same
// place whenever the article was published. It may be wider as the end of a range that
// is counted from the publication, and open where it would lie ahead of an article
// that speaks of the past.
func TestUnknownPublicationLeavesRelativeTimesOpen(t *testing.T) {
	p := languagetest.Pipeline()
	rapid.Check(t, func(t *rapid.T) {
		doc, open := drawn(t, p, graph.Date{})
		placed := when.Find(doc, drawPublished(t))
		if len(open) != len(placed) {
			t.Fatalf("%d expressions without a publication date, %d with", len(open), len(placed))
		}
		for i, e := range open {
			isAbsolute := placed[i].EDTF.Overlaps(e.EDTF) || placed[i].EDTF.IsZero()
			if !e.EDTF.IsZero() && !isAbsolute {
				t.Fatalf("%q of %q is %q without a publication date, %q with", e.Text, doc.Text, e.EDTF, placed[i].EDTF)
			}
		}
	})
}

func FuzzFind(f *testing.F) {
	for _, phrase := range phrases {
		f.Add(phrase, 2026, 2, 10)
	}
	f.Add("\xff\xfe Tuesday \x00", 1, 1, 1)
	f.Add(strings.Repeat("in July 2023 and ", 50), 9999, 12, 31)
	p := languagetest.Pipeline()
	f.Fuzz(func(t *testing.T, text string, y, m, d int) {
		published := graph.NewDate(y%9999+1, time.Month(m%12+1), d%31+1)
		doc := p.Parse(text)
		for _, e := range when.Find(doc, published) {
			if !utf8.ValidString(e.Text) || e.Text == "" {
				t.Errorf("text %q", e.Text)
			}
			if _, err := graph.ParseEDTF(e.EDTF.String()); err != nil && !e.EDTF.IsZero() {
				t.Error(err)
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("The envoy, who met the minister in July 2023, said on Tuesday that the two would speak again next week. ", 50)
	doc := parse(b, text)
	published := graph.NewDate(2026, time.February, 10)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		when.Find(doc, published)
	}
}
