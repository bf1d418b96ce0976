package envelope

import (
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"strings"
)

// Tag returns an entity tag for a body. It is weak: a compressed body has the same tag.
func Tag(body []byte) string {
	sum := sha256.Sum256(body)
	return `W/"` + base64.RawURLEncoding.EncodeToString(sum[:12]) + `"`
}

// Unchanged reports whether the client of a read has the answer with this tag already.
func Unchanged(r *http.Request, tag string) bool {
	for known := range strings.SplitSeq(strings.Join(r.Header.Values("If-None-Match"), ","), ",") {
		known = strings.TrimSpace(known)
		if known == "*" || strings.TrimPrefix(known, "W/") == strings.TrimPrefix(tag, "W/") {
			return true
		}
	}
	return false
}
