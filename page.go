package main

import (
	"fmt"
	"io"
	"net/http"
	"net/url"

	"dateline/access"
	"dateline/schema"
	"dateline/web"
)

// addPage serves the page to browsers at /, and to other clients what to type instead;
// and the schema, which the page's editor completes from.
func addPage(mux *http.ServeMux, door *access.Door) {
	page := door.Page(web.Handler())
	for _, path := range []string{"/embed", "/icon.svg", "/assets/"} {
		mux.Handle("GET "+path, page)
	}
	text := door.Page(http.HandlerFunc(welcomeText))
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, r *http.Request) {
		if web.WantsPage(r) {
			page.ServeHTTP(w, r)
			return
		}
		text.ServeHTTP(w, r)
	})
	mux.Handle("GET /graphiql", door.Page(http.HandlerFunc(toEditor)))
	mux.Handle("GET /schema.graphql", door.Page(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("content-type", "text/plain; charset=utf-8")
		w.Header().Set("cache-control", "no-cache")
		_, _ = io.WriteString(w, schema.SDL()) // a client that went away needs no answer
	})))
}

// toEditor leads to the editor of the page, from where people look for one.
func toEditor(w http.ResponseWriter, r *http.Request) {
	address := url.Values{"view": {"query"}}
	if query := r.URL.Query().Get("query"); query != "" {
		address.Set("gql", query)
	}
	http.Redirect(w, r, "/?"+address.Encode(), http.StatusFound)
}

func welcomeText(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("content-type", "text/plain; charset=utf-8")
	w.Header().Set("vary", "Accept")
	scheme := "http"
	if r.TLS != nil {
		scheme = "https"
	}
	fmt.Fprintf(w, welcome, scheme+"://"+r.Host, "")
}
