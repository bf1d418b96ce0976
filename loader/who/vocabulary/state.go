package vocabulary

import (
	"strings"
)

// State is a country or a part of the world that acts like one.
type State struct {
	Code       string // ISO 3166-1 alpha-2, or "-xx" for what has none
	Name       string
	Adjectives []string
	Article    bool // said with "the"
	Region     bool // a part of the world rather than a state
}

// Country returns the ISO 3166-1 code of a state, "" for what has none.
func (s *State) Country() string {
	if s == nil || strings.HasPrefix(s.Code, "-") || s.Code == "XK" {
		return ""
	}
	return s.Code
}

// IsSovereign reports whether a state is or was one, rather than a part of the world.
func (s *State) IsSovereign() bool { return !s.Region }

// Adjective returns a state's commonest adjective, or its name.
func (s *State) Adjective() string {
	if len(s.Adjectives) > 0 {
		return s.Adjectives[0]
	}
	return s.Name
}

// WithArticle returns a state's name with "the" where it is said so.
func (s *State) WithArticle() string {
	if s.Article {
		return "the " + s.Name
	}
	return s.Name
}
