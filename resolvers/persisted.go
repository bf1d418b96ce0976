package resolvers

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"dateline/access"
)

// persisted are the queries that clients have sent with their hash, so that they need to
// send only the hash from then on: automatic persisted queries, as Apollo's clients make
// them. gqlgen's extension for them wants an operation to have begun, and reports what is
// wrong without a code.
type persisted struct{ *lru.LRU[string] }

// maxPersisted is how many queries are kept, each of at most maxPersistedSize bytes.
const (
	maxPersisted     = 1000
	maxPersistedSize = 1 << 14
)

func newPersisted() persisted { return persisted{lru.New[string](maxPersisted)} }

// persistedQuery is the extension of a request that names its query by a hash.
type persistedQuery struct {
	Version float64 `json:"version"`
	Hash    string  `json:"sha256Hash"`
}

// complete returns the request with its query: the one that its ID or hash stands for, if
// it has one.
func (e *engine) complete(ctx context.Context, request Request) (Request, *gqlerror.Error) {
	known := e.options.Trusted
	switch {
	case request.DocumentID != "":
		return known.find(request)
	case known != nil && known.Only:
		return request, refusalFault(&access.Refusal{
			Status: http.StatusForbidden, Code: access.CodeForbidden,
			Message: "This server answers only the documents that it knows.", Hint: "Send the documentId of one of them.",
		})
	case request.Extensions["persistedQuery"] == nil:
		return request, nil
	}
	return e.persisted.complete(ctx, request)
}

func (d *Trusted) find(request Request) (Request, *gqlerror.Error) {
	if request.Query != "" {
		return request, fault(CodeBadRequest, "The request has both a query and a documentId.")
	}
	if d != nil && d.queries[request.DocumentID] != "" {
		request.Query = d.queries[request.DocumentID]
		return request, nil
	}
	return request, fault(CodeDocument, "This server knows no document with the ID %.80q.", request.DocumentID)
}

func (p persisted) complete(ctx context.Context, request Request) (Request, *gqlerror.Error) {
	var given persistedQuery
	encoded, err := json.Marshal(request.Extensions["persistedQuery"])
	if err == nil {
		err = json.Unmarshal(encoded, &given)
	}
	if err != nil || given.Version != 1 || given.Hash == "" {
		return request, fault(CodeBadRequest, "extensions.persistedQuery must be an object with version 1 and sha256Hash.")
	}
	if request.Query == "" {
		query, ok := p.Get(ctx, given.Hash)
		if !ok {
			return request, fault(CodePersisted, "PersistedQueryNotFound") // the words that clients look for
		}
		request.Query = query
		return request, nil
	}
	if hashOf(request.Query) != given.Hash {
		return request, fault(CodeBadRequest, "sha256Hash is not the hash of the query.")
	}
	if len(request.Query) <= maxPersistedSize {
		p.Add(ctx, given.Hash, request.Query)
	}
	return request, nil
}
