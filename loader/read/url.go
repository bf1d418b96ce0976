package read

import (
	"net/url"
	"regexp"
	"strings"
)

var (
	webAddress = regexp.MustCompile(`https?://[^\s<>"'()\[\]{}|\\^` + "`" + `]+(?:\([^\s<>"'()]*\)[^\s<>"'()]*)?`)
	// bareURL matches a line that is only an address, even one that a tokenizer
	// split.
	bareURL = regexp.MustCompile(`^[<(\[]?(?:https?://|www\.)\S+$|^https?: / / .*$`)
)

func isURL(text string) bool {
	u, err := url.Parse(text)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && strings.Contains(u.Host, ".") && !strings.ContainsAny(text, " \n\t")
}

// urlIn returns the first web address in a text.
func urlIn(text string) string {
	address := strings.TrimRight(webAddress.FindString(text), ".,;:!?")
	if !isURL(address) {
		return ""
	}
	return address
}

// hostOf returns a URL's host without "www." and without a port.
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	host := strings.ToLower(u.Hostname())
	for _, prefix := range []string{"www.", "m.", "amp."} {
		host = strings.TrimPrefix(host, prefix)
	}
	return host
}

// slugWords returns the words of a URL's path, which usually repeat the headline.
func slugWords(address string) map[string]bool {
	u, err := url.Parse(address)
	if err != nil {
		return nil
	}
	return contentWords(strings.NewReplacer("-", " ", "_", " ", "/", " ", "+", " ").Replace(u.Path))
}
