package resolvers

import (
	"context"
	"errors"
	"fmt"

	"dateline/access"
	"dateline/graph"
	"dateline/schema/direct"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// stream answers a request of any kind: a query or mutation once, a subscription until ctx
// ends, its source fails or send does. A request that is refused is answered once.
func (e *engine) stream(ctx context.Context, request Request, permit permission, send func(result) error) error {
	opened, answer := e.openAside(ctx, request, permit)
	if opened == nil {
		return send(answer)
	}
	defer opened.source.close()
	for {
		value, err := opened.source.next(ctx)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if errors.Is(err, errEnd) {
			return nil
		}
		if err != nil {
			return send(result{response: e.executor.DispatchError(withIncident(ctx), gqlerror.List{gqlerror.Wrap(err)})})
		}
		if err := access.Recheck(ctx); err != nil {
			return send(e.refuse(withIncident(ctx), gqlerror.List{turnedAway(err)}))
		}
		answer := opened.deliver(ctx, value)
		if err := send(answer); err != nil {
			return err
		}
		if hasNoData(answer) {
			return nil // the client lacks this one, and can go on from the one before
		}
	}
}

// hasNoData reports whether an answer has errors alone.
func hasNoData(answer result) bool {
	data := answer.response.Data
	return len(answer.response.Errors) > 0 && (len(data) == 0 || string(data) == "null")
}

// subscription is an operation that is executed for each value of its source.
type subscription struct {
	engine    *engine
	operation *graphql.OperationContext
	source    source
	filled    bool
}

// openAside is open in a goroutine of its own, for the reason that deliver has.
func (e *engine) openAside(ctx context.Context, request Request, permit permission) (opened *subscription, answer result) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		opened, answer = e.open(ctx, request, permit)
	}()
	<-done
	return opened, answer
}

// open opens a subscription, or answers any other request.
func (e *engine) open(ctx context.Context, request Request, permit permission) (opened *subscription, answer result) {
	subscribes := false
	permitted := func(operation *ast.OperationDefinition) *gqlerror.Error {
		if permit != nil {
			if err := permit(operation); err != nil {
				return err
			}
		}
		subscribes = operation.Operation == ast.Subscription
		return nil
	}
	opens := new(opening)
	answer = e.execute(context.WithValue(ctx, openingKey{}, opens), request, permitted, func(operation *graphql.OperationContext) {
		opened = &subscription{engine: e, operation: operation, filled: tellsFilled(operation.Operation)}
	})
	if !subscribes || opens.source == nil || opened == nil {
		return nil, answer
	}
	opened.source = opens.source
	return opened, answer
}

// tellsFilled reports whether all that a subscription asks for comes with its values; see
// comesFilled.
func tellsFilled(operation *ast.OperationDefinition) bool {
	return direct.All(operation.SelectionSet, func(root *ast.Field) bool {
		return direct.All(root.SelectionSet, func(field *ast.Field) bool {
			return direct.All(field.SelectionSet, isFilled)
		})
	})
}

// deliver executes the operation for one value, once there is a place: thousands may have
// something to deliver at once. It does so in a goroutine of its own, so that the one that
// waits for values, which lives long, keeps a small stack.
func (s *subscription) deliver(ctx context.Context, value any) (answer result) {
	select {
	case s.engine.delivering <- struct{}{}:
		defer func() { <-s.engine.delivering }()
	case <-ctx.Done():
		return s.engine.late(withIncident(ctx))
	}
	done := make(chan result, 1)
	go func() { done <- s.execute(ctx, value) }()
	return <-done
}

// execute executes the operation for one value.
func (s *subscription) execute(ctx context.Context, value any) (answer result) {
	e := s.engine
	ctx, cancel := context.WithTimeout(ctx, e.options.Timeout)
	defer cancel()
	ctx, notices := withNotices(withLoaders(withCalls(withIncident(graphql.StartOperationTrace(ctx))), few{e.store}))
	ctx = context.WithValue(ctx, deliveryKey{}, value)
	defer func() {
		if cause := recover(); cause != nil {
			answer = e.refuse(ctx, gqlerror.List{gqlerror.Wrap(recovered(ctx, cause))})
		}
	}()
	if s.filled {
		ctx = direct.Filled(ctx)
	}
	respond, ctx := e.executor.DispatchOperation(ctx, s.again())
	response := respond(ctx)
	if response == nil {
		return e.late(ctx)
	}
	if said := notices.extensions(); said != nil {
		response.Extensions = said
	}
	return result{response: response}
}

// late answers with the error of a deadline, or of a client that has left.
func (e *engine) late(ctx context.Context) result {
	err := graph.ErrTimeout
	if ctx.Err() != nil {
		err = fmt.Errorf("%w: %w", err, ctx.Err())
	}
	return result{response: e.executor.DispatchError(ctx, gqlerror.List{gqlerror.Wrap(err)})}
}

// again returns the operation for another execution.
func (s *subscription) again() *graphql.OperationContext {
	o := s.operation
	return &graphql.OperationContext{
		RawQuery: o.RawQuery, Variables: o.Variables, OperationName: o.OperationName, Doc: o.Doc, Operation: o.Operation,
		DisableIntrospection: o.DisableIntrospection, RecoverFunc: o.RecoverFunc,
		ResolverMiddleware: o.ResolverMiddleware, RootResolverMiddleware: o.RootResolverMiddleware, Stats: o.Stats,
	}
}
