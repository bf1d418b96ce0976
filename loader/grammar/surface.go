package grammar

import "dateline/loader/language"

// The questions of this file go by what stands on the surface, whatever the voice:
// which words a pronoun may take up depends on where they stand rather than on who
// acts.

// SurfaceSubject returns the first subject of a verb in either voice, -1 for none.
func SurfaceSubject(p *Parse, verb int) int { return p.Child(verb, "nsubj", "nsubjpass") }

// SharedSubject returns the surface subject of a verb, or of the verb whose subject it
// shares: the one that it is coordinated with or depends on ("A called and asked to
// see B"). It returns -1 if there is none.
func SharedSubject(p *Parse, verb int) int {
	for range maxShared {
		if subject := SurfaceSubject(p, verb); subject >= 0 {
			return subject
		}
		switch p.Dep(verb) {
		case "conj", "xcomp", "advcl":
			verb = p.Head(verb)
		default:
			return -1
		}
	}
	return -1
}

// maxShared bounds the verbs that share one subject. A judgement.
const maxShared = 4

// MainSubject returns the surface subject of a sentence's main clause, -1 for none.
func MainSubject(p *Parse, sentence int) int {
	span := p.Sentences[sentence]
	for i := span.Start; i < span.End; i++ {
		if p.Head(i) == i {
			return SurfaceSubject(p, i)
		}
	}
	return -1
}

// ClauseVerb returns the verb of the clause in which a token stands, the token itself
// where no verb is above it. Unlike VerbAbove it goes by parts of speech alone, so
// that a participle before a noun may be the verb.
func ClauseVerb(p *Parse, i int) int {
	for head := range p.Ancestors(i) {
		if pos := p.Tokens[head].POS; pos == "VERB" || pos == "AUX" {
			return head
		}
	}
	return i
}

// Prominence is how likely a later sentence takes up a noun phrase, by its place in its
// own: the subject hierarchy of centering theory (Grosz, Joshi and Weinstein 1995).
type Prominence int

// The values of Prominence, from the least.
const (
	NoSubject     Prominence = iota
	LowerSubject             // of a subordinate clause
	SentenceTopic            // subject of a main clause
)

// ProminenceOf returns the prominence of the noun phrase that a token heads. What is
// coordinated with a subject is one.
func ProminenceOf(p *Parse, i int) Prominence {
	for range maxShared {
		if p.Dep(i) != "conj" {
			break
		}
		i = p.Head(i)
	}
	if p.Dep(i) != "nsubj" && p.Dep(i) != "nsubjpass" {
		return NoSubject
	}
	if dep := p.Dep(p.Head(i)); dep == "ROOT" || dep == "conj" {
		return SentenceTopic
	}
	return LowerSubject
}

// SpanHead returns the last token of a span whose head is outside it: of a name, the
// word that the rest of the sentence leans on. SpanRoot returns the first.
func SpanHead(p *Parse, span language.Span) int {
	for i := span.End - 1; i >= span.Start; i-- {
		if head := p.Head(i); head < span.Start || head >= span.End || head == i {
			return i
		}
	}
	return span.End - 1
}
