package statement

import (
	"strings"
)

// committing are verbs of which the progressive tells of a stance.
var committing = set("pledge promise vow maintain deny insist contend argue emphasize emphasise stress")

// statementVerbs are the verbs of speech whose subject makes a statement.
var statementVerbs = set(`say tell confirm announce add state write deny claim acknowledge declare note insist warn admit explain argue
	stress emphasize emphasise underline assert suggest remark reply respond tweet post reiterate maintain allege contend vow pledge
	promise conclude repeat affirm stipulate reason observe caution`)

func set(list string) map[string]bool {
	index := map[string]bool{}
	for _, word := range strings.Fields(list) {
		index[word] = true
	}
	return index
}
