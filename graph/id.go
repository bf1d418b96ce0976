package graph

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
	"strings"
)

// An ID names one article, report, event or entity for good. It is a hash of
// what identifies the thing, never a counter, so that the same articles give the
// same IDs wherever and in whatever order they are loaded. Its prefix tells the
// kind of thing.
const (
	PrefixArticle      = "art"
	PrefixReport       = "rep"
	PrefixEvent        = "evt"
	PrefixPerson       = "per"
	PrefixOrganization = "org"
	PrefixPlace        = "pla"
)

// idLetters of 5 bits each: 100 bits of the hash, beyond chance collision.
const idLetters = 20

// NewID hashes parts into an ID with the prefix. Parts are kept apart by their
// length, so ("ab", "c") and ("a", "bc") differ.
func NewID(prefix string, parts ...string) string {
	hash := sha256.New()
	var size [8]byte
	for _, part := range parts {
		binary.BigEndian.PutUint64(size[:], uint64(len(part)))
		hash.Write(size[:])
		hash.Write([]byte(part))
	}
	letters := base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(hash.Sum(nil))
	return prefix + "_" + strings.ToLower(letters[:idLetters])
}

// PrefixOf returns the part of an ID that tells its kind, or "" where it has none.
func PrefixOf(id string) string {
	prefix, _, found := strings.Cut(id, "_")
	if !found {
		return ""
	}
	return prefix
}

// EventIDOf returns the event ID that a report stands for: the event of several
// reports bears the smallest of theirs, and each of them keeps finding it.
func EventIDOf(reportID string) string {
	return PrefixEvent + strings.TrimPrefix(reportID, PrefixReport)
}

// ReportIDOf is the reverse of EventIDOf.
func ReportIDOf(eventID string) string {
	return PrefixReport + strings.TrimPrefix(eventID, PrefixEvent)
}
