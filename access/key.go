package access

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"strings"
	"time"
)

// Key is what is stored of an API key. The key itself is shown once, when it is made.
type Key struct {
	// ID is the part of the key that is no secret.
	ID string `json:"id"`
	// Name says whose key it is; edits show it as their author.
	Name string `json:"name"`
	Role Role   `json:"role"`
	// Hash is the SHA-256 of the secret, in hex. A secret has 260 random bits, so a hash
	// that is slow to compute would protect it no better.
	Hash    string    `json:"sha256"`
	Created time.Time `json:"created"`
	// Expires and Revoked are zero if it does not, and was not.
	Expires time.Time `json:"expires,omitzero"`
	Revoked time.Time `json:"revoked,omitzero"`
}

// A key reads dateline_ID_SECRET, so that tools which look for leaked keys can tell it.
const (
	keyPrefix = "dateline_"
	idLength  = 10
)

// newKey makes a key, and returns it with the text that its user sends.
func newKey(name string, role Role, now, expires time.Time) (key Key, text string) {
	id := strings.ToLower(rand.Text()[:idLength])
	secret := strings.ToLower(rand.Text() + rand.Text())
	key = Key{ID: id, Name: name, Role: role, Hash: hash(secret), Created: now.UTC().Truncate(time.Second)}
	if !expires.IsZero() {
		key.Expires = expires.UTC().Truncate(time.Second)
	}
	return key, keyPrefix + id + "_" + secret
}

func hash(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}

// isKey reports whether a credential looks like an API key.
func isKey(text string) bool { return strings.HasPrefix(text, keyPrefix) }

// splitKey returns the parts of a key. Of a text that is none, both may be anything.
func splitKey(text string) (id, secret string) {
	id, secret, _ = strings.Cut(strings.TrimPrefix(text, keyPrefix), "_")
	return id, secret
}

// matches compares in constant time.
func (k Key) matches(secret string) bool {
	return subtle.ConstantTimeCompare([]byte(k.Hash), []byte(hash(secret))) == 1
}

// State says whether the key can be used: "valid", "expired" or "revoked".
func (k Key) State(now time.Time) string {
	switch {
	case !k.Revoked.IsZero():
		return "revoked"
	case !k.Expires.IsZero() && !now.Before(k.Expires):
		return "expired"
	}
	return "valid"
}

// keyIdentity is before the ID of a key in that of its identity.
const keyIdentity = "key:"

func (k Key) identity() Identity {
	return Identity{Role: k.Role, ID: keyIdentity + k.ID, Name: k.Name, Until: k.Expires}
}
