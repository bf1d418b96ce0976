package graph

import (
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestFold(t *testing.T) {
	for _, row := range []struct{ in, want string }{
		{"", ""},
		{"Emmanuel Macron", "emmanuel macron"},
		{"  J.-Y.   Le Drian ", "j y le drian"},
		{"O'Neil", "o neil"},
		{"O’Neil", "o neil"},
		{"AT&T, Inc.", "at t inc"},
		{"Straße GROẞE", "strasse grosse"},
		{"Łukasz Żółć", "lukasz zolc"},
		{"Søren Kjær Ørsted Åse", "soren kjaer orsted ase"},
		{"Đặng Thị Thanh Hằng", "dang thi thanh hang"},
		{"IŞIK Yıldız İnönü Çağlar", "isik yildiz inonu caglar"},
		{"Přemysl Dvořák-Šťastný Ďábel", "premysl dvorak stastny dabel"},
		{"Cœur Þór Guðrún", "coeur thor gudrun"},
		{"Heydər Əliyev", "heydar aliyev"},
		{"Žižek", "zizek"},
		{"Z\u030Ciz\u030Cek", "zizek"},
		{"Ｔｏｋｙｏ ﬁne №3 x²", "tokyo fine 3 x2"},
		{"Acme™ Ltd®", "acme ltd"},
		{"ma\u00ADcron\u200B \uFEFFx", "macron x"},
		{"Володимир Зеленський Ёлка Їжак", "володимир зеленськии елка іжак"},
		{"Γιώργος Παπανδρέου ΟΔΟΣ", "γιωργοσ παπανδρεου οδοσ"},
		{"Muʿammar Taʾizz", "muammar taizz"},
		{"Лук’яненко Лукʼяненко", "лук яненко лук яненко"},
		{"習近平・国家主席", "習近平 国家主席"},
		{"नरेंद्र मोदी", "नरेंद्र मोदी"},
		{"מֹשֶׁה", "משה"},
		{"\xff\xfeA\x80b", "a b"},
		{"…—!", ""},
		{"\u0301e", "e"},
	} {
		if got := Fold(row.in); got != row.want {
			t.Errorf("Fold(%q) = %q, want %q", row.in, got, row.want)
		}
	}
}

// The independent reading is golang.org/x/text's: NFKD without combining marks,
// case folding, a space for what is neither letter nor number. Twice, as folding
// case can give a letter that decomposes.
func TestFoldAgreesWithUnicodeOnLatinGreekAndCyrillic(t *testing.T) {
	caseFold := cases.Fold()
	compared := 0
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !isFoldedScript(r) || !unicode.IsLetter(r) {
			continue
		}
		want := string(r)
		for range 2 {
			want = caseFold.String(lettersOf(norm.NFKD.String(want)))
		}
		if strings.ContainsFunc(want, isUndecomposedLatin) || !strings.ContainsFunc(want, isFoldedScript) {
			continue
		}
		compared++
		want = strings.TrimSpace(strings.NewReplacer("ʼ", " ", "ʾ", "").Replace(want))
		if got := Fold(string(r)); got != want {
			t.Errorf("Fold(%q %U) = %q, want %q", r, r, got, want)
		}
	}
	if compared < 1400 {
		t.Errorf("compared %d letters only", compared)
	}
}

func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsMark(r):
			return -1
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			return r
		}
		return ' '
	}, s)
}

// isUndecomposedLatin is true for letters on which Unicode has nothing to say and
// Fold has its own list.
func isUndecomposedLatin(r rune) bool {
	return r >= utf8.RuneSelf && unicode.Is(unicode.Latin, r)
}

func isFoldedScript(r rune) bool {
	return unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic)
}

func TestFoldLeavesOnlyASCIIOfEuropeanAndVietnameseLetters(t *testing.T) {
	onlyASCII := regexp.MustCompile(`^[a-z]+$`)
	// Letters of Old English, of phonetics and of click languages stay.
	const kept = "ƛǀǁǂǃǶǷȜȝȢȣẟ"
	for _, block := range [][2]rune{{0xC0, 0x17F}, {0x1CD, 0x233}, {0x1E00, 0x1EF9}} {
		for r := block[0]; r <= block[1]; r++ {
			folded := Fold(string(r))
			if unicode.IsLetter(r) && !strings.ContainsRune(kept, r) && !onlyASCII.MatchString(folded) {
				t.Errorf("Fold(%q %U) = %q, want ASCII letters", r, r, folded)
			}
		}
	}
}

func TestFoldTwiceChangesNothingForAnyRune(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		once := Fold("a" + string(r) + "b")
		if twice := Fold(once); twice != once {
			t.Errorf("Fold of %U: %q, then %q", r, once, twice)
		}
	}
}

func TestFoldPromises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), mixedNames).Draw(t, "s")
		folded := Fold(s)
		if twice := Fold(folded); twice != folded {
			t.Fatalf("folded twice: %q, then %q", folded, twice)
		}
		if !utf8.ValidString(folded) {
			t.Fatalf("%q is no UTF-8", folded)
		}
		if strings.TrimSpace(folded) != folded || strings.Contains(folded, "  ") {
			t.Fatalf("%q has spaces at its ends or two in a row", folded)
		}
		if decomposed := Fold(norm.NFD.String(s)); s == norm.NFC.String(s) && isEuropean(s) && decomposed != folded {
			t.Fatalf("composed %q, decomposed %q", folded, decomposed)
		}
	})
}

// isEuropean is false where a letter or mark is of a script that Fold keeps as it
// is, composed or decomposed.
func isEuropean(s string) bool {
	for _, r := range s {
		if (unicode.IsLetter(r) || unicode.IsMark(r)) && !isFoldedScript(r) && !unicode.Is(unicode.Inherited, r) {
			return false
		}
	}
	return true
}

// mixedNames draws what names are made of: letters with and without accents,
// apostrophes, hyphens, marks and bytes that are no UTF-8.
var mixedNames = rapid.Custom(func(t *rapid.T) string {
	pieces := rapid.SliceOf(rapid.SampledFrom([]string{
		"Anna", "É", "ß", "ł", "İ", "ı", "ő", "ệ", "Č", "ĳ", "ﬁ", "Ω", "ς", "Й", "ё", " ", "-", "’", "'",
		"\u0301", "\u00AD", "\u200D", "7", "½", "王", "ि", "\xff", ".",
	})).Draw(t, "pieces")
	return strings.Join(pieces, "")
})

func FuzzFold(f *testing.F) {
	f.Add("Łukasz D’Été-Öz")
	f.Add("\xff\u0301 ½ ﷺ")
	f.Fuzz(func(t *testing.T, s string) {
		once := Fold(s)
		if twice := Fold(once); twice != once {
			t.Errorf("Fold(%q) = %q, then %q", s, once, twice)
		}
	})
}

func BenchmarkFold(b *testing.B) {
	for _, name := range []string{"Emmanuel Macron", "Đặng Thị Thanh Hằng"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Fold(name)
			}
		})
	}
}
