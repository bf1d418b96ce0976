package source

import (
	"fmt"
	"strings"
	"testing"
)

func TestARC(t *testing.T) {
	page := answer("200 OK", "text/html", pageText)
	text := "filedesc://a.arc 0.0.0.0 20260309100000 text/plain 76\n" + fmt.Sprintf("%-76s", "1 0 Kellby\nURL IP-address Archive-date Content-type Archive-length\n") + "\n" +
		fmt.Sprintf("http://a.example/1 1.2.3.4 20260309100000 text/html %d\n%s\n", len(page), page) +
		fmt.Sprintf("http://a.example/2 1.2.3.4 20260309100000 text/html 200 - - 0 a.arc %d\n%s\n", len(page), page) +
		"http://a.example/3 1.2.3.4 20260309100000 text/html 9000\nHTTP/1.1 200 OK\r\n"
	var got []string
	for item := range Items(t.Context(), []string{"-"}, Options{Stdin: strings.NewReader(text)}) {
		if item.Err != nil {
			got = append(got, item.Err.Error())
			continue
		}
		got = append(got, item.Known.URL)
	}
	want := "http://a.example/1|http://a.example/2|"
	if joined := strings.Join(got, "|"); !strings.HasPrefix(joined, want) || len(got) != 3 {
		t.Errorf("%q", got)
	}
}
