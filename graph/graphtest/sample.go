package graphtest

import (
	"fmt"
	"iter"
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"time"

	"dateline/graph"
)

// Size is the number of things in a sample. There are at least as many reports as events,
// and at least ten entities.
type Size struct{ Articles, Reports, Events, Entities int }

// Sizes of samples: Small for comparing stores, Medium for benchmarks that are run often,
// Large for those that show how a store scales.
var (
	Small  = Size{Articles: 14, Reports: 60, Events: 36, Entities: 20}
	Medium = Size{Articles: 2_000, Reports: 6_000, Events: 4_000, Entities: 500}
	Large  = Size{Articles: 100_000, Reports: 300_000, Events: 200_000, Entities: 20_000}
)

// Sample returns the steps that fill a store with a random graph: batches, then the
// entities of each block, then its events. The same seed and size make the same graph;
// graphs of different seeds have no IDs and no blocks in common. The popularity of
// entities and events follows Zipf's law. A sample is generated as it is read, so that a
// large one takes little memory.
func Sample(seed int64, size Size) iter.Seq[Put] {
	return func(yield func(Put) bool) {
		newSampler(seed, size).run(yield)
	}
}

// PartyNames returns the names of the most popular parties of a sample, the most popular
// first.
func PartyNames(seed int64, size Size, most int) []string {
	s := newSampler(seed, size)
	var names []string
	for _, number := range s.parties[:min(most, len(s.parties))] {
		names = append(names, s.names[number])
	}
	return names
}

// sampler makes each thing from the seed and the thing's number alone, whenever it is
// needed.
type sampler struct {
	seed uint64
	size Size
	// parties and places are the numbers of the entities that can be parties or places.
	parties, places []int
	// inArticles has the numbers of the articles that name an entity, by entity number.
	inArticles [][]int32
	// reports has the numbers of an event's reports, by event number.
	reports [][]int32
	// entityIDs are known once all batches are done.
	entityIDs []string
	// Things that are needed often: names and blocks of entities, IDs of articles.
	names, blocks, articleIDs []string
}

func newSampler(seed int64, size Size) *sampler {
	s := &sampler{
		seed: uint64(seed), size: size,
		inArticles: make([][]int32, size.Entities),
		reports:    make([][]int32, size.Events),
		entityIDs:  make([]string, size.Entities),
	}
	for number := range size.Entities {
		if kindOfNumber(number) == graph.KindPlace {
			s.places = append(s.places, number)
		} else {
			s.parties = append(s.parties, number)
		}
		s.names = append(s.names, s.newName(number))
		s.blocks = append(s.blocks, s.newBlock(number))
	}
	for number := range size.Articles {
		s.articleIDs = append(s.articleIDs, graph.ArticleID(&graph.Article{URL: s.url(number)}))
	}
	return s
}

func (s *sampler) run(yield func(Put) bool) {
	for number := range s.size.Articles {
		if !yield(Put{Batch: s.batch(number)}) {
			return
		}
	}
	entityBlocks := map[string][]int{}
	for number, articles := range s.inArticles {
		if len(articles) > 0 {
			block := s.blocks[number]
			entityBlocks[block] = append(entityBlocks[block], number)
			s.entityIDs[number] = slices.Min(s.memberIDs(number))
		}
	}
	for _, block := range slices.Sorted(maps.Keys(entityBlocks)) {
		put := Put{Block: block}
		for _, number := range entityBlocks[block] {
			put.Entities = append(put.Entities, s.entity(number))
		}
		if !yield(put) {
			return
		}
	}
	eventBlocks := map[string][]int{}
	for number := range s.size.Events {
		block := s.eventBlock(s.plan(number))
		eventBlocks[block] = append(eventBlocks[block], number)
	}
	for _, block := range slices.Sorted(maps.Keys(eventBlocks)) {
		put := Put{Block: block}
		for _, number := range eventBlocks[block] {
			put.Events = append(put.Events, s.event(number))
		}
		if !yield(put) {
			return
		}
	}
}

// dice returns the random numbers of one thing.
func (s *sampler) dice(thing string, number int) *rand.Rand {
	var salt uint64
	for _, letter := range thing {
		salt = salt*31 + uint64(letter)
	}
	return rand.New(rand.NewPCG(s.seed^salt<<32, uint64(number)))
}

func pick[T any](dice *rand.Rand, from []T) T { return from[dice.IntN(len(from))] }

// popular picks a rank with a probability of one by rank.
func popular(dice *rand.Rand, from []int) int {
	const exponent, offset = 1.2, 4
	return from[rand.NewZipf(dice, exponent, offset, uint64(len(from)-1)).Uint64()]
}

// Of ten entities seven are persons, two organizations and one is a place.
func kindOfNumber(number int) graph.EntityKind {
	switch number % 10 {
	case 9:
		return graph.KindPlace
	case 3, 6:
		return graph.KindOrganization
	}
	return graph.KindPerson
}

func (s *sampler) newBlock(number int) string {
	return fmt.Sprintf("%d %s %s", s.seed, kindOfNumber(number), graph.Fold(s.surname(number)))
}

func (s *sampler) url(number int) string {
	return fmt.Sprintf("https://sample-%d.example/%d", s.seed, number)
}

func (s *sampler) memberID(article, entity int) string {
	return graph.MemberID(s.articleIDs[article], kindOfNumber(entity), strconv.Itoa(entity))
}

func (s *sampler) memberIDs(entity int) []string {
	ids := make([]string, 0, len(s.inArticles[entity]))
	for _, article := range s.inArticles[entity] {
		ids = append(ids, s.memberID(int(article), entity))
	}
	slices.Sort(ids)
	return ids
}

// published is empty for one article in twenty.
func (s *sampler) published(article int) graph.Date {
	dice := s.dice("published", article)
	if dice.IntN(20) == 0 {
		return graph.Date{}
	}
	return graph.NewDate(2021, time.January, 1).AddDays(dice.IntN(10 * 365))
}

var publishers = []string{"Ferry Bulletin", "FERRY BULLETIN", "Lockhaven Courier", "Tolvar Gazette", "Le Phare d'Été", ""}

func (s *sampler) publisher(article int) string {
	return pick(s.dice("publisher", article), publishers)
}

// plan is what really happened. Each report has a part of it.
type plan struct {
	kind         graph.EventType
	means        graph.Means
	status       graph.Status
	participants []planned
	time         *graph.TimeSpan
	place        int // -1 for none
	source       int // -1 for none
}

type planned struct {
	entity, onBehalfOf int // -1 for none
	role               graph.Role
}

func (s *sampler) plan(event int) plan {
	dice := s.dice("event", event)
	p := plan{kind: graph.EventContact, place: -1, source: -1, time: s.time(dice), status: pick(dice, graph.Statuses())}
	if dice.IntN(3) == 0 {
		p.status = graph.StatusAsserted
	}
	first := popular(dice, s.parties)
	if dice.IntN(6) == 0 {
		p.kind = graph.EventStatement
		p.participants = []planned{{first, -1, graph.RoleSpeaker}, {popular(dice, s.parties), -1, graph.RoleAudience}}
	} else {
		p.means = pick(dice, graph.MeansKinds())
		p.participants = []planned{{first, -1, graph.RoleInitiator}}
		for range 1 + dice.IntN(2) {
			p.participants = append(p.participants, planned{popular(dice, s.parties), -1, graph.RoleRecipient})
		}
		if dice.IntN(5) == 0 {
			p.participants[dice.IntN(len(p.participants))].onBehalfOf = popular(dice, s.parties)
		}
	}
	if dice.IntN(2) == 0 {
		p.place = popular(dice, s.places)
	}
	if dice.IntN(3) == 0 {
		p.source = popular(dice, s.parties)
	}
	return p
}

// time returns times of all precisions, some of them open-ended, or none.
func (s *sampler) time(dice *rand.Rand) *graph.TimeSpan {
	from := graph.NewDate(2021, time.January, 1).AddDays(dice.IntN(10 * 365))
	day := graph.EDTFDay(from)
	later := graph.EDTFDay(from.AddDays(1 + dice.IntN(40)))
	span := &graph.TimeSpan{}
	switch dice.IntN(12) {
	case 0:
		return nil
	case 1:
		span.EDTF, span.BoundOnly = graph.EDTFInterval(graph.EDTF{}, day), dice.IntN(2) == 0
	case 2:
		span.EDTF = graph.EDTFInterval(day, graph.EDTF{})
	case 3:
		span.EDTF = graph.EDTFInterval(day, later)
	case 4:
		span.EDTF = graph.EDTFWeek(from)
	case 5:
		span.EDTF, span.Text = graph.EDTFMonth(from.Year, from.Month), "that month"
	case 6:
		span.EDTF = graph.EDTFYear(from.Year)
	case 7:
		span.EDTF = graph.EDTFSeason(from.Year, graph.Summer)
	case 8:
		span.EDTF = day.AsApproximate()
	default:
		span.EDTF, span.Text, span.Anchor = day, "the day before", from.AddDays(1)
	}
	return span
}

// entities returns the numbers of all entities of an event, each once, in order.
func (p plan) entities() []int {
	var all []int
	add := func(number int) {
		if number >= 0 && !slices.Contains(all, number) {
			all = append(all, number)
		}
	}
	for _, one := range p.participants {
		add(one.entity)
		add(one.onBehalfOf)
	}
	add(p.place)
	add(p.source)
	return all
}

// eventBlock returns the block that events of the same year and initiator share.
func (s *sampler) eventBlock(p plan) string {
	year := 0
	if p.time != nil {
		year = p.time.Earliest().Year
	}
	return fmt.Sprintf("%d %s %d %d", s.seed, p.kind, p.participants[0].entity, year)
}

// eventOf returns the event of a report. The first reports have one event each. The others
// are of popular events, or again of an event that their article has reported already.
func (s *sampler) eventOf(report int) int {
	if report < s.size.Events {
		return report
	}
	const exponent, offset, town = 1.5, 1, 64
	dice := s.dice("report", report)
	if before := report - s.size.Articles; before >= 0 && dice.IntN(4) == 0 {
		return s.eventOf(before)
	}
	around := dice.IntN(s.size.Events)
	first := around - around%town
	last := min(first+town, s.size.Events) - 1
	return first + int(rand.NewZipf(dice, exponent, offset, uint64(last-first)).Uint64())
}

// reportID returns the ID of a report. Reports are dealt out to the articles in turn.
func (s *sampler) reportID(report int) string {
	return graph.NewID(graph.PrefixReport, s.articleIDs[report%s.size.Articles], strconv.Itoa(report))
}

// batch writes an article with a sentence for each of its reports.
func (s *sampler) batch(number int) *graph.Batch {
	dice := s.dice("article", number)
	b := &graph.Batch{Article: graph.Article{
		ID: s.articleIDs[number], URL: s.url(number), Published: s.published(number), Publisher: s.publisher(number), Language: "en",
		LoadedAt: time.Date(2031, 1, 1, 0, 0, number, 1000, time.UTC),
	}}
	if !b.Article.Published.IsZero() {
		b.Article.PublishedFrom = "metadata"
	}
	if dice.IntN(8) > 0 {
		b.Article.Title = s.names[popular(dice, s.parties)] + " and the " + pick(dice, bodies)
	}
	w := &writer{members: map[int]int{}, batch: b}
	if dice.IntN(3) == 0 {
		w.write("📰 👩‍⚖️ ")
	}
	for report := number; report < s.size.Reports; report += s.size.Articles {
		s.writeReport(w, number, report)
	}
	b.Article.Text = w.text.String()
	return b
}

// writer writes a text and counts its code points.
type writer struct {
	text    strings.Builder
	at      int
	members map[int]int // index in the batch by number of entity
	batch   *graph.Batch
}

func (w *writer) write(text string) (start, end int) {
	start = w.at
	w.text.WriteString(text)
	w.at += len([]rune(text))
	return start, w.at
}

// member returns an entity's member in the article, and adds it if necessary.
func (s *sampler) member(w *writer, article, entity int) *graph.Member {
	at, ok := w.members[entity]
	if !ok {
		at = len(w.batch.Members)
		w.members[entity] = at
		w.batch.Members = append(w.batch.Members, s.newMember(article, entity))
		s.inArticles[entity] = append(s.inArticles[entity], int32(article))
	}
	return &w.batch.Members[at]
}

func (s *sampler) newMember(article, entity int) graph.Member {
	m := graph.Member{ID: s.memberID(article, entity), Kind: kindOfNumber(entity), Name: s.names[entity], Block: s.blocks[entity]}
	switch m.Kind {
	case graph.KindOrganization:
		m.OrganizationKind = pick(s.dice("kind", entity), graph.OrganizationKinds())
	case graph.KindPerson:
		m.Positions = []graph.Position{{Title: pick(s.dice("position", entity), roles)}}
	}
	return m
}

// writeReport writes the sentence of a report: who, to whom, and sometimes an aside.
func (s *sampler) writeReport(w *writer, article, number int) {
	event := s.eventOf(number)
	s.reports[event] = append(s.reports[event], int32(number))
	p, dice := s.plan(event), s.dice("sentence", number)
	r := graph.Report{
		ID: s.reportID(number), ArticleID: w.batch.Article.ID, Type: p.kind, Means: p.means, Status: p.status, Time: p.time,
		Confidence: float64(dice.IntN(101)) / 100, Block: s.eventBlock(p), Start: w.at,
	}
	if r.Status == graph.StatusDisputed {
		r.Status = pick(dice, []graph.Status{graph.StatusAsserted, graph.StatusDenied})
	}
	for i, entity := range p.entities() {
		w.write([]string{"", " met ", " with ", " of ", ", for ", ", near "}[min(i, 5)])
		member := s.member(w, article, entity)
		start, end := w.write(member.Name)
		member.Mentions = append(member.Mentions, graph.MentionSpan{Text: member.Name, Form: graph.MentionName, Start: start, End: end})
	}
	w.write(" about the ")
	about := graph.Passage{ArticleID: r.ArticleID, Text: strings.ToLower(pick(dice, bodies))}
	about.Start, about.End = w.write(about.Text)
	w.write(pick(dice, []string{".", ", at last.", " – “soon”.", " 🚢."}))
	if r.Several = dice.IntN(3) == 0; !r.Several {
		r.About, r.Qualifier = []graph.Passage{about}, pick(dice, []string{"", "first", "technical-level"})
	}
	for _, one := range p.participants {
		participation := graph.Participation{EntityID: s.memberID(article, one.entity), Role: one.role}
		if one.onBehalfOf >= 0 {
			participation.OnBehalfOfID = s.memberID(article, one.onBehalfOf)
		}
		r.Participants = append(r.Participants, participation)
	}
	if p.place >= 0 {
		r.PlaceID = s.memberID(article, p.place)
	}
	if p.source >= 0 {
		r.AttributedToIDs = []string{s.memberID(article, p.source)}
	}
	r.End = w.at
	text := []rune(w.text.String())
	r.Quote = string(text[r.Start:r.End])
	w.write(" ")
	w.batch.Reports = append(w.batch.Reports, r)
}

func (s *sampler) entity(number int) graph.Entity {
	dice := s.dice("entity", number)
	named := graph.Profile{ID: s.entityIDs[number], Name: s.names[number], Members: s.memberIDs(number)}
	if dice.IntN(2) == 0 {
		named.Country = pick(dice, states)
	}
	named.Nominal = dice.IntN(8) == 0
	switch kindOfNumber(number) {
	case graph.KindPerson:
		// Other persons of the block have the same alias.
		named.Aliases = []string{s.surname(number)}
		person := &graph.Person{Profile: named, Positions: []graph.Position{{Title: pick(s.dice("position", number), roles)}}}
		if office := popular(dice, s.parties); kindOfNumber(office) == graph.KindOrganization {
			person.Positions[0].OrganizationID = s.entityIDs[office]
		}
		return person
	case graph.KindOrganization:
		return &graph.Organization{Profile: named, Kind: pick(s.dice("kind", number), graph.OrganizationKinds())}
	default:
		return &graph.Place{Profile: named}
	}
}

func (s *sampler) event(number int) *graph.Event {
	p := s.plan(number)
	e := &graph.Event{
		Type: p.kind, Means: p.means, Status: p.status, Time: p.time, Block: s.eventBlock(p),
		Summary: fmt.Sprintf("%s, event %d of the sample.", s.names[p.participants[0].entity], number),
	}
	articles := map[string]*graph.Article{}
	for _, report := range s.reports[number] {
		article := int(report) % s.size.Articles
		id := s.reportID(int(report))
		articles[id] = &graph.Article{ID: s.articleIDs[article], Published: s.published(article), Publisher: s.publisher(article)}
		e.ReportIDs = append(e.ReportIDs, id)
	}
	sortReports(e.ReportIDs, articles)
	e.ID = graph.EventIDOf(slices.Min(e.ReportIDs))
	e.ArticleCount, e.PublisherCount = countArticles(e.ReportIDs, articles)
	for _, one := range p.participants {
		participation := graph.Participation{EntityID: s.entityIDs[one.entity], Role: one.role}
		if one.onBehalfOf >= 0 {
			participation.OnBehalfOfID = s.entityIDs[one.onBehalfOf]
		}
		e.Participants = append(e.Participants, participation)
	}
	if p.place >= 0 {
		e.PlaceID = s.entityIDs[p.place]
	}
	if dice := s.dice("about", number); dice.IntN(3) > 0 {
		topic := strings.ToLower(pick(dice, bodies))
		e.About = []graph.Passage{{ArticleID: articles[e.ReportIDs[0]].ID, Text: topic, End: len([]rune(topic))}}
		e.Several, e.Qualifier = dice.IntN(2) == 0, pick(dice, []string{"", "technical-level"})
	}
	e.DeniesPlan = p.status == graph.StatusDenied && number%2 == 0
	if p.status == graph.StatusDisputed {
		e.Conflicts = []graph.Conflict{{Kind: graph.ConflictOccurrence, Explanation: "The reports differ.",
			ReportIDs: slices.Clone(e.ReportIDs[:min(3, len(e.ReportIDs))])}}
	}
	if len(e.ReportIDs) > 1 {
		e.Merges = []graph.Merge{{Explanation: "They tell of the same parties, at one time.", ReportIDs: slices.Clone(e.ReportIDs)}}
	}
	return e
}
