package reconcile

import (
	"net/http"
	"strings"

	"dateline/graph"
)

// manifest describes the service to its clients.
type manifest struct {
	Versions        []string `json:"versions"`
	Name            string   `json:"name"`
	IdentifierSpace string   `json:"identifierSpace"`
	SchemaSpace     string   `json:"schemaSpace"`
	DefaultTypes    []kind   `json:"defaultTypes"`
	View            view     `json:"view"`
	Preview         preview  `json:"preview"`
	Suggest         suggest  `json:"suggest"`
	BatchSize       int      `json:"batchSize"`
}

type view struct {
	URL string `json:"url"`
}

type preview struct {
	URL    string `json:"url"`
	Width  int    `json:"width"`
	Height int    `json:"height"`
}

type suggest struct {
	Entity endpoint `json:"entity"`
}

type endpoint struct {
	URL  string `json:"service_url"`
	Path string `json:"service_path"`
}

// kind is a type of entity.
type kind struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// kinds are the types of entities.
var kinds = map[graph.EntityKind]kind{
	graph.KindPerson:       {"person", "Person"},
	graph.KindOrganization: {"organization", "Organization"},
	graph.KindPlace:        {"place", "Place"},
}

// The size of a preview, in pixels.
const previewWidth, previewHeight = 400, 160

// manifestAt returns the manifest of a service at an address.
func manifestAt(address string) manifest {
	return manifest{
		Versions:        []string{"0.2"},
		Name:            "Dateline",
		IdentifierSpace: address + "#id",
		SchemaSpace:     address + "#type",
		DefaultTypes:    []kind{kinds[graph.KindPerson], kinds[graph.KindOrganization], kinds[graph.KindPlace]},
		View:            view{address + "/preview?id={{id}}"},
		Preview:         preview{address + "/preview?id={{id}}", previewWidth, previewHeight},
		Suggest:         suggest{endpoint{address, "/suggest/entity"}},
		BatchSize:       maxQueries,
	}
}

// addressOf returns the address that a client used for the service.
func addressOf(r *http.Request, path string) string {
	scheme := "http"
	if r.TLS != nil || strings.EqualFold(r.Header.Get("X-Forwarded-Proto"), "https") {
		scheme = "https"
	}
	return scheme + "://" + r.Host + path
}
