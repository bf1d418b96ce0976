package read

import (
	"bytes"
	"net/http"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// mostlyInvalid is the share of invalid bytes above which data is not text.
const mostlyInvalid = 0.1

var (
	bomUTF8  = []byte{0xEF, 0xBB, 0xBF}
	bomUTF16 = [][]byte{{0xFF, 0xFE}, {0xFE, 0xFF}}
)

// decode returns bytes as valid UTF-8 without a byte order mark. It reads UTF-8,
// UTF-16 with a byte order mark, and what looks like Windows-1252.
func decode(name string, data []byte) (string, []string, error) {
	if len(bytes.TrimSpace(bytes.TrimPrefix(data, bomUTF8))) == 0 {
		return "", nil, failure(Empty, name, nil, "is empty")
	}
	for _, bom := range bomUTF16 {
		if bytes.HasPrefix(data, bom) {
			return decodeUTF16(name, data)
		}
	}
	data = bytes.TrimPrefix(data, bomUTF8)
	if what := binaryKind(data); what != "" {
		return "", nil, notText(name, what)
	}
	if utf8.Valid(data) {
		return string(data), nil, nil
	}
	return decodeBroken(name, data)
}

func decodeUTF16(name string, data []byte) (string, []string, error) {
	decoder := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder()
	out, err := decoder.Bytes(data)
	if err != nil {
		return "", nil, failure(NotText, name, err, "begins like UTF-16, but is not valid UTF-16")
	}
	text := string(bytes.TrimSpace(out))
	if text == "" {
		return "", nil, failure(Empty, name, nil, "is empty")
	}
	if strings.ContainsRune(text, 0) {
		return "", nil, failure(NotText, name, nil, "contains null characters, so it is not text")
	}
	if bad := strings.Count(text, "\uFFFD"); bad > 0 {
		if float64(bad) > mostlyInvalid*float64(utf8.RuneCountInString(text)) {
			return "", nil, failure(NotText, name, nil, "begins like UTF-16, but most of it is not text")
		}
		return string(out), []string{"invalid UTF-16 replaced"}, nil
	}
	return string(out), nil, nil
}

// binaryKind says what binary data is, such as "a PDF"; "" for text.
func binaryKind(data []byte) string {
	head := data[:min(len(data), 512)]
	switch {
	case bytes.HasPrefix(head, []byte("%PDF-")):
		return "a PDF"
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return "a ZIP archive or an office document"
	case bytes.HasPrefix(head, []byte(`{\rtf`)):
		return "a Rich Text document"
	case bytes.HasPrefix(head, []byte("\xD0\xCF\x11\xE0")):
		return "an office document"
	}
	sort, _, _ := strings.Cut(http.DetectContentType(head), "/")
	switch sort {
	case "image":
		return "a picture"
	case "audio", "video":
		return "a recording"
	case "font":
		return "a font"
	}
	if bytes.IndexByte(data, 0) >= 0 {
		return "binary data"
	}
	return ""
}

// decodeBroken reads bytes that are not valid UTF-8: as Windows-1252 if they then
// look like news text, else as UTF-8 with the invalid bytes replaced.
func decodeBroken(name string, data []byte) (string, []string, error) {
	valid, invalid := countSequences(data)
	if invalid > valid {
		if text, ok := decodeWindows1252(data); ok {
			return text, []string{"read as Windows-1252"}, nil
		}
	}
	text := strings.ToValidUTF8(string(data), "\uFFFD")
	if float64(strings.Count(text, "\uFFFD")) > mostlyInvalid*float64(utf8.RuneCountInString(text)) {
		return "", nil, failure(NotText, name, nil, "is not text: too many of its bytes are not valid UTF-8")
	}
	return text, []string{"invalid UTF-8 replaced"}, nil
}

// countSequences counts the valid multi-byte characters, and the bytes that belong
// to none.
func countSequences(data []byte) (valid, invalid int) {
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && size == 1:
			invalid++
		case size > 1:
			valid++
		}
		data = data[size:]
	}
	return valid, invalid
}

// decodeWindows1252 fails if a byte has no meaning in Windows-1252, or if more than
// a tenth of the characters are not ASCII: no language that was written in it has so
// many.
func decodeWindows1252(data []byte) (string, bool) {
	high := 0
	for _, b := range data {
		switch {
		case b == 0x81, b == 0x8D, b == 0x8F, b == 0x90, b == 0x9D:
			return "", false
		case b >= 0x80:
			high++
		case b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f':
			return "", false
		}
	}
	if high*10 > len(data) {
		return "", false
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(data)
	return string(out), err == nil
}
