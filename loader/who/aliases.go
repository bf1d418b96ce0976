package who

import (
	"strings"

	"dateline/graph"
)

// note counts a form under which the article mentions the figure.
func (fig *figure) note(text string, of graph.MentionForm) {
	if of == graph.MentionPronoun {
		return
	}
	fig.addForm(text, of == graph.MentionName)
}

// addForm counts a form; names and others that fold alike are one.
func (fig *figure) addForm(text string, named bool) {
	text = strings.Join(strings.Fields(text), " ")
	folded := graph.Fold(text)
	if folded == "" {
		return
	}
	for i := range fig.forms {
		if graph.Fold(fig.forms[i].text) == folded {
			fig.forms[i].count++
			fig.forms[i].named = fig.forms[i].named || named
			return
		}
	}
	fig.forms = append(fig.forms, form{text: text, count: 1, named: named})
}

// aliases returns the forms other than the name, in order of their first use.
func (fig *figure) aliases() []string {
	var aliases []string
	seen := map[string]bool{graph.Fold(fig.name): true}
	for _, f := range fig.forms {
		folded := graph.Fold(f.text)
		if !seen[folded] {
			seen[folded] = true
			aliases = append(aliases, f.text)
		}
	}
	return aliases
}
