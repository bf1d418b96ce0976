package resolvers

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/hashicorp/golang-lru/v2/simplelru"
	"github.com/vektah/gqlparser/v2/ast"

	"dateline/schema/direct"
)

// answers keeps what was answered last from one version of the graph, as far as it fits, so
// that a page which is asked for again is neither read nor written anew. Who may ask, and at
// what cost, is checked before. See graph.Reader for versions: a store that has none keeps
// nothing here.
type answers struct {
	mu      sync.Mutex
	version string
	known   *simplelru.LRU[string, json.RawMessage] // by question
	bytes   int                                     // of all questions and answers
}

const (
	// maxAnswers is the room for answers, in bytes, and maxAnswer the largest one that is
	// kept, with its question (judgement: some thousand pages).
	maxAnswers = 32 << 20
	maxAnswer  = 256 << 10
	// answerSize is how much an entry takes besides its texts, in bytes.
	answerSize = 200
)

func newAnswers() *answers {
	a := new(answers)
	known, err := simplelru.NewLRU(maxAnswers/answerSize, func(question string, answer json.RawMessage) {
		a.bytes -= sizeOfAnswer(question, answer)
	})
	if err != nil {
		panic("cache of answers: " + err.Error()) // its size is positive
	}
	a.known = known
	return a
}

func sizeOfAnswer(question string, answer json.RawMessage) int {
	return answerSize + len(question) + len(answer)
}

// find returns what was answered from a version, nil for nothing.
func (a *answers) find(version, question string) json.RawMessage {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.version != version {
		return nil
	}
	answer, _ := a.known.Get(question)
	return answer
}

// keep keeps an answer, in the place of those that were asked for the longest time ago or
// that are of another version.
func (a *answers) keep(version, question string, answer json.RawMessage) {
	size := sizeOfAnswer(question, answer)
	if size > maxAnswer {
		return
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.version != version {
		a.known.Purge()
		a.version, a.bytes = version, 0
	}
	if a.known.Contains(question) {
		return
	}
	a.known.Add(question, slices.Clone(answer)) // without the room that it has left
	for a.bytes += size; a.bytes > maxAnswers; {
		a.known.RemoveOldest()
	}
}

// fromGraph are the root fields whose values follow from the graph and their arguments
// alone. Nothing else is kept.
var fromGraph = map[string]bool{
	"contacts": true, "events": true, "timeline": true, "entities": true, "entity": true, "suggestions": true, "search": true,
	"articles": true, "network": true, "path": true, "node": true, "nodes": true, "__schema": true, "__type": true, "__typename": true,
}

// questionOf returns what an answer depends on besides the graph, "" if it depends on more
// than can be told.
func questionOf(operation *graphql.OperationContext) string {
	asks := operation.Operation
	follows := asks.Operation == ast.Query && direct.All(asks.SelectionSet, func(field *ast.Field) bool { return fromGraph[field.Name] })
	if !follows {
		return ""
	}
	variables, err := json.Marshal(operation.Variables) // in the order of their names
	if err != nil {
		return ""
	}
	return strings.Join([]string{asks.Name, string(variables), operation.RawQuery}, "\x00")
}

// remembered answers an operation, from memory if it has been asked since the last commit.
func (e *engine) remembered(ctx context.Context, operation *graphql.OperationContext, execute func() result) result {
	question := questionOf(operation)
	if question == "" {
		return execute()
	}
	version, err := e.store.Version(ctx) // before the graph is read, which may then be newer
	if err != nil || version == "" {
		return execute()
	}
	if answer := e.answers.find(version, question); answer != nil {
		return result{response: &graphql.Response{Data: answer}}
	}
	answer := execute()
	if response := answer.response; response != nil && !answer.refused && len(response.Errors) == 0 && len(response.Extensions) == 0 {
		e.answers.keep(version, question, response.Data)
	}
	return answer
}
