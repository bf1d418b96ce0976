package graph

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
	"strings"
)

// Node is anything with an ID that stays valid: *Article, *Report, *Event, *Person,
// *Organization or *Place.
type Node interface {
	NodeID() string
}

// The prefixes of IDs, one for each kind of thing.
const (
	PrefixArticle      = "art"
	PrefixReport       = "rep"
	PrefixEvent        = "evt"
	PrefixPerson       = "per"
	PrefixOrganization = "org"
	PrefixPlace        = "pla"
	PrefixEdit         = "edt"
	PrefixReview       = "rev"
)

// idLetters of 5 bits each make 100 bits of the hash: too many for chance collisions.
const idLetters = 20

// NewID returns an ID: the prefix and a SHA-256 hash of the parts, which are what
// identifies the thing. So the same articles get the same IDs wherever and in whatever
// order they are loaded. Each part is hashed with its length: ("ab", "c") and ("a", "bc")
// differ.
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

// PrefixOf returns the prefix of an ID, or "" if it has none.
func PrefixOf(id string) string {
	prefix, _, found := strings.Cut(id, "_")
	if !found {
		return ""
	}
	return prefix
}

// EventIDOf returns the event ID that a report stands for. An event takes the smallest of
// its reports' IDs, and each of the others keeps finding it.
func EventIDOf(reportID string) string {
	return PrefixEvent + strings.TrimPrefix(reportID, PrefixReport)
}

// ReportIDOf returns the report ID that an event ID was made from by EventIDOf.
func ReportIDOf(eventID string) string {
	return PrefixReport + strings.TrimPrefix(eventID, PrefixEvent)
}
