package bolt

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"dateline/graph"
)

// Schemes are the URL schemes of Neo4j: neo4j routes in a cluster, bolt talks to one
// server; +s encrypts, +ssc does so without checking the certificate.
var Schemes = []string{"neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc"}

// Address is the parsed URL of a store.
type Address struct {
	// target is the URL for the driver.
	target string
	// database is the name of one of the server's databases, "" for the default.
	database string
}

// String returns the URL for messages. There is no password in it.
func (a Address) String() string {
	if a.database == "" {
		return a.target
	}
	return a.target + "?database=" + url.QueryEscape(a.database)
}

// ParseAddress parses scheme://host[:port][?database=name]. Its errors wrap ErrInvalid
// and never quote the URL, which may hold a password.
func ParseAddress(rawURL string) (Address, error) {
	invalid := func(why string) (Address, error) {
		return Address{}, fmt.Errorf("%w: the server's URL %s: give it as neo4j://HOST:7687?database=NAME", graph.ErrInvalid, why)
	}
	u, err := url.Parse(rawURL)
	if err != nil {
		return invalid("cannot be parsed")
	}
	switch {
	case !slices.Contains(Schemes, u.Scheme):
		return invalid("has a scheme other than " + strings.Join(Schemes, ", "))
	case u.User != nil:
		return invalid("holds a user or a password, which logs would show: leave them out of it")
	case u.Hostname() == "":
		return invalid("has no host")
	case strings.Trim(u.Path, "/") != "":
		return invalid("has a path; the database is a parameter")
	case u.Fragment != "":
		return invalid("has a fragment")
	}
	query, err := url.ParseQuery(u.RawQuery)
	if err != nil {
		return invalid("has parameters that cannot be parsed")
	}
	for name, values := range query {
		if name != "database" || len(values) != 1 || values[0] == "" {
			return invalid("may have one parameter only, a database")
		}
	}
	target := url.URL{Scheme: u.Scheme, Host: u.Host}
	return Address{target.String(), query.Get("database")}, nil
}
