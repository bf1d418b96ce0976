package resolvers

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"

	"dateline/graph"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// Codes of errors that are found before the store is asked. Those of the store
// are in package graph.
const (
	CodeParse       graph.Code = errcode.ParseFailed
	CodeValidation  graph.Code = errcode.ValidationFailed
	CodeComplexity  graph.Code = "COMPLEXITY_LIMIT"
	CodeTooLarge    graph.Code = "TOO_LARGE"
	CodeBadRequest  graph.Code = "BAD_REQUEST"
	CodeMethod      graph.Code = "METHOD_NOT_ALLOWED"
	CodeContentType graph.Code = "UNSUPPORTED_MEDIA_TYPE"
	CodeAccept      graph.Code = "NOT_ACCEPTABLE"
)

// hints are what a user can do about them.
var hints = map[graph.Code]string{
	CodeParse:       "Correct the query where the message points to.",
	CodeValidation:  "Correct the query where the message points to; the schema tells what can be asked.",
	CodeComplexity:  "Ask for fewer nodes (first:), or for fewer lists in one another.",
	CodeTooLarge:    "Split the query, or move what repeats into a fragment or a variable.",
	CodeBadRequest:  "Send a JSON object with query and, if need be, variables and operationName.",
	CodeMethod:      "Use POST, or GET for a query.",
	CodeContentType: "Send the header Content-Type: application/json.",
	CodeAccept:      "Accept application/json or application/graphql-response+json.",
}

// fault makes an error of the request itself.
func fault(code graph.Code, format string, args ...any) *gqlerror.Error {
	err := gqlerror.Errorf(format, args...)
	err.Extensions = map[string]any{"code": string(code)}
	return err
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

// presenter makes of every error what users see: a message to act on, a code and
// a hint. Of internal ones they see an ID, under which the log has the rest.
func presenter(log *slog.Logger) graphql.ErrorPresenterFunc {
	return func(ctx context.Context, err error) *gqlerror.Error {
		shown := graphql.DefaultErrorPresenter(ctx, err)
		if code, ok := shown.Extensions["code"].(string); ok {
			return withHint(shown, graph.Code(code))
		}
		advice := adviceFor(err)
		shown = &gqlerror.Error{Err: err, Message: shown.Message, Path: shown.Path, Locations: shown.Locations}
		shown.Extensions = map[string]any{"code": string(advice.Code), "hint": advice.Hint}
		if advice.Retryable {
			shown.Extensions["retryable"] = true
		}
		if !isUsers(advice.Code) {
			id := logged(ctx, log, shown, err)
			shown.Message, shown.Extensions["id"] = publicMessage(advice.Code, id), id
		}
		return shown
	}
}

// adviceFor adds what the standard library and gqlgen can say to graph.AdviceFor.
func adviceFor(err error) graph.Advice {
	switch {
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return graph.AdviceFor(graph.ErrTimeout)
	case isBadArgument(err):
		return graph.AdviceFor(graph.ErrInvalid)
	}
	return graph.AdviceFor(err)
}

// isUsers tells the errors that users cause, and so may see in full.
func isUsers(code graph.Code) bool {
	switch code {
	case graph.CodeNotFound, graph.CodeInvalid, graph.CodeBadCursor:
		return true
	}
	return false
}

// publicMessage stands for an error whose own text is for the log.
func publicMessage(code graph.Code, id string) string {
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

func logged(ctx context.Context, log *slog.Logger, shown *gqlerror.Error, err error) (id string) {
	id = rand.Text()[:8]
	attributes := []any{"id", id, "path", shown.Path.String(), "error", err}
	var panicked *panicError
	if errors.As(err, &panicked) {
		attributes = append(attributes, "stack", string(panicked.stack))
	}
	log.ErrorContext(ctx, "graphql query failed", attributes...)
	return id
}

func withHint(err *gqlerror.Error, code graph.Code) *gqlerror.Error {
	if hint, ok := hints[code]; ok {
		err.Extensions["hint"] = hint
	}
	return err
}

// isBadArgument tells what gqlgen says of an argument that it cannot read.
func isBadArgument(err error) bool {
	return false
}
