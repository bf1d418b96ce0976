package resolvers

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
)

const (
	// maxValues is the most values in the JSON of a request, and maxNesting how deep they
	// may lie in each other. To decode a value takes far more memory than its text, so
	// both are checked on the text.
	maxValues  = 20_000
	maxNesting = 100
)

// checkJSON refuses a text with more values, or deeper ones, than any request needs.
func checkJSON(text []byte) *httpFault {
	values, nesting := 0, 0
	inString := false
	for i := 0; i < len(text); i++ {
		if inString {
			end := bytes.IndexAny(text[i:], `"\`)
			if end < 0 {
				return nil // which is no JSON
			}
			if i += end; text[i] == '\\' {
				i++
			} else {
				inString = false
			}
			continue
		}
		switch text[i] {
		case '"':
			inString = true
		case ',':
			values++
		case '[', '{':
			values++
			nesting++
		case ']', '}':
			nesting--
		}
		if nesting > maxNesting {
			return newHTTPFault(http.StatusBadRequest, CodeBadRequest, "The request has values nested more than %d deep.", maxNesting)
		}
		if values > maxValues {
			return newHTTPFault(http.StatusRequestEntityTooLarge, CodeTooLarge, "The request has more than %d values.", maxValues)
		}
	}
	return nil
}

// decode reads one JSON value with nothing after it, and keeps numbers as they are written.
func decode(text []byte, into any) error {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	if err := decoder.Decode(into); err != nil {
		return err
	}
	if decoder.More() {
		return errors.New("there is more than one value")
	}
	return nil
}

// shape is what a request looks like.
const requestShape = `{"query": "{ contacts { totalCount } }", "variables": {}, "operationName": null}`

// jsonFault says what is wrong with the JSON of a request, and how it should look.
func jsonFault(text []byte, err error) *httpFault {
	return newHTTPFault(http.StatusBadRequest, CodeBadRequest, "%s. Send an object such as %s.", jsonProblem(text, err), requestShape)
}

func jsonProblem(text []byte, err error) string {
	var wrongType *json.UnmarshalTypeError
	switch {
	case len(bytes.TrimSpace(text)) == 0:
		return "The request has no body"
	case bytes.HasPrefix(bytes.TrimSpace(text), []byte("[")):
		return "The request is an array, and several queries at once are not answered"
	case errors.As(err, &wrongType) && wrongType.Field == "":
		return "The request is " + jsonKind(wrongType.Value) + ", not an object"
	case errors.As(err, &wrongType):
		return fmt.Sprintf("%s is %s, which it cannot be", cut(wrongType.Field), jsonKind(wrongType.Value))
	}
	return "The request is not JSON: " + strings.TrimPrefix(err.Error(), "json: ")
}

// jsonKind adds an article to what encoding/json calls a kind of value.
func jsonKind(kind string) string {
	kind, _, _ = strings.Cut(kind, " ") // "number 5"
	switch kind {
	case "array", "object":
		return "an " + kind
	case "bool":
		return "true or false"
	}
	return "a " + kind
}
