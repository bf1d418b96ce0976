package match

import (
	"strings"
	"unicode"

	"dateline/graph"
)

// letters maps letters of other scripts to Latin ones without diacritics, as news agencies
// and the usual tables do (BGN/PCGN, ISO 233, Hunterian, Revised Romanization, Hepburn).
// What matters is that the spellings of one name come close.
var letters = romanizations()

func romanizations() map[rune]string {
	letters := map[rune]string{}
	add := func(first rune, romanized string) {
		for i, latin := range strings.Fields(romanized) {
			letters[first+rune(i)] = strings.TrimPrefix(latin, "-")
		}
	}
	pairs := func(text string) {
		fields := strings.Fields(text)
		for i := 0; i < len(fields); i += 2 {
			letters[[]rune(fields[i])[0]] = strings.TrimPrefix(fields[i+1], "-")
		}
	}
	// Cyrillic, then the letters of single languages.
	add('а', "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya")
	pairs("ё e є ye і i ї yi ґ g ў u ђ dj ј j љ lj њ nj ћ c џ dz ѓ g ќ k ѕ dz ә a ө o ү u ұ u қ k ң n ғ g һ h")
	// Greek: see digraphs for two letters that stand for one sound.
	add('α', "a v g d e z i th i k l m n x o p r s s t y f kh ps o")
	pairs("ά a έ e ή i ί i ό o ύ y ώ o ϊ i ϋ y")
	// Armenian and Georgian, in alphabetical order.
	add('ա', "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts u p k o f ev")
	add('ა', "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h")
	// Hebrew, then Arabic with the letters of Persian, Urdu, Pashto and Kurdish.
	add('א', "- b g d h v z h t i k k l m m n n s - f p ts ts k r sh t")
	pairs("ا a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z ع - غ gh ف f ق q ك k ل l م m ن n ه h و u ي i ى a ة a ء - أ a إ i آ a ؤ u ئ i")
	pairs("پ p چ ch ژ zh گ g ک k ی i ٹ t ڈ d ڑ r ں n ہ h ے e ھ h ۀ h ۆ o ێ e ڤ v ټ t ډ d ړ r ښ sh څ ts ځ dz ګ g ڼ n ې e ۍ i")
	// Devanagari; the blocks of nine other scripts of India have the same order.
	add('अ', "a a i i u u ri li e e e ai o o o au k kh g gh n ch chh j jh n t th d dh n t th d dh n n p ph b bh m y r r l l l v sh sh s h")
	add('ा', "a i i u u ri ri e e e ai o o o au -")
	pairs("ं n ँ n ः h क़ k ख़ kh ग़ g ज़ z ड़ r ढ़ r फ़ f")
	// Thai and Burmese consonants; their vowels are left out.
	add('ก', "k kh kh kh kh kh ng ch ch ch s ch y d t th th th n d t th th th n b p ph f ph f ph m y r ru l lu w s s s h l o h")
	add('က', "k kh g gh n s s z zh n n t t d d n t t d d n p p b b m y r l w th h l a")
	pairs("ာ a ါ a ိ i ီ i ု u ူ u ေ e")
	// Hiragana; katakana has the same order.
	add('ぁ', "a a i i u u e e o o ka ga ki gi ku gu ke ge ko go sa za shi ji su zu se ze so zo ta da chi ji - tsu zu te de to do na ni nu ne no ha ba pa hi bi pi fu bu pu he be pe ho bo po ma mi mu me mo ya ya yu yu yo yo ra ri ru re ro wa wa i e o n vu ka ke")
	return letters
}

// Hangul syllables are composed of these (Unicode, section 3.12).
var (
	initials = strings.Split("g,kk,n,d,tt,r,m,b,pp,s,ss,,j,jj,ch,k,t,p,h", ",")
	medials  = strings.Split("a,ae,ya,yae,eo,e,yeo,ye,o,wa,wae,oe,yo,u,wo,we,wi,yu,eu,ui,i", ",")
	finals   = strings.Split(",k,k,k,n,n,n,t,l,k,m,l,l,l,p,l,m,p,p,t,t,ng,t,t,k,t,p,t", ",")
)

var digraphs = strings.NewReplacer("μπ", "b", "Μπ", "b", "ντ", "d", "Ντ", "d", "ου", "u", "ού", "u", "Ου", "u", "γκ", "g", "τζ", "tz", "ու", "u", "дж", "j", "Дж", "j", "кс", "x")

// romanize returns a name in folded Latin letters. Characters of other scripts than those
// above stay.
func romanize(name string) string {
	var b strings.Builder
	for _, r := range digraphs.Replace(name) {
		b.WriteString(romanizeRune(unicode.ToLower(r)))
	}
	return graph.Fold(strings.ReplaceAll(b.String(), "lr", "ll")) // as Hangul has it; no other name loses by it
}

func romanizeRune(r rune) string {
	switch {
	case r >= 'ァ' && r <= 'ヶ':
		r -= 'ァ' - 'ぁ'
	case r == 'ー', r == '्', r >= 'ً' && r <= 'ْ': // a long vowel, a missing one, and Arabic points
		return ""
	case r >= 0xAC00 && r <= 0xD7A3:
		syllable := int(r - 0xAC00)
		return initials[syllable/588] + medials[syllable%588/28] + finals[syllable%28]
	case r >= 0x0980 && r <= 0x0D7F: // another script of India
		r = 0x0900 + r%0x80
	}
	if latin, ok := letters[r]; ok {
		return latin
	}
	if unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Mc, r) {
		return ""
	}
	return string(r)
}

// alphabets write vowels as Latin does. Two names in one dense script are compared as they
// are written. All other scripts leave vowels out or write them differently.
var (
	alphabets = []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Armenian, unicode.Georgian}
	dense     = []*unicode.RangeTable{unicode.Han, unicode.Hangul, unicode.Arabic}
)

// isAll reports whether all letters of a name are in the given scripts.
func isAll(name string, scripts ...*unicode.RangeTable) bool {
	for _, r := range name {
		if unicode.IsLetter(r) && !unicode.In(r, scripts...) {
			return false
		}
	}
	return true
}

// writing returns how to render two names in order to compare them, and whether one may
// leave out vowels that the other has.
func writing(a, b string) (write func(string) string, vowelless bool) {
	for _, script := range dense {
		if isAll(a, script) && isAll(b, script) {
			return graph.Fold, false
		}
	}
	return romanize, isAll(a, alphabets...) != isAll(b, alphabets...)
}
