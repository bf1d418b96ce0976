package evidence

import (
	"dateline/loader/when"
)

// Times returns the time expressions of an article in their order, to be read only.
func (a *Article) Times() []when.Expression { return a.times }
