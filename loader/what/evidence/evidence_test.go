package evidence

import (
	"slices"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/loader/aside"
	"dateline/loader/language/languagetest"
	"dateline/loader/when"
	"dateline/loader/who"
)

// read reads a text as an article published on Tuesday 11 March 2031.
func read(t testing.TB, text string) *Article {
	t.Helper()
	article := &graph.Article{ID: graph.NewID(graph.PrefixArticle, "test"), Text: text, Published: graph.NewDate(2031, 3, 11)}
	doc := aside.Parse(languagetest.Pipeline(), text)
	return New(doc, article, when.Find(doc, article.Published), who.Find(doc, article))
}

// find returns the last token that reads word.
func find(t testing.TB, a *Article, word string) int {
	t.Helper()
	for i := len(a.Tokens) - 1; i >= 0; i-- {
		if a.Tokens[i].Text == word {
			return i
		}
	}
	t.Fatalf("no %q in %q", word, a.Text)
	return -1
}

// member returns the only member that a word stands for, the press included.
func member(t testing.TB, a *Article, word string) int {
	t.Helper()
	members := a.cast.Parties(find(t, a, word))
	if len(members) != 1 {
		t.Fatalf("%q is %d members in %q", word, len(members), a.Text)
	}
	return members[0]
}

// names joins the names of members, sorted; -1 reads as "-".
func names(a *Article, members ...int) string {
	var list []string
	for _, m := range members {
		if m < 0 {
			list = append(list, "-")
			continue
		}
		list = append(list, a.Member(m).Name)
	}
	slices.Sort(list)
	return strings.Join(list, ", ")
}
