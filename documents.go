package main

import (
	"fmt"

	"dateline/resolvers"
)

// documentFlags say which queries a server knows by ID.
type documentFlags struct {
	Documents     string `help:"Queries that clients may send by documentId: a folder of .graphql files, each known by its name, or a manifest in JSON, as the tools of Relay and Apollo write it." placeholder:"PATH"`
	DocumentsOnly bool   `help:"Answer only these queries."`
}

func (f documentFlags) documents() (*resolvers.Trusted, error) {
	switch {
	case f.Documents == "" && f.DocumentsOnly:
		return nil, fmt.Errorf("%w: --documents-only needs --documents", errUsage)
	case f.Documents == "":
		return nil, nil
	}
	known, err := resolvers.ReadTrusted(f.Documents)
	if err != nil {
		return nil, fmt.Errorf("%w: --documents: %w", errUsage, err)
	}
	known.Only = f.DocumentsOnly
	return known, nil
}
