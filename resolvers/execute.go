package resolvers

import (
	"context"
	"errors"
	"hash/maphash"
	"log/slog"
	"runtime"
	"strconv"
	"sync"
	"time"

	"dateline/access"
	"dateline/graph"
	"dateline/live"
	"dateline/schema/direct"
	"dateline/schema/exec"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// Options of the API. The zero value suits a server.
type Options struct {
	// Logger receives internal errors; slog.Default() if nil.
	Logger *slog.Logger
	// Timeout is how long one query may run; 10 s if 0.
	Timeout time.Duration
	// MaxComplexity is the largest number of fields that one query may be able to return;
	// the constant of this name if 0.
	MaxComplexity int
	// Budget bounds what each client may ask for; nil for no bounds. A query costs the
	// number of fields that it can return.
	Budget *access.Budget
	// Editor carries out mutations; nil refuses them.
	Editor graph.Editor
	// Explainer answers why and how; nil refuses them.
	Explainer graph.Explainer
	// Gate shares out how many requests run at once; nil for no bounds. A request runs at
	// most two calls of the store at once.
	Gate *access.Gate
	// Trusted are the queries that are known by their IDs; nil for none.
	Trusted *Trusted
	// Intake takes articles in; nil if the server takes none.
	Intake graph.Intake
	// Hub tells subscribers what changes; one of the handler's own if nil.
	Hub *live.Hub
	// Stop ends all subscriptions when it does; nil for never.
	Stop context.Context
	// Streams bound what is open at once.
	Streams StreamLimits
}

// MaxComplexity is the largest number of fields that one query may be able to return,
// unless Options say otherwise.
const MaxComplexity = 100_000

func (o Options) withDefaults() Options {
	if o.Logger == nil {
		o.Logger = slog.Default()
	}
	if o.Timeout == 0 {
		o.Timeout = 10 * time.Second
	}
	if o.MaxComplexity == 0 {
		o.MaxComplexity = MaxComplexity
	}
	if o.Stop == nil {
		o.Stop = context.Background()
	}
	o.Streams = o.Streams.withDefaults()
	return o
}

// Request is one query with its variables.
type Request struct {
	Query string `json:"query"`
	// Variables holds what encoding/json decodes into an any, with float64 or
	// json.Number for numbers.
	Variables map[string]any `json:"variables"`
	// OperationName names the operation to execute if Query has several.
	OperationName string `json:"operationName"`
	// DocumentID stands for a query that the server knows, in place of Query.
	DocumentID string `json:"documentId,omitempty"`
	// Extensions may have persistedQuery, with the hash of a query.
	Extensions map[string]any `json:"extensions,omitempty"`
}

// Execute answers one query of the owner of the store, under the same limits as
// NewHandler. Whatever goes wrong is in the response's Errors.
func Execute(ctx context.Context, store graph.Reader, request Request) *graphql.Response {
	return ExecuteWith(ctx, store, Options{}, request)
}

// ExecuteWith is Execute with options.
func ExecuteWith(ctx context.Context, store graph.Reader, options Options, request Request) *graphql.Response {
	ctx = access.With(ctx, access.Owner())
	return newEngine(store, options).run(ctx, request, nil).response
}

// engine executes queries on one store.
type engine struct {
	store    graph.Reader
	options  Options
	executor *executor.Executor
	// documents are the queries that it has read.
	documents *documents
	answers   *answers
	jobs      *live.Jobs
	// persisted has the queries that are known by their hash.
	persisted persisted
	// delivering has a token for each value of a subscription that is being executed.
	delivering chan struct{}
}

func newEngine(store graph.Reader, options Options) *engine {
	options = options.withDefaults()
	if options.Hub == nil {
		options.Hub = live.NewHub(store, live.Options{Logger: options.Logger})
	}
	jobs := live.NewJobs(options.Stop, options.Intake)
	executor := executor.New(exec.NewExecutableSchema(exec.Config{Schema: definition(), Resolvers: root{few{store}, options.Hub, jobs, options.Editor, options.Explainer}}))
	documents := newDocuments()
	executor.SetQueryCache(documents)
	executor.SetParserTokenLimit(maxTokens)
	executor.SetErrorPresenter(presenter(options.Logger))
	executor.SetRecoverFunc(recovered)
	executor.Use(extension.Introspection{})
	return &engine{store: store, options: options, executor: executor, documents: documents, answers: newAnswers(), jobs: jobs, persisted: newPersisted(), delivering: make(chan struct{}, 4*runtime.GOMAXPROCS(0))}
}

// definition is the schema without @defer: gqlgen would return null for deferred fields
// that must not be null.
var definition = sync.OnceValue(func() *ast.Schema {
	schema := exec.NewExecutableSchema(exec.Config{}).Schema()
	delete(schema.Directives, "defer")
	return schema
})

// result is a response, and whether the request was refused before execution.
type result struct {
	response *graphql.Response
	refused  bool
}

// permission may refuse an operation. A nil permission does not.
type permission func(*ast.OperationDefinition) *gqlerror.Error

// run answers a request that has one answer.
func (e *engine) run(ctx context.Context, request Request, permit permission) result {
	return e.execute(ctx, request, func(operation *ast.OperationDefinition) *gqlerror.Error {
		if operation.Operation == ast.Subscription {
			return fault(CodeSubscription, "A subscription has many answers.")
		}
		if permit != nil {
			return permit(operation)
		}
		return nil
	}, nil)
}

// execute executes a request once. If prepared is not nil, it is given the operation
// before that is executed.
func (e *engine) execute(ctx context.Context, request Request, permit permission, prepared func(*graphql.OperationContext)) (answer result) {
	ctx, cancel := context.WithTimeout(ctx, e.options.Timeout)
	defer cancel()
	ctx, notices := withNotices(withLoaders(withCalls(withIncident(graphql.StartOperationTrace(ctx))), few{e.store}))

	defer func() { // outside resolvers, which gqlgen recovers field by field
		if cause := recover(); cause != nil {
			answer = e.refuse(ctx, gqlerror.List{gqlerror.Wrap(recovered(ctx, cause))})
		}
	}()

	if err := access.Recheck(ctx); err != nil { // a socket may have been opened long ago
		return e.refuse(ctx, gqlerror.List{turnedAway(err)})
	}
	request, wrong := e.complete(ctx, request)
	if wrong != nil {
		return e.refuse(ctx, gqlerror.List{wrong})
	}
	leave, err := e.options.Gate.Enter(ctx, turnOf(ctx, request.Query)) // reading a query costs too
	if err != nil {
		return e.refuse(ctx, gqlerror.List{turnedAway(err)})
	}
	defer leave()
	operation, errs := e.prepare(ctx, request, permit)
	if errs != nil {
		return e.refuse(ctx, errs)
	}
	if prepared != nil {
		prepared(operation)
	}
	return e.remembered(ctx, operation, func() result {
		answer := e.dispatch(ctx, operation)
		if said := notices.extensions(); said != nil && answer.response != nil {
			answer.response.Extensions = said
		}
		return answer
	})
}

// dispatch has an operation executed.
func (e *engine) dispatch(ctx context.Context, operation *graphql.OperationContext) result {
	ctx = withLatest(ctx, few{e.store}, operation.Operation)
	if comesFilled(operation.Operation) {
		ctx = direct.Filled(ctx)
	}
	respond, ctx := e.executor.DispatchOperation(ctx, operation)
	response := respond(ctx)
	if opens, ok := ctx.Value(openingKey{}).(*opening); ok && opens.source != nil {
		return result{} // a subscription that is open has no answer yet
	}
	if response == nil || ctx.Err() != nil && len(response.Errors) == 0 {
		return e.late(ctx)
	}
	return result{response: response}
}

// shapes tells queries apart by their text: with other variables, a query takes about the
// same time.
var shapes = maphash.MakeSeed()

func turnOf(ctx context.Context, query string) access.Turn {
	return access.Turn{Client: access.Of(ctx).ID, Shape: strconv.FormatUint(maphash.String(shapes, query), 36)}
}

// turnedAway shows why a request had no turn.
func turnedAway(err error) *gqlerror.Error {
	var refusal *access.Refusal
	if errors.As(err, &refusal) {
		return refusalFault(refusal)
	}
	return gqlerror.Wrap(err)
}

// prepare parses and validates a request, and checks its cost and who sends it.
func (e *engine) prepare(ctx context.Context, request Request, permit permission) (*graphql.OperationContext, gqlerror.List) {
	document, errs := e.documents.read(ctx, request.Query)
	if errs != nil {
		return nil, errs
	}
	asked, fault := operationOf(document, request.OperationName)
	if fault != nil {
		return nil, gqlerror.List{fault}
	}
	variables, fault := coerce(definition(), asked.VariableDefinitions, request.Variables)
	if fault != nil {
		return nil, gqlerror.List{fault}
	}
	operation, errs := e.executor.CreateOperationContext(withDocument(ctx, document), &graphql.RawParams{
		Query: request.Query, Variables: variables, OperationName: request.OperationName,
	})
	if errs != nil {
		return nil, errs
	}
	if permit != nil {
		if err := permit(operation.Operation); err != nil {
			return nil, gqlerror.List{err}
		}
	}
	if err := checkAccess(operation.Operation, access.Of(ctx).Role); err != nil {
		return nil, gqlerror.List{err}
	}
	cost, err := checkCost(operation, e.options.MaxComplexity)
	if err != nil {
		return nil, gqlerror.List{err}
	}
	if refusal := e.options.Budget.Spend(access.Of(ctx), cost); refusal != nil {
		return nil, gqlerror.List{refusalFault(refusal)}
	}
	return operation, nil
}

// refuse answers a request that will not be executed.
func (e *engine) refuse(ctx context.Context, errs gqlerror.List) result {
	return result{response: e.executor.DispatchError(ctx, errs), refused: true}
}
