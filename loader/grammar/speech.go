package grammar

// IsSpeech reports whether a token is a verb of speech.
func IsSpeech(p *Parse, i int) bool {
	return p.IsVerb(i) && SpeechVerbs[p.Lemma(i)]
}

// IsContent reports whether a clause or object is what a verb of speech says.
func IsContent(p *Parse, clause, speech int) bool {
	switch p.Dep(clause) {
	case "ccomp", "parataxis", "acl":
		return true
	case "xcomp":
		return infinitiveSpeech[p.Lemma(speech)] || p.Child(clause, "aux") < 0 && p.Tag(clause) == "VBG" || p.HasChild(clause, "having")
	case "dobj":
		return NominalSpeech[p.Lemma(speech)]
	}
	return false
}

// IsAside reports whether a verb of speech comments on the clause of a token: "Lim said"
// after it, or "as Lim said".
func IsAside(p *Parse, speech, token int) bool {
	if p.Covers(speech, token) {
		return false
	}
	if p.Dep(speech) == "parataxis" {
		return true
	}
	if p.Child(speech, "ccomp", "dobj", "xcomp") >= 0 {
		return false // "as Lim went on to ask for aid"
	}
	return p.Dep(speech) == "ccomp" && p.Child(speech, "nsubj") >= 0 && p.Child(speech, "mark") < 0 || p.HasChild(speech, "as")
}
