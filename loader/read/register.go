package read

import (
	"errors"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
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
		r.add(column, cellText(cells[i]))
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
	contacts := r.contacts()
	if len(contacts) == 0 {
		return Item{Source: name, Err: failure(NoText, name, nil, "names fewer than two parties")}
	}
	r.report(span, contacts)
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

// cellText returns a cell on one line: lines of a cell are items of a list.
func cellText(cell string) string {
	var lines []string
	for line := range strings.Lines(cell) {
		if line = strings.TrimRight(oneLine(line), "; "); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "; ")
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
	from, err := r.mapping.times(text)
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

// contacts adds a member for each party, and returns the parties of each contact that the
// row tells of. Where one column has several names beside others with one, there is a
// contact with each of them, so that it is the same as the one that an article tells of.
func (r *row) contacts() [][]string {
	var single, several, all []string
	columns := 0
	for _, column := range r.mapping.Parties {
		ids := r.partiesIn(column, all)
		all = append(all, ids...)
		if len(ids) > 1 {
			several = ids
			columns++
		} else {
			single = append(single, ids...)
		}
	}
	switch {
	case len(all) < 2:
		return nil
	case columns != 1 || len(single) == 0:
		return [][]string{all}
	}
	var contacts [][]string
	for _, id := range several {
		contacts = append(contacts, append(slices.Clone(single), id))
	}
	return contacts
}

// partiesIn adds the members that a column names, but for those that are known, and returns
// their IDs.
func (r *row) partiesIn(column PartyColumn, known []string) []string {
	office := ""
	if column.Role != "" {
		office = r.cell(column.Role)
	}
	var ids []string
	for _, span := range r.names(column) {
		if id := r.party(column, span, office); id != "" && !slices.Contains(ids, id) && !slices.Contains(known, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// names returns where the names in a cell are, in code points of the text.
func (r *row) names(column PartyColumn) []graph.MentionSpan {
	cell, at := r.cell(column.Column), r.starts[strings.ToLower(column.Column)]
	var spans []graph.MentionSpan
	for _, part := range piecesOf(cell, column.Separator) {
		name := withoutNotes(part.text)
		if column.Kind != "organization" {
			name = withoutHonorifics(name)
		}
		if name == "" || nobody.MatchString(name) {
			continue
		}
		before, _, _ := strings.Cut(part.text, name)
		start := at + part.start + utf8.RuneCountInString(before)
		spans = append(spans, graph.MentionSpan{Text: name, Form: graph.MentionName, Start: start, End: start + utf8.RuneCountInString(name)})
	}
	return spans
}

// piece is a part of a cell that begins after so many code points.
type piece struct {
	text  string
	start int
}

// piecesOf splits a cell at its separator and at semicolons, which no name has.
func piecesOf(cell, separator string) []piece {
	var parts []piece
	start := 0
	for item := range strings.SplitSeq(cell, ";") {
		rest, at := item, start
		for separator != "" && separator != ";" {
			head, tail, found := strings.Cut(rest, separator)
			if !found {
				break
			}
			parts = append(parts, piece{head, at})
			at += utf8.RuneCountInString(head) + utf8.RuneCountInString(separator)
			rest = tail
		}
		parts = append(parts, piece{rest, at})
		start += utf8.RuneCountInString(item) + 1
	}
	return parts
}

// footnote matches the marks that a register puts behind a name or a day.
var footnote = regexp.MustCompile(`(?:\s*(?:\[\w{1,3}\]|\(\d{1,2}\)|[*†‡§¹²³⁰-⁹]))+$`)

// withoutNotes cuts the marks of footnotes off the end.
func withoutNotes(text string) string {
	return strings.TrimSpace(footnote.ReplaceAllString(strings.TrimSpace(text), ""))
}

var (
	titleWords = lexicon.HonorificWords(lexicon.Article)
	// postNominal matches the letters that a register puts after a name.
	postNominal = regexp.MustCompile(`(?:,?\s+(?:` + registerPattern("after name") + `))+$`)
	// styled matches how registers address ministers.
	styled = regexp.MustCompile(`^(?i:(?:the\s+)?(?:` + registerPattern("address") + `)\s+(?:the\s+)?)`)
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
	inOrder := personName(span.Text)
	switch code := stateCodes[strings.ToLower(span.Text)]; {
	case column.Kind == "person" || column.Kind == "" && looksLikePerson(inOrder):
		m.Kind, m.Name = graph.KindPerson, inOrder
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
	{meansPattern(graph.MeansCall), graph.MeansCall},
	{meansPattern(graph.MeansMessage), graph.MeansMessage},
	{meansPattern(graph.MeansVisit), graph.MeansVisit},
	{meansPattern(graph.MeansMeeting), graph.MeansMeeting},
	{meansPattern(graph.MeansTalks), graph.MeansTalks},
}

func meansPattern(means graph.Means) *regexp.Regexp {
	return regexp.MustCompile(`(?i)\b(?:` + registerPattern(string(means)) + `)\b`)
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

// report adds what the row says. The quote of each report is the whole row.
func (r *row) report(span *graph.TimeSpan, contacts [][]string) {
	article := &r.batch.Article
	report := graph.Report{
		ArticleID: article.ID, Type: graph.EventContact, Means: r.means(), Status: graph.StatusAsserted, Time: span,
		Quote: article.Text, End: r.runes, Confidence: 1, Stated: graph.SourceRegister,
	}
	if place := r.cell(r.mapping.Place); place != "" {
		report.PlaceID = r.member(graph.Member{Kind: graph.KindPlace, Name: place, Mentions: []graph.MentionSpan{r.spanOf(r.mapping.Place)}})
	}
	if topic, at := r.topic(); topic != "" {
		report.About = []graph.Passage{{ArticleID: article.ID, Text: topic, Start: at, End: at + utf8.RuneCountInString(topic)}}
	}
	if source := r.cell(r.mapping.Source); source != "" {
		at := r.spanOf(r.mapping.Source)
		report.AttributedToIDs = []string{r.member(graph.Member{Kind: graph.KindOrganization, OrganizationKind: graph.OrganizationOther, Name: source, Mentions: []graph.MentionSpan{at}})}
	}
	for i, parties := range contacts {
		one, key := report, ""
		if i > 0 { // a row with one contact keeps the ID that it has always had
			key = parties[len(parties)-1]
		}
		one.ID = graph.ReportID(article.ID, one.Type, one.Start, one.End, key)
		for _, id := range parties {
			one.Participants = append(one.Participants, graph.Participation{EntityID: id, Role: graph.RoleParticipant})
		}
		r.batch.Reports = append(r.batch.Reports, one)
	}
}

var (
	// nobody matches the cells of rows that tell of no meeting.
	nobody = regexp.MustCompile(`^(?i:` + registerPattern("nobody") + `)$`)
	// leadingWords matches how registers begin what a meeting was about.
	leadingWords = regexp.MustCompile(`^(?i:(?:` + registerPattern("topic") + `)\s+)`)
)

// topic returns what the contact was about, and where that begins.
func (r *row) topic() (topic string, start int) {
	cell := r.cell(r.mapping.Topic)
	lead := leadingWords.FindString(cell)
	return cell[len(lead):], r.starts[strings.ToLower(r.mapping.Topic)] + utf8.RuneCountInString(lead)
}

func (r *row) spanOf(column string) graph.MentionSpan {
	text, start := r.cell(column), r.starts[strings.ToLower(column)]
	return graph.MentionSpan{Text: text, Form: graph.MentionName, Start: start, End: start + utf8.RuneCountInString(text)}
}
