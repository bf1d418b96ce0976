package read

import (
	"regexp"
	"strings"

	"dateline/loader/lexicon"
)

// maxFurniture is the most words of a line that is furniture by its wording.
const maxFurniture = 45

// furnitureRule recognizes a line of the site rather than the article. The pattern
// matches the whole line, in any case; most is the most words that the line can
// have.
type furnitureRule struct {
	name    string
	most    int
	pattern *regexp.Regexp
}

func rule(name string, most int, pattern string) furnitureRule {
	return furnitureRule{name, most, regexp.MustCompile(`(?i)^(?:` + pattern + `)$`)}
}

// furnitureRules apply to news sites in general. Do not add rules for a single site.
var furnitureRules = []furnitureRule{
	rule("icons", 12, `(?:share|tweet|e-?mail|print|save|bookmark|copy link|copy|send|post|pin|like|follow|listen|gift|whatsapp|facebook|twitter|x|telegram|linkedin|reddit|pinterest|messenger|viber|instagram|youtube|rss|[^\pL\pN]|on|via|this|with|friends|article|story|page|link|to|by|and|clipboard|\d)+`),
	rule("sharing", 12, `(?:share|tweet|e-?mail|print|save|recommend|send|gift)(?: this)?(?: article| story| page| post| link)?(?: on| via| with| by| to)?.{0,40}[^.]`),
	rule("listening", 10, `(?:listen|play|watch|view|see|open|show|start|expand|click|tap|scroll|swipe)(?: (?:this|the|to|now|here|more|full|all|live|in|for|as|gallery|slideshow|video|audio|photos?|images?|map|comments?|article|story|list|menu|transcript|down|up|left|right|read|see|view|listen|expand|enlarge|zoom|page|screen|mode))*\W*|listen to (?:this|the) (?:article|story).{0,30}`),
	rule("slideshow", 8, `(?:slideshow|gallery|photos?|images?|video|in pictures)(?: ?[(\[]?\d+(?: (?:of|/) \d+)?(?: (?:images?|photos?|pictures?))?[)\]]?)|\d+ ?(?:/|of) ?\d+|(?:hide|toggle|show|expand|enlarge)(?: this)? (?:caption|image|photo)|image source,?.*`),
	rule("subscribing", 40, `(?:please |why not |click (?:here )?to )?(?:subscribe|sign up|sign-up|register|join (?:us|our|thousands|more than)|become a (?:member|subscriber|supporter)|get (?:the|our|your|all the|unlimited)|stay (?:informed|up to date|ahead|connected|tuned)|never miss|don['’]t miss|receive (?:the|our)|enter your e-?mail|support (?:our|independent|us)|donate|follow|download)\b.{0,60}\b(?:newsletters?|inbox|alerts?|updates?|free|today|now|here|app|channel|membership|journalism|twitter|facebook|instagram|telegram|whatsapp|youtube|linkedin|subscription|premium|access|briefing|notifications?|us)\b.{0,80}`),
	rule("subscribing", 8, `(?:our |the |daily |weekly |morning |evening |free )*(?:newsletters?|subscribe|subscribe now|sign up|sign in|log ?in|log ?out|register|my account|create (?:an )?account|donate|support us|premium|subscribers? only|members? only|sign up (?:here|to|for)\b.{0,40}|already a (?:subscriber|member)\??.*|thank you for (?:subscribing|signing up|reading).*)!?`),
	rule("advertising", 10, `advertis(?:ement|ing|ements)s?|ad|ads|sponsored(?: content| by .*)?|paid (?:content|post|partnership)|promoted(?: content)?|article continues (?:below|after).*|story continues (?:below|after).*|continue reading(?: below.*)?|scroll (?:down )?(?:to|for).*|skip ad(?:vertisement)?|after (?:this )?(?:ad|advert|promotion).*|remove ads?|report (?:this )?ad`),
	rule("cookies", 45, `privacy notice\s*:.*|.*\b(?:we|this (?:web)?site|our (?:web)?site|our partners)\b.{0,30}\bcookies\b.*|(?:accept|reject|manage|allow)(?: all)? (?:cookies|preferences|settings)|cookie (?:policy|settings|preferences|notice)|.*\b(?:privacy policy|terms (?:of|and|&) (?:use|service|conditions))\b.*`),
	rule("rights", 40, `(?:copyright|©|\(c\)).*|.*\ball rights reserved\b.*|(?:terms|contact|contact us|about|about us|careers|help|faq|imprint|impressum|masthead|advertise|advertise with us|site ?map|accessibility|corrections|ethics policy|code of ethics|feedback|archive|e-?paper|today['’]s (?:edition|paper|newspaper|front page)|print edition|digital edition|latest edition)`),
	rule("navigation", 8, `skip to .*|(?:main )?menu|search|home|home ?page|navigation|close|back|back to (?:top|home|news)|next|previous|(?:next|previous) (?:article|story|post)|sections|more|all|live|breaking|breaking news|news in brief|loading\W*|toggle .*|go to .*|top|edition|english|change (?:language|edition)|(?:en|ru|uk|ua|fr|de|es)(?:\s*[|/]\s*(?:en|ru|uk|ua|fr|de|es))+|(?:home|news)(?:\s*[>›»/|]\s*\S+(?: \S+){0,3})+`),
	rule("comments", 14, `(?:\d+ )?comments?(?: \(?\d+\)?)?|(?:leave|post|write|add|view|read|show|hide|see|join) (?:a |the |your |all )?(?:\d+ )?(?:comments?|reply|conversation|discussion).*|(?:be the )?first to comment.*|comments are (?:closed|off|moderated).*|no comments(?: yet)?`),
	rule("tags", 30, `(?:tags?|topics?|keywords|filed under|categor(?:y|ies)|in this (?:article|story)|read more (?:on|about)|more (?:on|about)|sections?|location|country)\s*:.*`),
	rule("related", 40, `(?:related|related (?:articles?|stor(?:y|ies)|news|posts?|content|topics?|coverage|reading|links?)|read (?:more|also|next|further|on)|see also|see more|also read|also see|also on .{1,30}|more(?: on this| from .{1,30})?|recommended(?: reading| for you| articles?| stories)?|don['’]t miss|must read|must-read|latest|watch|listen|video|photos?|gallery|explainer|explained|go deeper|further reading|in depth|background|top story|editor['’]s pick)\s*[:>»→|]\s*\S.*`),
	rule("related", 12, `click here.*|list of \d+ items|list \d+ of \d+.*|end of list|explore more on .*|reuse this content|our standards\s*:.*|direct link\s*:.*|follow .{1,40}\bcoverage\b.*`),
	rule("related", 4, `related|read more|read also|read on|see also|see more|also read|read next|learn more|more here|find out more|full story|continue reading|keep reading|show more|load more|view more|read full (?:article|story)|read the full (?:article|story)|(?:read|see|view) (?:the )?original.*`),
	rule("updating", 35, `this (?:article|story|post) is (?:more than|over) .{1,30} old|(?:this|the) (?:article|story|post|report|piece|page|headline|version)(?: has been| was| is| will be|['’]s being) (?:(?:first|originally|last|being|also|since) )?(?:updated|published|amended|corrected|edited|written|produced|republished|reprinted|translated|changed|adapted|automatically|generated|developing)\b.*|(?:developing|breaking) (?:story|news).{0,60}|more (?:details )?to (?:follow|come)\.?\W*|(?:correction|clarification|editor['’]s note|update)\s*:\s*.{0,250}`),
	rule("contributors", 40, `[(\[]?(?:additional |further )?(?:reporting|writing|editing|edited|compiled|translated|produced|graphics?) by\b.{1,200}|.{1,120}\b(?:contributed (?:to (?:this|the) (?:report|story|article|piece)|reporting)|contributed)\.?|with (?:reporting|files|input|inputs|agencies|agency|additional reporting)\b.{0,80}|(?:source|via|with inputs from)\s*:\s*\S+(?: \S+){0,5}`),
	rule("contact", 16, `[^\pL\pN]*(?:subscribe|follow|join|join us|source|channel|our channel)\s*[:>→-]?\s*(?:https?://\S+|t\.me/\S+|@\w+)|(?:follow|find|contact|reach|write to|e-?mail)\b.{0,60}(?:@\w+|on (?:twitter|x|facebook|instagram|linkedin|telegram|threads|bluesky|google news)|\S+@\S+).{0,20}|(?:twitter|x|facebook|instagram|telegram|e-?mail|tel|phone|contact)\s*:\s*\S.{0,60}|@\w{1,30}|\S+@\S+\.\w+`),
	rule("embedding", 12, `pic\.twitter\.com/\w+|</?\w+[^>]{0,200}>(?:</?\w+[^>]{0,200}/?>)*\.?|view (?:this post )?on (?:instagram|twitter|x|facebook|tiktok|threads).*|a post shared by .*|(?:this )?(?:content|video|media|tweet|post) (?:is not|isn['’]t|could not|can['’]t|cannot) be? ?(?:available|displayed|loaded|played).*|your browser does not support.*|enable javascript.*|please (?:enable|turn on) (?:javascript|cookies).*`),
	rule("numbers", 6, `[\d\s.,:/|+*#_=~\-–—•·…<>()\[\]]+|\d[\d.,]*[km]?(?: (?:views?|shares?|likes?|reads?|reactions?|votes?|points?|followers?|retweets?|replies))+|[^\pL\pN]+`),
}

// tableRow matches a line of a Markdown table, or the rule below its heading.
var tableRow = regexp.MustCompile(`^\|.*|^[^|]{0,300}\|$|^[|:\s+\-]+$`)

// isFurniture reports whether a line belongs to the site, by its wording. In blocks
// extracted from a page, numbers and table rows belong to the article.
func isFurniture(text, raw string, extracted bool) bool {
	if text == "" || bareURL.MatchString(text) {
		return true
	}
	if extracted {
		return matchesFurniture(text, true)
	}
	if strings.HasPrefix(raw, "|") || strings.HasPrefix(raw, "[^") || len(text) < maxDateLine && tableRow.MatchString(raw) {
		return true
	}
	return matchesFurniture(text, false)
}

// inTables are the rules that also match cells of tables.
var inTables = map[string]bool{"numbers": true, "tags": true, "icons": true}

func matchesFurniture(text string, extracted bool) bool {
	n := len(strings.Fields(text))
	if n > maxFurniture || len(text) > 600 {
		return false
	}
	for _, rule := range furnitureRules {
		if extracted && inTables[rule.name] {
			continue
		}
		if n <= rule.most && rule.pattern.MatchString(text) {
			return true
		}
	}
	return false
}

// authorNote matches a line about the author, among the last authorNoteLines lines.
var authorNote = regexp.MustCompile(`^(?:About the author:?\s*)?\p{Lu}[\p{L}.'’\-]*(?:\s+(?:\p{Lu}[\p{L}.'’\-]*|de|van|von|bin|al)){1,4}\s+(?:is|was|has been|covers|reports|writes|works)\b.{0,60}?\b(?i:reporter|correspondent|journalist|editor(?:-at-large)?|columnist|staff writer|writer|bureau chief|contributor|research fellow|senior fellow|fellow|reports (?:on|from)|covers|writes (?:about|on|for)|professor|analyst)\b.{0,300}$`)

const authorNoteLines = 2

// insertStart and insertEnd match the lines that screen readers read out before and
// after a box within the text.
var (
	insertStart = regexp.MustCompile(`(?i)^skip (?:past|over) .{1,40}$`)
	insertEnd   = regexp.MustCompile(`(?i)^(?:after|end of) (?:.{1,40} )?(?:promotion|newsletter|box|list)$`)
)

// maxInsert is the most lines of such a box.
const maxInsert = 15

func dropInserts(lines []line) {
	for i := range lines {
		if text := lines[i].text; len(text) > 80 || !insertStart.MatchString(text) && !footHeading.MatchString(text) && !relatedTitle.MatchString(text) {
			continue
		}
		for j := i; j < min(len(lines), i+maxInsert); j++ {
			if !insertEnd.MatchString(lines[j].text) {
				continue
			}
			for k := i; k <= j; k++ {
				lines[k].kind = furniture
			}
			break
		}
	}
}

// sections are the names of a newspaper's parts.
var sections = lexicon.Sections()

func isSection(text string) bool {
	text = strings.ToLower(strings.Trim(text, " :|>›»/•-"))
	if sections[text] {
		return true
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("|/>›»•·,", r) })
	for _, part := range parts {
		if !sections[strings.TrimSpace(part)] {
			return false
		}
	}
	return len(parts) > 0
}
