package read

import (
	"errors"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"dateline/graph"
	"dateline/loader/lexicon"
)

// readRegister reads the rows of a register. Each is an article whose text is the row and
// whose batch has one report: that the parties were in contact.
func readRegister(f file, rows rowReader, yield func(Item) bool) {
	header, err := rows.next()
	if err != nil {
		if errors.Is(err, io.EOF) {
			err = failure(Empty, f.name, nil, "is empty")
		}
		yield(Item{Source: f.name, Err: err})
		return
	}
	header = trimmedCells(header)
	for _, column := range f.register.columns() {
		if indexOf(header, column) < 0 {
			yield(Item{Source: f.name, Err: failure(BadMetadata, f.name, nil, "has no column %q; its columns are: %s", column, strings.Join(header, ", "))})
			return
		}
	}
	for n := 2; ; n++ {
		cells, err := rows.next()
		if errors.Is(err, io.EOF) {
			return
		}
		name := f.name + ":" + strconv.Itoa(n)
		if err != nil {
			var own *Error
			if going := yield(Item{Source: name, Err: err}); !going || !errors.As(err, &own) {
				return
			}
			continue
		}
		if hasWords(cells) && !yield(guarded(name, func() Item { return readRow(name, f, header, cells) })) {
			return
		}
	}
}

func indexOf(header []string, column string) int {
	return slices.IndexFunc(header, func(h string) bool { return strings.EqualFold(h, column) })
}

// row is one row of a register with its text, in which each cell stands after the name of
// its column.
type row struct {
	mapping *Mapping
	cells   map[string]string // by column, in lower case
	starts  map[string]int    // of cells in the text, in code points
	text    strings.Builder
	runes   int
	batch   *graph.Batch
}

func readRow(name string, f file, header, cells []string) Item {
	r := &row{mapping: f.register, cells: map[string]string{}, starts: map[string]int{}, batch: &graph.Batch{}}
	for i, column := range header[:min(len(header), len(cells))] {
		r.add(column, oneLine(cells[i]))
	}
	article := &r.batch.Article
	*article = graph.Article{
		ExternalID: r.cell(f.register.ID), Publisher: first(f.register.Name, f.beside.Publisher, f.name), Title: r.title(),
		Language: defaultLanguage, Text: r.text.String(),
		Source: graph.Source{Stated: graph.SourceRegister, Location: name},
	}
	if address := r.cell(f.register.URL); isURL(address) {
		article.URL = address
	}
	key := first(article.ExternalID, article.URL, article.Text) // a row that has a number keeps its ID when it is corrected
	article.ID = graph.NewID(graph.PrefixArticle, "register", graph.Fold(article.Publisher), key)
	span, err := r.span()
	if err != nil {
		return Item{Source: name, Err: failure(BadMetadata, name, err, "has no day that can be read")}
	}
	parties := r.parties()
	if len(parties) < 2 {
		return Item{Source: name, Err: failure(NoText, name, nil, "names fewer than two parties")}
	}
	r.report(span, parties)
	return Item{Source: name, Article: *article, Batch: r.batch}
}

// add writes a cell into the text.
func (r *row) add(column, value string) {
	if value == "" {
		return
	}
	if r.runes > 0 {
		r.write("; ")
	}
	r.write(column + ": ")
	key := strings.ToLower(column)
	r.cells[key], r.starts[key] = value, r.runes
	r.write(value)
}

func (r *row) write(text string) {
	r.text.WriteString(text)
	r.runes += utf8.RuneCountInString(text)
}

func (r *row) cell(column string) string { return r.cells[strings.ToLower(column)] }

func (r *row) title() string {
	var names []string
	for _, p := range r.mapping.Parties {
		if cell := r.cell(p.Column); cell != "" {
			names = append(names, cell)
		}
	}
	title, _ := boundedField("title", strings.Join(names, " / "))
	return title
}

// span returns the time of the contact.
func (r *row) span() (*graph.TimeSpan, error) {
	text := r.cell(r.mapping.Date)
	from, err := r.mapping.time(text)
	if err != nil {
		return nil, err
	}
	if until := r.cell(r.mapping.Until); until != "" && until != text {
		to, err := r.mapping.time(until)
		if err != nil {
			return nil, err
		}
		return &graph.TimeSpan{EDTF: graph.EDTFInterval(from, to), Text: text + " – " + until}, nil
	}
	return &graph.TimeSpan{EDTF: from, Text: text}, nil
}

var slashedDay = regexp.MustCompile(`^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:\D.*)?$`)

// time reads a cell with a day, a month or a year.
func (m *Mapping) time(text string) (graph.EDTF, error) {
	text = strings.TrimSpace(text)
	if at := slashedDay.FindStringSubmatch(text); at != nil && (m.DayFirst || m.MonthFirst) {
		day, month, year := number(at[1]), number(at[2]), number(at[3])
		if m.MonthFirst {
			day, month = month, day
		}
		if len(at[3]) == 2 {
			year += 2000
		}
		if isDay(year, month, day) {
			return graph.EDTFDay(graph.NewDate(year, time.Month(month), day)), nil
		}
	}
	if day, ok := givenDay(text); ok {
		return graph.EDTFDay(day), nil
	}
	if at := monthYear.FindStringSubmatch(text); at != nil && monthOf(at[1]) > 0 {
		return graph.EDTFMonth(number(at[2]), time.Month(monthOf(at[1]))), nil
	}
	span, err := graph.ParseEDTF(text)
	if err != nil {
		return span, failure(BadMetadata, "", nil, "%q is not a day; say day_first or month_first if days are such as 03/04/2022", short(text))
	}
	return span, nil
}

var monthYear = regexp.MustCompile(`(?i)^(` + monthName + `)\s+(\d{4})$`)

// parties adds a member for each party, and returns their IDs in order, without
// repetitions.
func (r *row) parties() []string {
	var ids []string
	for _, column := range r.mapping.Parties {
		office := ""
		if column.Role != "" {
			office = r.cell(column.Role)
		}
		for _, span := range r.names(column) {
			if id := r.party(column, span, office); id != "" && !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// names returns where the names in a cell are, in code points of the text.
func (r *row) names(column PartyColumn) []graph.MentionSpan {
	cell, at := r.cell(column.Column), r.starts[strings.ToLower(column.Column)]
	parts := []string{cell}
	if column.Separator != "" {
		parts = strings.Split(cell, column.Separator)
	}
	var spans []graph.MentionSpan
	for _, part := range parts {
		if name := withoutHonorifics(strings.TrimSpace(part)); name != "" {
			lead := strings.Index(part, name)
			start := at + utf8.RuneCountInString(part[:lead])
			spans = append(spans, graph.MentionSpan{Text: name, Form: graph.MentionName, Start: start, End: start + utf8.RuneCountInString(name)})
		}
		at += utf8.RuneCountInString(part) + utf8.RuneCountInString(column.Separator)
	}
	return spans
}

var (
	titleWords = lexicon.HonorificWords(lexicon.Article)
	// postNominal matches the letters that a register puts after a name.
	postNominal = regexp.MustCompile(`(?:,?\s+(?:MP|MEP|MSP|KC|QC|PC|CBE|OBE|MBE|Esq\.?))+$`)
	// styled matches how registers address ministers.
	styled = regexp.MustCompile(`^(?i:the\s+)?(?i:rt\.?\s+hon\.?|right\s+hono(?:u)?rable|hon\.)\s+(?i:the\s+)?`)
)

// withoutHonorifics cuts what is not part of a person's name off its ends.
func withoutHonorifics(name string) string {
	name = postNominal.ReplaceAllString(styled.ReplaceAllString(name, ""), "")
	for {
		word, rest, found := strings.Cut(name, " ")
		if !found || !titleWords[strings.ToLower(strings.TrimSuffix(word, "."))] && !titleWords[strings.ToLower(word)] {
			return strings.TrimSpace(name)
		}
		name = strings.TrimSpace(rest)
	}
}

// party adds a member, or a mention to the one that has this name.
func (r *row) party(column PartyColumn, span graph.MentionSpan, office string) string {
	m := graph.Member{Name: span.Text, Mentions: []graph.MentionSpan{span}}
	switch code := stateCodes[strings.ToLower(span.Text)]; {
	case column.Kind == "person" || column.Kind == "" && looksLikePerson(span.Text):
		m.Kind = graph.KindPerson
		if office != "" {
			m.Positions = []graph.Position{{Title: office}}
		}
	case code != "":
		m.Kind, m.OrganizationKind, m.Country = graph.KindOrganization, graph.OrganizationState, code
	default:
		m.Kind, m.OrganizationKind = graph.KindOrganization, graph.OrganizationOther
	}
	return r.member(m)
}

func (r *row) member(m graph.Member) string {
	m.ID = graph.MemberID(r.batch.Article.ID, m.Kind, graph.Fold(m.Name))
	for i := range r.batch.Members {
		if known := &r.batch.Members[i]; known.ID == m.ID {
			known.Mentions = append(known.Mentions, m.Mentions...)
			return m.ID
		}
	}
	r.batch.Members = append(r.batch.Members, m)
	return m.ID
}

// looksLikePerson reports whether a name begins with a given name.
func looksLikePerson(name string) bool {
	words := strings.Fields(name)
	return len(words) >= 2 && len(words) <= 4 && givenNames[words[0]]
}

var (
	stateCodes = codesOfStates()
	givenNames = setOfGivenNames()
)

func codesOfStates() map[string]string {
	codes := map[string]string{}
	for _, s := range lexicon.States() {
		if s.Region {
			continue
		}
		for _, name := range append([]string{s.Name}, s.Others...) {
			codes[strings.ToLower(name)] = s.Code
		}
	}
	return codes
}

func setOfGivenNames() map[string]bool {
	set := map[string]bool{}
	for _, n := range lexicon.FirstNames() {
		set[n.Name] = true
	}
	return set
}

// meansWords are what cells say of the means of a contact, best first.
var meansWords = []struct {
	words *regexp.Regexp
	means graph.Means
}{
	{regexp.MustCompile(`(?i)\b(?:calls?|phone|telephone|teleconference|video|zoom|teams|webex|virtual|skype)\b`), graph.MeansCall},
	{regexp.MustCompile(`(?i)\b(?:letters?|e-?mails?|correspondence|text|message|fax|whatsapp|written)\b`), graph.MeansMessage},
	{regexp.MustCompile(`(?i)\b(?:visits?|tour|hospitality)\b`), graph.MeansVisit},
	{regexp.MustCompile(`(?i)\b(?:meetings?|met|face|person|lunch|dinner|breakfast|roundtable|round-table|reception)\b`), graph.MeansMeeting},
	{regexp.MustCompile(`(?i)\b(?:talks|negotiations?|consultations?)\b`), graph.MeansTalks},
}

func (r *row) means() graph.Means {
	cell := r.cell(r.mapping.Means)
	for word, means := range r.mapping.Words {
		if strings.EqualFold(word, cell) {
			return means
		}
	}
	for _, m := range meansWords {
		if m.words.MatchString(cell) {
			return m.means
		}
	}
	return r.mapping.Default
}

// report adds what the row says. Its quote is the whole row.
func (r *row) report(span *graph.TimeSpan, parties []string) {
	article := &r.batch.Article
	report := graph.Report{
		ArticleID: article.ID, Type: graph.EventContact, Means: r.means(), Status: graph.StatusAsserted, Time: span,
		Quote: article.Text, End: r.runes, Confidence: 1, Stated: graph.SourceRegister,
	}
	for _, id := range parties {
		report.Participants = append(report.Participants, graph.Participation{EntityID: id, Role: graph.RoleParticipant})
	}
	if place := r.cell(r.mapping.Place); place != "" {
		report.PlaceID = r.member(graph.Member{Kind: graph.KindPlace, Name: place, Mentions: []graph.MentionSpan{r.spanOf(r.mapping.Place)}})
	}
	if topic := r.cell(r.mapping.Topic); topic != "" {
		at := r.spanOf(r.mapping.Topic)
		report.About = []graph.Passage{{ArticleID: article.ID, Text: topic, Start: at.Start, End: at.End}}
	}
	if source := r.cell(r.mapping.Source); source != "" {
		at := r.spanOf(r.mapping.Source)
		report.AttributedToIDs = []string{r.member(graph.Member{Kind: graph.KindOrganization, OrganizationKind: graph.OrganizationOther, Name: source, Mentions: []graph.MentionSpan{at}})}
	}
	report.ID = graph.ReportID(article.ID, report.Type, report.Start, report.End, "")
	r.batch.Reports = []graph.Report{report}
}

func (r *row) spanOf(column string) graph.MentionSpan {
	text, start := r.cell(column), r.starts[strings.ToLower(column)]
	return graph.MentionSpan{Text: text, Form: graph.MentionName, Start: start, End: start + utf8.RuneCountInString(text)}
}
