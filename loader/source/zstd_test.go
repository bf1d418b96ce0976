package source

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// Web archives in Zstandard are read with and without a dictionary in their first frame.
func TestZstd(t *testing.T) {
	text := record("response", "http://a.example/1", answer("200 OK", "text/html", pageText)) + record("response", "http://a.example/2", answer("200 OK", "text/html", pageText))
	dictionary, err := zstd.BuildDict(zstd.BuildDictOptions{ID: 7, Contents: samplesOf(text), History: []byte(strings.Repeat(pageText, 20)), Offsets: [3]int{1, 4, 8}})
	if err != nil {
		t.Fatal(err)
	}
	frame := func(text string, options ...zstd.EOption) []byte {
		w, err := zstd.NewWriter(nil, options...)
		if err != nil {
			t.Fatal(err)
		}
		return w.EncodeAll([]byte(text), nil)
	}
	framed := func(content []byte) []byte {
		head := binary.LittleEndian.AppendUint32([]byte(dictionaryMagic), uint32(len(content)))
		return append(head, content...)
	}
	with := zstd.WithEncoderDict(dictionary)
	for name, data := range map[string][]byte{
		"one frame":           frame(text),
		"two frames":          append(frame(text[:len(text)/2]), frame(text[len(text)/2:])...),
		"a dictionary":        append(framed(dictionary), frame(text, with)...),
		"a packed dictionary": append(framed(frame(string(dictionary))), frame(text, with)...),
	} {
		var got []string
		for item := range Items(t.Context(), []string{"-"}, Options{Stdin: bytes.NewReader(data)}) {
			if item.Err != nil {
				t.Errorf("%s: %v", name, item.Err)
				continue
			}
			got = append(got, item.Known.URL)
		}
		if strings.Join(got, " ") != "http://a.example/1 http://a.example/2" {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func samplesOf(text string) [][]byte {
	var samples [][]byte
	for i := range 40 {
		samples = append(samples, []byte(text[i*3:]))
	}
	return samples
}
