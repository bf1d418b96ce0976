package read

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"
)

// record is a JSON object or a YAML mapping that describes one article. Its numbers
// are kept as the source writes them, since a long ID does not fit a float64: as
// json.Number from JSON, as strings from YAML.
type record map[string]any

// UnmarshalJSON implements json.Unmarshaler.
func (r *record) UnmarshalJSON(data []byte) error {
	if hasManyValues(data) {
		return errManyValues
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	return decoder.Decode((*map[string]any)(r))
}

// maxValues is the most values of a record: no article has as many, and each takes some
// hundred bytes of memory.
const maxValues = 100_000

var errManyValues = fmt.Errorf("it has more than %d values", maxValues)

// hasManyValues reports whether JSON has more values than a record may have.
func hasManyValues(data []byte) bool {
	values, inText := 0, false
	for i := 0; i < len(data); i++ {
		switch data[i] {
		case '\\':
			i++
		case '"':
			inText = !inText
		case ',', '[', '{':
			if !inText {
				values++
			}
		}
	}
	return values > maxValues
}

// UnmarshalYAML implements yaml.Unmarshaler.
func (r *record) UnmarshalYAML(node *yaml.Node) error {
	numbersAsText(node)
	return node.Decode((*map[string]any)(r))
}

func numbersAsText(node *yaml.Node) {
	if tag := node.ShortTag(); node.Kind == yaml.ScalarNode && (tag == "!!int" || tag == "!!float") {
		node.Tag, node.Value = "!!str", numberText(node.Value)
	}
	for _, child := range node.Content {
		numbersAsText(child)
	}
}

// numberText returns a number as text. Spreadsheets write the ID 12 as 12.0 if
// another row has none.
func numberText(number string) string { return strings.TrimSuffix(number, ".0") }

// folded returns the record with its keys folded. If two keys fold to the same, the
// smaller one wins, so that the result does not depend on the order of the map.
func (r record) folded() record {
	out := make(record, len(r))
	written := make(map[string]string, len(r))
	for key, value := range r {
		k := foldKey(key)
		if other, taken := written[k]; taken && other < key {
			continue
		}
		out[k], written[k] = value, key
	}
	return out
}

// get returns the first value of a field that is not empty. The record must be
// folded.
func (r record) get(f field) string {
	for _, name := range fieldNames[f] {
		if value := strings.TrimSpace(plain(r[name])); value != "" {
			return value
		}
	}
	return ""
}

// plain returns a value as text: the name of an object; the items of a list, joined
// by commas.
func plain(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case json.Number:
		return numberText(v.String())
	case int64: // of TOML
		return strconv.FormatInt(v, 10)
	case time.Time:
		return v.Format(time.RFC3339)
	case map[string]any:
		folded := record(v).folded()
		for _, name := range []string{"name", "title", "value", "text", "html", "href", "url"} {
			if inner, ok := folded[name].(string); ok && inner != "" {
				return inner
			}
		}
	case []any:
		var parts []string
		for _, item := range v {
			if part := strings.TrimSpace(plain(item)); part != "" {
				parts = append(parts, part)
			}
		}
		return strings.Join(parts, ", ")
	}
	return ""
}
