package neo4j

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"dateline/graph"
)

// Schemes are the URL schemes of Neo4j: neo4j routes in a cluster, bolt talks to
// one server; +s encrypts, +ssc does without checking the certificate.
var Schemes = []string{"neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc"}

// address is what a store's URL says.
type address struct {
	// target is the URL as the driver takes it.
	target string
	// database is the name of one of the server's databases; empty for its default.
	database string
}

// String returns the URL as it was meant, for messages. There is no password in it.
func (a address) String() string {
	if a.database == "" {
		return a.target
	}
	return a.target + "?database=" + url.QueryEscape(a.database)
}

// parseAddress reads scheme://host[:port][?database=name]. Its errors wrap
// ErrInvalid and never hold the URL, which may hold a password.
func parseAddress(rawURL string) (address, error) {
	invalid := func(why string) (address, error) {
		return address{}, fmt.Errorf("%w: URL of a Neo4j server: %s: want neo4j://host:7687?database=name", graph.ErrInvalid, why)
	}
	u, err := url.Parse(rawURL)
	if err != nil {
		return invalid("it cannot be read")
	}
	switch {
	case !slices.Contains(Schemes, u.Scheme):
		return invalid("its scheme is none of " + strings.Join(Schemes, ", "))
	case u.User != nil:
		return invalid("it holds a user or a password, which logs would show; give them apart")
	case u.Hostname() == "":
		return invalid("it has no host")
	case strings.Trim(u.Path, "/") != "":
		return invalid("it has a path; the database is a parameter")
	case u.Fragment != "":
		return invalid("it has a fragment")
	}
	query, err := url.ParseQuery(u.RawQuery)
	if err != nil {
		return invalid("its parameters cannot be read")
	}
	for name, values := range query {
		if name != "database" || len(values) != 1 || values[0] == "" {
			return invalid("its only parameter can be one database")
		}
	}
	target := url.URL{Scheme: u.Scheme, Host: u.Host}
	return address{target.String(), query.Get("database")}, nil
}
