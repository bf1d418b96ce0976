package what

// phraseOf returns the noun phrase of a source, without what hangs on it that holds
// the cue.
func (r *reading) phraseOf(holder, cue int) tokens {
	var without []int
	for _, child := range r.Children(holder) {
		if first, last := r.Subtree(child); cue >= first && cue < last {
			without = append(without, child)
		}
	}
	return r.Below(holder, without...)
}
