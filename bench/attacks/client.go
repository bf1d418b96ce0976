package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"strings"
)

// client is one connection of somebody who has a key.
type client struct {
	url, key string
	http     *http.Client
}

func (s *server) client(key string) *client {
	return &client{s.url, key, &http.Client{Transport: &http.Transport{DisableCompression: true}}}
}

// query returns the body of a GraphQL request.
func query(text string) string { return queryWith(text, nil) }

func queryWith(text string, variables map[string]any) string {
	body, err := json.Marshal(map[string]any{"query": text, "variables": variables})
	if err != nil {
		panic(err) // of plain values
	}
	return string(body)
}

func (c *client) post(ctx context.Context, path, body string) (status int, err error) {
	return c.send(ctx, http.MethodPost, path, "application/json", strings.NewReader(body))
}

func (c *client) get(ctx context.Context, path string) (status int, err error) {
	return c.send(ctx, http.MethodGet, path, "", nil)
}

// send sends a request and reads all of the answer. A GraphQL answer with errors counts
// as 400, whatever its status.
func (c *client) send(ctx context.Context, method, path, contentType string, body io.Reader) (status int, err error) {
	request, err := http.NewRequestWithContext(ctx, method, c.url+path, body)
	if err != nil {
		return 0, err
	}
	request.Header.Set("Authorization", "Bearer "+c.key)
	request.Header.Set("Accept", "application/json, */*;q=0.1")
	if path == "/mcp" { // which wants both
		request.Header.Set("Accept", "application/json, text/event-stream")
	}
	if contentType != "" {
		request.Header.Set("Content-Type", contentType)
	}
	response, err := c.http.Do(request)
	if err != nil {
		return 0, err
	}
	defer response.Body.Close()
	beginning := make([]byte, 200)
	read, _ := io.ReadFull(response.Body, beginning)
	if _, err := io.Copy(io.Discard, response.Body); err != nil {
		return 0, err
	}
	if response.StatusCode == http.StatusOK && bytes.HasPrefix(beginning[:read], []byte(`{"errors"`)) {
		return http.StatusBadRequest, nil
	}
	return response.StatusCode, nil
}
