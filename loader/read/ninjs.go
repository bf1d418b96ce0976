package read

import (
	"slices"
	"strings"

	"dateline/loader/newsml"
)

// ninjs is an item of news in the JSON of the IPTC, as agencies send it: versions 1, in which
// there is one body of each kind, and 2 and 3, which have lists of them.
type ninjs struct{ record }

// ninjsOf reports whether a folded record is such an item.
func ninjsOf(r record) (ninjs, bool) {
	_, hasURI := r["uri"]
	_, hasVersion := r["versioncreated"]
	_, hasBodies := r["bodies"].([]any)
	_, hasHeadlines := r["headlines"].([]any)
	return ninjs{r}, hasURI && (hasBodies || hasVersion && (hasHeadlines || len(ninjs{r}.firstBodies()) > 0))
}

// firstBodies are the names of the bodies of version 1, such as body_text and body_xhtml.
func (n ninjs) firstBodies() []string {
	var keys []string
	for key := range n.record {
		if strings.HasPrefix(key, "body") && text(n.record[key]) != "" {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys
}

func text(value any) string {
	s, isText := value.(string)
	if !isText {
		return ""
	}
	return strings.TrimSpace(s)
}

// read reads the article.
func (n ninjs) read(name string, beside metadata) Item {
	given, warnings := n.metadata()
	given = given.or(beside)
	var item Item
	switch kind, body := n.body(); {
	case body == "":
		return Item{Source: name, Warnings: warnings, Err: failure(NoText, name, nil, "has no text, as an item of pictures or sound has none")}
	case kind == "nitf":
		item = readNITF(name, body, given)
	case kind == "html":
		item = readFragment(name, []byte(body), given, "")
	default:
		item = readPlain(name, strings.ToValidUTF8(body, "\uFFFD"), 0, given, nil)
	}
	item.Warnings = append(warnings, item.Warnings...)
	return item
}

// metadata reads the metadata. The day on which an item was first created is that of
// publication, since agencies send what they write at once.
func (n ninjs) metadata() (metadata, []string) {
	r := record{
		"id": text(n.record["uri"]), "title": first(n.listed("headlines"), text(n.record["headline"]), text(n.record["headlinemain"]), text(n.record["title"])),
		"byline": first(text(n.record["by"]), text(n.record["byline"])), "language": text(n.record["language"]),
		"publisher": first(n.listed("infosources"), plain(n.record["infosource"]), plain(n.record["provider"]), plain(n.record["copyrightholder"])),
		"published": first(text(n.record["firstcreated"]), text(n.record["contentcreated"]), text(n.record["versioncreated"])),
	}
	if isURL(text(n.record["uri"])) {
		r["url"] = r["id"]
	}
	return metadataOf(r)
}

// listed returns the value or name of the main item of a list, or of its first.
func (n ninjs) listed(key string) string {
	list, _ := n.record[key].([]any)
	best := ""
	for _, item := range list {
		object, _ := item.(map[string]any)
		folded := record(object).folded()
		value := first(text(folded["value"]), text(folded["name"]))
		if best == "" || text(folded["role"]) == "main" && value != "" {
			best = value
		}
	}
	return best
}

// body returns the body that keeps paragraphs best, with its kind: "html", "nitf" or "text".
func (n ninjs) body() (kind, body string) {
	found := map[string]string{}
	list, _ := n.record["bodies"].([]any)
	for _, item := range list {
		object, _ := item.(map[string]any)
		folded := record(object).folded()
		kind := kindOfBody(text(folded["contenttype"]), text(folded["value"]))
		found[kind] = first(found[kind], text(folded["value"]))
	}
	for _, key := range n.firstBodies() {
		kind := kindOfBody("", text(n.record[key]))
		found[kind] = first(found[kind], text(n.record[key]))
	}
	if len(found) == 0 && text(n.record["type"]) == "text" {
		found["text"] = n.listed("descriptions") // all there is of a short item
	}
	for _, kind := range []string{"html", "nitf", "text"} {
		if found[kind] != "" {
			return kind, found[kind]
		}
	}
	return "", ""
}

func kindOfBody(contentType, value string) string {
	contentType = strings.ToLower(contentType)
	switch {
	case strings.Contains(contentType, "nitf"):
		return "nitf"
	case strings.Contains(contentType, "html"), contentType == "" && strings.HasPrefix(value, "<"):
		return "html"
	case contentType == "", strings.HasPrefix(contentType, "text/plain"):
		return "text"
	}
	return "other"
}

// readNITF reads the text of an item in NITF; given is its metadata.
func readNITF(name, body string, given metadata) Item {
	var item *Item
	err := newsml.Read(strings.NewReader(body), len(body), func(a newsml.Article) bool {
		own := readPlain(name, strings.Join(a.Paragraphs, "\n\n"), 0, given.or(metadata(a.Known)), nil)
		item = &own
		return false
	})
	if item == nil {
		return Item{Source: name, Err: failure(Damaged, name, err, "has a text that is not NITF")}
	}
	return *item
}
