package model

// Page is the arguments of a list: what part of it to return. Lists that go forward only
// have no Last and no Before.
type Page struct {
	First  *int
	After  *string
	Last   *int
	Before *string
}
