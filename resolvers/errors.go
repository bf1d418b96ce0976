package resolvers

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"math"
	"runtime/debug"
	"strings"
	"sync"
	"unicode"

	"dateline/access"
	"dateline/envelope"
	"dateline/graph"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// The codes of errors that are found before the store is asked. Package graph has those
// of stores.
const (
	CodeParse        graph.Code = errcode.ParseFailed
	CodeValidation   graph.Code = errcode.ValidationFailed
	CodeComplexity   graph.Code = "COMPLEXITY_LIMIT"
	CodeTooLarge     graph.Code = "TOO_LARGE"
	CodeBadRequest   graph.Code = "BAD_REQUEST"
	CodeMethod       graph.Code = "METHOD_NOT_ALLOWED"
	CodeContentType  graph.Code = "UNSUPPORTED_MEDIA_TYPE"
	CodeSubscription graph.Code = "SUBSCRIPTION"
	CodeTooMany      graph.Code = "TOO_MANY_STREAMS"
	CodeAccept       graph.Code = "NOT_ACCEPTABLE"

	// CodePersisted: the query of this hash is not known; send it with the hash.
	CodePersisted graph.Code = "PERSISTED_QUERY_NOT_FOUND"
	CodeDocument  graph.Code = "DOCUMENT_NOT_FOUND"

	CodeUnauthenticated graph.Code = access.CodeUnauthenticated
	CodeForbidden       graph.Code = access.CodeForbidden
)

// hints say what a user can do about each code.
var hints = map[graph.Code]string{
	CodeParse:        "Correct the query at the location given.",
	CodeValidation:   "Correct the query at the location given; the schema says what can be asked.",
	CodeComplexity:   "Ask for fewer nodes (first:) or fewer nested lists.",
	CodeTooLarge:     "Split the query, or move what repeats into a fragment or a variable.",
	CodeBadRequest:   "Send a JSON object with query and, if needed, variables and operationName.",
	CodeMethod:       "Use POST, or GET for a query.",
	CodeContentType:  "Send the header Content-Type: application/json.",
	CodeSubscription: "Subscribe over a WebSocket (subprotocol graphql-transport-ws) or with Accept: text/event-stream; or poll changes(since:).",
	CodeTooMany:      "End some first, or try again later.",
	CodeAccept:       "Accept application/json or application/graphql-response+json.",

	CodePersisted: "Send the query together with its hash; from then on the hash is enough.",
	CodeDocument:  "Check the ID; the server was started with the documents that it knows.",

	CodeUnauthenticated: "Send a key or a token in the header Authorization: Bearer …; an administrator of this server gives them out.",
	CodeForbidden:       "Use a key of the role that the message names, or leave the field out.",
}

// fault returns an error in the request itself.
func fault(code graph.Code, format string, args ...any) *gqlerror.Error {
	err := gqlerror.Errorf(format, args...)
	err.Extensions = map[string]any{"code": string(code)}
	return err
}

// refusalFault shows a refusal as an error of GraphQL.
func refusalFault(refusal *access.Refusal) *gqlerror.Error {
	err := fault(graph.Code(refusal.Code), "%s", refusal.Message)
	err.Err = refusal
	err.Extensions["hint"] = refusal.Hint
	if refusal.Wait > 0 {
		err.Extensions["retryable"] = true
		err.Extensions["retryAfter"] = int(math.Ceil(refusal.Wait.Seconds()))
	}
	return err
}

// userError is an error of one of graph's kinds whose text is written for users.
type userError struct {
	sentence string
	kind     error
}

func (e userError) Error() string { return e.sentence }
func (e userError) Unwrap() error { return e.kind }

// invalid returns an error for an argument, with a sentence for users.
func invalid(format string, args ...any) error {
	return userError{fmt.Sprintf(format, args...), graph.ErrInvalid}
}

// panicError is a recovered panic and where it happened.
type panicError struct {
	cause any
	stack []byte
}

func (e *panicError) Error() string { return fmt.Sprintf("panic: %v", e.cause) }

func recovered(_ context.Context, cause any) error {
	return &panicError{cause: cause, stack: debug.Stack()}
}

// presenter turns errors into what users see: a message, a code and a hint. An error that
// they did not cause shows an ID instead of its text, and the log has the text under that
// ID.
func presenter(log *slog.Logger) graphql.ErrorPresenterFunc {
	return func(ctx context.Context, err error) *gqlerror.Error {
		shown := graphql.DefaultErrorPresenter(ctx, err)
		shown.Message = cutAt(shown.Message, maxMessage)
		if code, ok := shown.Extensions["code"].(string); ok {
			if name := variableAtFault(shown.Path); name != "" {
				shown.Extensions[keyVariable] = name
			}
			return withHint(shown, graph.Code(code))
		}
		advice := adviceFor(err)
		extensions := map[string]any{"code": string(advice.Code), "hint": advice.Hint}
		if advice.Retryable {
			extensions["retryable"] = true
		}
		message := usersMessage(err, advice.Code)
		if message == "" {
			id := incidentOf(ctx).log(ctx, log, causeOf(err))
			message, extensions["id"] = storesMessage(advice.Code, id), id
		} else if name := argumentAtFault(ctx, shown.Path, message, advice.Code); name != "" {
			extensions[keyArgument] = name
		}
		return &gqlerror.Error{Err: err, Message: message, Path: shown.Path, Locations: shown.Locations, Extensions: extensions}
	}
}

// argumentAtFault returns the argument that an error for users is about: the one that its
// path leads to, the first word of its message, or the cursor that was given.
func argumentAtFault(ctx context.Context, path ast.Path, message string, code graph.Code) string {
	field := graphql.GetFieldContext(ctx)
	if field == nil || field.Field.Field == nil || field.Field.Definition == nil {
		return ""
	}
	is := func(name string) bool { return field.Field.Definition.Arguments.ForName(name) != nil }
	for _, element := range path[min(len(path), len(field.Path())):] {
		if name, ok := element.(ast.PathName); ok && is(string(name)) {
			return string(name)
		}
	}
	if end := strings.IndexFunc(message, func(c rune) bool { return !unicode.IsLetter(c) }); end >= 0 && is(message[:end]) {
		return message[:end]
	}
	if code != graph.CodeBadCursor {
		return ""
	}
	given := field.Field.ArgumentMap(graphql.GetOperationContext(ctx).Variables)
	for _, name := range []string{"after", "before", "since"} {
		if cursor, _ := given[name].(string); cursor != "" {
			return name
		}
	}
	return ""
}

// variableAtFault returns the variable that an error has as its path.
func variableAtFault(path ast.Path) string {
	if len(path) < 2 || path[0] != ast.PathName("variable") {
		return ""
	}
	name, _ := path[1].(ast.PathName)
	return string(name)
}

// maxMessage is the length of the longest message, in code points.
const maxMessage = 1_000

// causeOf returns the error that gqlgen wrapped together with its place in the query.
func causeOf(err error) error {
	var placed *gqlerror.Error
	if errors.As(err, &placed) && placed.Err != nil {
		return placed.Err
	}
	return err
}

// adviceFor is graph.AdviceFor, with the standard library's errors of deadlines as
// graph.ErrTimeout.
func adviceFor(err error) graph.Advice {
	if errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled) {
		return graph.AdviceFor(graph.ErrTimeout)
	}
	return graph.AdviceFor(err)
}

// usersMessage returns the message of an error that the user caused, and "" for others.
func usersMessage(err error, code graph.Code) string {
	var own userError
	if errors.As(err, &own) {
		return own.sentence
	}
	switch code {
	case graph.CodeNotFound:
		return "Nothing has this ID or name."
	case graph.CodeBadCursor:
		return "This cursor does not belong to this list and order."
	case graph.CodeInvalid:
		text := causeOf(err).Error()
		if _, after, found := strings.Cut(text, graph.ErrInvalid.Error()+": "); found {
			return after // what comes before it is the call, which is for the log
		}
		return text
	}
	return ""
}

// storesMessage returns the message of an error whose own text is for the log.
func storesMessage(code graph.Code, id string) string {
	switch code {
	case graph.CodeTimeout:
		return "The query took too long and was stopped."
	case graph.CodeUnavailable:
		return "The store cannot be reached or is too busy."
	case graph.CodeInternal:
		return "Internal error " + id + "."
	}
	return "The store cannot answer (error " + id + ")."
}

// incident collects what goes wrong in one request under one ID, that of the request, so that a fault that a
// thousand rows meet is logged once.
type incident struct {
	id     string
	mu     sync.Mutex
	logged map[string]bool
}

type incidentKey struct{}

func withIncident(ctx context.Context) context.Context {
	return context.WithValue(ctx, incidentKey{}, &incident{id: cmp.Or(envelope.RequestID(ctx), rand.Text()[:8]), logged: map[string]bool{}})
}

func incidentOf(ctx context.Context) *incident { return ctx.Value(incidentKey{}).(*incident) }

// log writes where an error arose and which, without what was asked for: a name may also
// stand in the arguments of the error and in the alias of a field.
func (i *incident) log(ctx context.Context, log *slog.Logger, err error) (id string) {
	i.mu.Lock()
	defer i.mu.Unlock()
	text := err.Error()
	if i.logged[text] || errors.Is(err, context.Canceled) {
		return i.id
	}
	i.logged[text] = true
	attributes := []any{"id", i.id, "field", fieldOf(ctx), "error", graph.Discreet(err)}
	var panicked *panicError
	if errors.As(err, &panicked) {
		attributes = append(attributes, "stack", string(panicked.stack))
	}
	log.ErrorContext(ctx, "query failed", attributes...)
	return i.id
}

// fieldOf returns the field that is being answered, such as Query.contacts; "" for none.
func fieldOf(ctx context.Context) string {
	field := graphql.GetFieldContext(ctx)
	if field == nil || field.Field.Field == nil {
		return ""
	}
	return field.Object + "." + field.Field.Name
}

func withHint(err *gqlerror.Error, code graph.Code) *gqlerror.Error {
	if hint, ok := hints[code]; ok {
		err.Extensions["hint"] = hint
	}
	return err
}
