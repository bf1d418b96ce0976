package graph

import "testing"

func TestArticleID(t *testing.T) {
	day := NewDate(2024, 3, 12)
	same := [][2]Article{
		{{URL: "https://www.paper.example/a/"}, {URL: "http://paper.example/a#top"}},
		{{Publisher: "The Post", Title: "Talks “resume”", Published: day, Text: "one"}, {Publisher: "the post", Title: "Talks resume", Published: day, Text: "two"}},
		{{Text: "Some  text\n"}, {Text: "Some text"}},
	}
	for _, pair := range same {
		if ArticleID(&pair[0]) != ArticleID(&pair[1]) {
			t.Errorf("%+v and %+v have different IDs", pair[0], pair[1])
		}
	}
	different := [][2]Article{
		{{URL: "https://paper.example/a"}, {URL: "https://paper.example/b"}},
		{{Publisher: "Post", Title: "Talks", Published: day}, {Publisher: "Post", Title: "Talks", Published: day.AddDays(1)}},
		{{Text: "one"}, {Text: "two"}},
		{{Publisher: "Post", Title: "Talks", Text: "one"}, {Publisher: "Post", Title: "Talks", Text: "two"}},
	}
	for _, pair := range different {
		if ArticleID(&pair[0]) == ArticleID(&pair[1]) {
			t.Errorf("%+v and %+v have one ID", pair[0], pair[1])
		}
	}
}

// Of two versions exactly one supersedes the other, unless they do not differ.
func TestSupersedes(t *testing.T) {
	short, long := Article{Text: "one"}, Article{Text: "one and more"}
	other := Article{Text: "two"}
	for _, pair := range [][2]Article{{short, long}, {short, other}, {long, other}} {
		if pair[0].Supersedes(&pair[1]) == pair[1].Supersedes(&pair[0]) {
			t.Errorf("%q and %q: not one of them", pair[0].Text, pair[1].Text)
		}
	}
	if !long.Supersedes(&short) {
		t.Error("the shorter text is kept")
	}
	if same := short; short.Supersedes(&same) {
		t.Error("a version supersedes itself")
	}
}

func TestHost(t *testing.T) {
	for url, want := range map[string]string{
		"https://www.Example.com/a?b#c": "example.com",
		"http://news.example.com:8080":  "news.example.com",
		"example.com":                   "example.com",
		"example.com?x":                 "example.com",
		"Example News":                  "",
		"A. B. Smith":                   "",
		"localhost":                     "",
		"...":                           "...",
		"":                              "",
	} {
		if got := Host(url); got != want {
			t.Errorf("Host(%q) = %q, want %q", url, got, want)
		}
	}
}
