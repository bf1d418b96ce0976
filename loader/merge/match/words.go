package match

import (
	"regexp"
	"strconv"
	"strings"

	"dateline/loader/merge/internal/spelling"
)

// set returns the words of a text as a set.
func set(text string) map[string]bool {
	words := map[string]bool{}
	for _, word := range strings.Fields(text) {
		words[word] = true
	}
	return words
}

// titles are folded words before or after a name that are not part of it, in several
// languages.
var titles = set(`mr mrs ms miss dr prof professor sir dame lord lady king queen prince princess sheikh shaikh shaykh sheik emir imam mullah ayatollah
president presidente prasident presidentti prezident prezydent predsjednik predsednik presedinte elnok praesident presidentas prezidents president's
minister ministre ministro premier chancellor senator governor ambassador general gen colonel col captain major lieutenant lt sgt admiral marshal
herr frau monsieur madame senor senora signor signora don dona haji hajji qari maulana mawlawi molla
prezidentas cumhurbaskani rais ra'is pan pani bishop archbishop cardinal pope saint st rev reverend father judge justice comrade chairman
llc ltd inc jr sr phd md esq`)

// filiations are words between a name and that of the father.
var filiations = set("bin ibn ben bint binti")

// formants are endings that many family names and patronymics share, so that they say
// little about the bearer.
var formants = strings.Fields("dottir sdottir son sson ovich evich ovitch ovna evna enko shvili dze ullah uddin oglu escu ovski ovsky sky ski stein berg mann opoulos ian yan")

// particles tie a name's parts together, and are often left out.
var particles = set(`al el ul ur bin ibn ben bint de da do dos das del della di du la le van von der den ter zu af av y e and the of abu`)

// legalForms match the legal form in a folded company name. Longer ones come first.
// Letters with points between them are one word by then.
var legalForms = regexp.MustCompile(`\b(` + strings.Join([]string{
	`limited liability company`, `(open|closed|public)? ?joint stock compan(y|ies)?`, `(public|private) limited company`, `private limited`,
	`gesellschaft mit beschrankter haftung`, `aktiengesellschaft`, `kommanditgesellschaft`, `societatea cu raspundere limitata`, `sociedad anonima`,
	`societe anonyme`, `societa per azioni`, `sociedade anonima`, `spolka akcyjna`, `spolka zoo`, `obshchestvo s ogranichennoy otvetstvennostyu`,
	`aktsionerno(e|ye) obshchestvo`, `sa de cv`, `sarl`, `gmbh`, `plc`, `llc`, `llp`, `lp`, `pjsc`, `ojsc`, `jsc`, `aojsc`, `ooo`, `oao`, `zao`, `pao`,
	`inc`, `incorporated`, `corp`, `corporation`, `co`, `company`, `companies`, `ltd`, `limited`, `ltda`, `limitada`, `pte`, `pty`, `pvt`, `bhd`, `sdn`,
	`ag`, `se`, `sa`, `spa`, `srl`, `nv`, `bv`, `ab`, `asa`, `oyj`, `oy`, `kg`, `kgaa`, `kk`, `sl`, `sas`, `as`, `aps`, `doo`, `dd`, `kft`, `zrt`,
}, "|") + `)\b`)

// abbreviations are short forms of words in the names of organizations.
var abbreviations = map[string]string{
	"intl": "international", "natl": "national", "assn": "association", "assoc": "association", "dept": "department", "govt": "government", "univ": "university",
	"bros": "brothers", "mfg": "manufacturing", "svcs": "services", "tech": "technology", "mgmt": "management", "min": "ministry", "fed": "federal", "hldgs": "holdings",
	"grp": "group", "ctr": "center", "centre": "center", "inst": "institute", "fdn": "foundation", "org": "organization",
}

// numbers maps number words and Roman numerals to digits.
var numbers = withRoman(map[string]string{
	"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
	"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "1st": "1", "2nd": "2", "3rd": "3", "4th": "4", "5th": "5",
})

// withRoman adds the Roman numerals below 40.
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

// nicknames are the short and foreign forms of given names, a row each.
var nicknames = spelling.IndexVariants(rowsOf(`benjamin ben benny bibi
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
`), unchanged)

// stopWords do not distinguish organizations.
var stopWords = set(`the of and for de la le du des und et y e di do da`)

// rowsOf splits a text into its lines and their words.
func rowsOf(text string) [][]string {
	var rows [][]string
	for line := range strings.Lines(text) {
		rows = append(rows, strings.Fields(line))
	}
	return rows
}

func unchanged(name string) string { return name }
