package resolvers

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Trusted are queries that a server is given when it starts, and knows by ID: trusted
// documents. Clients send documentId in place of query.
type Trusted struct {
	queries map[string]string
	// Only refuses all other queries.
	Only bool
}

// hashPrefix is before the SHA-256 of a document, in hex, in the ID that each has by
// itself, as the GraphQL-over-HTTP specification proposes.
const hashPrefix = "sha256:"

// ReadTrusted reads a folder of .graphql files, each known by its name without the
// ending, or a manifest: a JSON object of queries by ID, as Relay writes it, or one with
// the format apollo-persisted-query-manifest. Each document is known by its hash as well:
// "sha256:" and 64 hexadecimal digits. A document that is not valid is an error.
func ReadTrusted(path string) (*Trusted, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	read := readManifest
	if info.IsDir() {
		read = readFolder
	}
	queries, err := read(path)
	if err != nil {
		return nil, err
	}
	d := &Trusted{queries: map[string]string{}}
	for id, query := range queries {
		if err := d.add(id, query); err != nil {
			return nil, fmt.Errorf("%s: document %q: %w", path, id, err)
		}
	}
	if len(queries) == 0 {
		return nil, fmt.Errorf("%s has no documents", path)
	}
	return d, nil
}

func (d *Trusted) add(id, query string) error {
	if _, errs := newDocuments().read(context.Background(), query); errs != nil {
		return errs
	}
	d.queries[id] = query
	d.queries[hashPrefix+hashOf(query)] = query
	return nil
}

func readFolder(path string) (map[string]string, error) {
	files, err := filepath.Glob(filepath.Join(path, "*.graphql"))
	if err != nil {
		return nil, err
	}
	queries := map[string]string{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		queries[strings.TrimSuffix(filepath.Base(file), ".graphql")] = string(text)
	}
	return queries, nil
}

// apolloFormat is the format of the manifests of Apollo's tools.
const apolloFormat = "apollo-persisted-query-manifest"

func readManifest(path string) (map[string]string, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var manifest struct {
		Format     string
		Operations []struct{ ID, Body string }
	}
	if err := json.Unmarshal(text, &manifest); err == nil && manifest.Format == apolloFormat {
		queries := map[string]string{}
		for _, operation := range manifest.Operations {
			queries[operation.ID] = operation.Body
		}
		return queries, nil
	}
	var queries map[string]string
	if err := json.Unmarshal(text, &queries); err != nil {
		return nil, errors.New(path + " is neither a JSON object of queries by ID nor a manifest of Apollo's tools")
	}
	return queries, nil
}

func hashOf(query string) string {
	sum := sha256.Sum256([]byte(query))
	return hex.EncodeToString(sum[:])
}
