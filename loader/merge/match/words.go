package match

import (
	"regexp"
	"strconv"
	"strings"
)

// set makes a set of the words of a text.
func set(text string) map[string]bool {
	words := map[string]bool{}
	for _, word := range strings.Fields(text) {
		words[word] = true
	}
	return words
}

// titles are words before or after a name that are not part of it, in the
// languages of many newsrooms, folded.
var titles = set(`mr mrs ms miss dr prof professor sir dame lord lady king queen prince princess sheikh shaikh shaykh sheik emir imam mullah ayatollah
president presidente prasident presidentti prezident prezydent predsjednik predsednik presedinte elnok praesident presidentas prezidents president's
minister ministre ministro premier chancellor senator governor ambassador general gen colonel col captain major lieutenant lt sgt admiral marshal
herr frau monsieur madame senor senora signor signora don dona haji hajji qari maulana mawlawi molla
prezidentas cumhurbaskani rais ra'is pan pani bishop archbishop cardinal pope saint st rev reverend father judge justice comrade chairman
llc ltd inc jr sr phd md esq`)

// filiations stand between a name and the father's.
var filiations = set("bin ibn ben bint binti")

// formants are what the family names or names after the father of many end in, so
// that they tell little.
var formants = strings.Fields("dottir sdottir son sson ovich evich ovitch ovna evna enko shvili dze ullah uddin oglu escu ovski ovsky sky ski stein berg mann opoulos ian yan")

// particles tie a name's parts together, and are left out as often as not.
var particles = set(`al el ul ur bin ibn ben bint de da do dos das del della di du la le van von der den ter zu af av y e and the of abu`)

// legalForms are what a company is in law, in folded words; the longer come first.
// Letters with points between are one word by then.
var legalForms = regexp.MustCompile(`\b(` + strings.Join([]string{
	`limited liability company`, `(open|closed|public)? ?joint stock compan(y|ies)?`, `(public|private) limited company`, `private limited`,
	`gesellschaft mit beschrankter haftung`, `aktiengesellschaft`, `kommanditgesellschaft`, `societatea cu raspundere limitata`, `sociedad anonima`,
	`societe anonyme`, `societa per azioni`, `sociedade anonima`, `spolka akcyjna`, `spolka zoo`, `obshchestvo s ogranichennoy otvetstvennostyu`,
	`aktsionerno(e|ye) obshchestvo`, `sa de cv`, `sarl`, `gmbh`, `plc`, `llc`, `llp`, `lp`, `pjsc`, `ojsc`, `jsc`, `aojsc`, `ooo`, `oao`, `zao`, `pao`,
	`inc`, `incorporated`, `corp`, `corporation`, `co`, `company`, `companies`, `ltd`, `limited`, `ltda`, `limitada`, `pte`, `pty`, `pvt`, `bhd`, `sdn`,
	`ag`, `se`, `sa`, `spa`, `srl`, `nv`, `bv`, `ab`, `asa`, `oyj`, `oy`, `kg`, `kgaa`, `kk`, `sl`, `sas`, `as`, `aps`, `doo`, `dd`, `kft`, `zrt`,
}, "|") + `)\b`)

// abbreviations are short forms of words in names of organizations.
var abbreviations = map[string]string{
	"intl": "international", "natl": "national", "assn": "association", "assoc": "association", "dept": "department", "govt": "government", "univ": "university",
	"bros": "brothers", "mfg": "manufacturing", "svcs": "services", "tech": "technology", "mgmt": "management", "min": "ministry", "fed": "federal", "hldgs": "holdings",
	"grp": "group", "ctr": "center", "centre": "center", "inst": "institute", "fdn": "foundation", "org": "organization",
}

// numbers are number words and Roman numbers, as digits.
var numbers = withRoman(map[string]string{
	"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
	"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "1st": "1", "2nd": "2", "3rd": "3", "4th": "4", "5th": "5",
})

// withRoman adds the Roman numbers below 40.
func withRoman(numbers map[string]string) map[string]string {
	for i, tens := range []string{"", "x", "xx", "xxx"} {
		for j, ones := range []string{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"} {
			if roman := tens + ones; roman != "" {
				numbers[roman] = strconv.Itoa(10*i + j)
			}
		}
	}
	return numbers
}

// nicknames are forms of one given name, a row each.
var nicknames = index(`benjamin ben benny bibi
william bill will billy liam
robert bob rob bobby
richard dick rick richie
james jim jimmy
john jack johnny ivan juan giovanni johann johannes jean ioannis jon
thomas tom tommy
edward ed ted eddie
anthony tony antonio anton antoine
joseph joe josef giuseppe jose yusuf youssef iosif
michael mike mikhail miguel michel mykhailo
alexander alex aleksandr sasha alejandro alexandre oleksandr alyaksandr aliaksandr
vladimir volodymyr uladzimir wladimir
nicholas nick nikolai mykola nicolas
peter pete pyotr petro pedro pierre
paul pavel pavlo pablo
charles charlie chuck carlos karl
andrew andy andrei andriy andres
steven steve stephen stefan
matthew matt
daniel dan danny
david dave
samuel sam
christopher chris
gregory greg
jeffrey jeff
kenneth ken
ronald ron
donald don
timothy tim
patrick pat
elizabeth liz beth betty
margaret maggie meg peggy
katherine catherine kate kathy ekaterina kateryna
susan sue
deborah debbie
jennifer jenny
theodore ted teddy
eugene gene yevgeny evgeny yevhen
sergei sergey serhiy sergii
dmitry dmitri dmytro
francis frank francisco francesco franz francois
george jorge georg georgy giorgos
henry harry hank heinrich henri enrique
frederick fred friedrich frederic
lawrence larry
leonard leo len
raymond ray
abraham abe ibrahim
moses moshe moussa musa
`)

func index(rows string) map[string][]int {
	found := map[string][]int{}
	for i, row := range strings.Split(rows, "\n") {
		for _, name := range strings.Fields(row) {
			found[name] = append(found[name], i)
		}
	}
	return found
}

func areNicknames(a, b string) bool {
	for _, x := range nicknames[a] {
		for _, y := range nicknames[b] {
			if x == y {
				return true
			}
		}
	}
	return false
}

// personWords returns the words of a person's name, as write puts them down, without
// titles, and whether there were some.
func personWords(name string, write func(string) string) (words []string, titled bool) {
	if before, after, found := strings.Cut(name, ","); found && !strings.Contains(after, ",") { // "Putin, Vladimir"
		name = after + " " + before
	}
	all := strings.Fields(write(apostrophes.Replace(parted(name))))
	for _, word := range all {
		if !titles[word] {
			words = append(words, word)
		}
	}
	if len(words) == 0 {
		return all, false
	}
	return words, len(words) < len(all)
}

var apostrophes = strings.NewReplacer("'", "", "’", "", "ʼ", "", "`", "", "‘", "")

// companyWords returns the words of an organization's name, without its legal form.
func companyWords(name string) []string {
	name = dotted.ReplaceAllStringFunc(signs.Replace(apostrophes.Replace(parted(name))), func(letters string) string {
		return strings.ReplaceAll(letters, ".", "")
	})
	plain := romanize(name)
	words := strings.Fields(legalForms.ReplaceAllString(plain, " "))
	if len(words) == 0 {
		words = strings.Fields(plain)
	}
	kept := words[:0]
	for _, word := range words {
		if stopWords[word] {
			continue
		}
		if digits, ok := numbers[word]; ok {
			word = digits
		}
		if long, ok := abbreviations[word]; ok {
			word = long
		}
		kept = append(kept, word)
	}
	return kept
}

var signs = strings.NewReplacer("&", " and ", "%ers", " percenters", "%", " percent ")

// dotted are single letters with points between: A.B.C. is one word.
var dotted = regexp.MustCompile(`\b(\pL\.)+\pL?\b`)

// joint is where a word with a capital follows another without a space.
var joint = regexp.MustCompile(`(\p{Ll})(\p{Lu}\pL)`)

// parted puts a space there: SiemensAG is Siemens AG, and GmbH stays.
func parted(name string) string { return joint.ReplaceAllString(name, "$1 $2") }

var stopWords = set(`the of and for de la le du des und et y e di do da`)

// acronym returns the first letters of words.
func acronym(words []string) string {
	var b strings.Builder
	for _, word := range words {
		b.WriteRune([]rune(word)[0])
	}
	return b.String()
}
