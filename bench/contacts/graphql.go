package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
)

// What each API is asked, in its best form.
const (
	datelineQuery = `query ($id: ID!, $during: EDTF!) { contacts(who: {id: $id}, during: $during, first: 20) { nodes {
 id means status summary time { edtf } participants { role entity { id name } } reports(first: 3) { nodes { id quote article { id title publisher published } } } } } }`
	peerQuery = `query ($id: ID!, $from: String!, $to: String!) { entities(where: {id: {eq: $id}}) {
 eventsConnection(where: {node: {type: {eq: "CONTACT"}, earliest: {lte: $to}, latest: {gte: $from}}}, sort: [{edge: {key: ASC}}], first: 20) { edges { node {
  id means status summary edtf parties { id name } reports(limit: 3) { id quote article { id title publisher published } } } } } } }`
)

// overHTTP asks a GraphQL API by POST, over connections that stay open.
type overHTTP struct {
	url    string
	client *http.Client
	query  string
	// variables are those of a question, and ids takes the events' IDs out of the data.
	variables func(question) map[string]any
	ids       func(data []byte) ([]string, error)
}

func newClient() *http.Client {
	// Neither Apollo Server nor the drivers compress their answers unless they are set up for it.
	return &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 64, DisableCompression: true}}
}

func datelineOver(url string) *overHTTP {
	return &overHTTP{url: url, client: newClient(), query: datelineQuery,
		variables: func(q question) map[string]any { return map[string]any{"id": q.id, "during": q.from + "/" + q.to} },
		ids: func(data []byte) ([]string, error) {
			var answer struct {
				Contacts struct{ Nodes []struct{ ID string } }
			}
			err := json.Unmarshal(data, &answer)
			var ids []string
			for _, node := range answer.Contacts.Nodes {
				ids = append(ids, node.ID)
			}
			return ids, err
		},
	}
}

func peerOver(url string) *overHTTP {
	return &overHTTP{url: url, client: newClient(), query: peerQuery,
		variables: func(q question) map[string]any { return map[string]any{"id": q.id, "from": q.from, "to": q.to} },
		ids: func(data []byte) ([]string, error) {
			var answer struct {
				Entities []struct {
					EventsConnection struct {
						Edges []struct{ Node struct{ ID string } }
					}
				}
			}
			err := json.Unmarshal(data, &answer)
			var ids []string
			for _, entity := range answer.Entities {
				for _, edge := range entity.EventsConnection.Edges {
					ids = append(ids, edge.Node.ID)
				}
			}
			return ids, err
		},
	}
}

func (o *overHTTP) ask(ctx context.Context, q question, wantIDs bool) ([]string, error) {
	body, err := json.Marshal(map[string]any{"query": o.query, "variables": o.variables(q)})
	if err != nil {
		return nil, err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, o.url, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := o.client.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		return nil, err
	}
	if !bytes.HasPrefix(answer, []byte(`{"data":{`)) {
		return nil, fmt.Errorf("%s answers %d: %.300s", o.url, response.StatusCode, answer)
	}
	if !wantIDs {
		return nil, nil
	}
	var whole struct{ Data json.RawMessage }
	if err := json.Unmarshal(answer, &whole); err != nil {
		return nil, err
	}
	return o.ids(whole.Data)
}
