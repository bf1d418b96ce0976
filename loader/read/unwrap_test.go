package read

import (
	"strings"
	"testing"
)

// Elements that a site made up, and white space beside inline elements, do not take words
// with them or glue them together.
func TestWordsBesideElements(t *testing.T) {
	body := "<p>" + ferry[0] + `</p><p>Lindahl had been asked about the boats before (<x-source kind="a"><a href="https://a.example/1">letter 1</a></x-source>), and she had not answered then, her office said.</p>` +
		"<p>" + ferry[1] + "</p><blockquote><strong>Summary</strong> " + ferry[2] + "</blockquote><p>" + ferry[3] + "</p>"
	item := readHTML("page", []byte(ferryHead+"</head><body><article><h1>Ferry talks</h1>"+body+"</article></body></html>"), metadata{}, "")
	for _, words := range []string{"before (letter 1), and she", "Summary Union leader"} {
		if !strings.Contains(item.Article.Text, words) {
			t.Errorf("%q is not in\n%s", words, item.Article.Text)
		}
	}
}

// A post that an article quotes belongs to it.
func TestQuotedPost(t *testing.T) {
	post := `<div class="social-media-embed"><blockquote class="twitter-tweet"><p lang="en">I will call the owner of the night boats tomorrow, and then we shall see who is right.</p>— Anna Lindahl (@lindahl) <a href="https://twitter.com/lindahl/status/1">March 2, 2026</a></blockquote></div>`
	body := "<p>" + ferry[0] + "</p><p>" + ferry[1] + "</p>" + post + "<p>" + ferry[2] + "</p><p>" + ferry[3] + "</p>"
	item := readHTML("page", []byte(ferryHead+"</head><body><article><h1>Ferry talks</h1>"+body+"</article></body></html>"), metadata{}, "")
	if !strings.Contains(item.Article.Text, "I will call the owner of the night boats") {
		t.Errorf("%v\n%s", item.Err, item.Article.Text)
	}
}
