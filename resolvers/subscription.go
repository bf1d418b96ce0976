package resolvers

import (
	"context"
	"errors"

	"dateline/graph"
	"dateline/live"
	"dateline/schema/model"
)

// A subscription is executed once to open it, which reads its arguments and yields a
// source, and then once for each value of the source. So each value is answered like a
// query of its own: with its own time, its own loaders and the store as it is then. What
// is open costs a source and no goroutine of gqlgen.

// errEnd is what a source returns that has no more values.
var errEnd = errors.New("the end")

// source yields the values of a subscription, each of the type of its field.
type source interface {
	// next waits for the next value. It returns errEnd after the last one, and the
	// context's error when that ends.
	next(ctx context.Context) (any, error)
	close()
}

// opening is what opening a subscription yields.
type opening struct{ source source }

type (
	openingKey  struct{}
	deliveryKey struct{} // of the value that an execution delivers
)

// stream returns the channel that gqlgen wants of a subscription's resolver: with the one
// value to deliver, or with none where the subscription is opened.
func stream[T any](ctx context.Context, open func() (source, error)) (<-chan T, error) {
	values := make(chan T, 1)
	defer close(values)
	if value := ctx.Value(deliveryKey{}); value != nil {
		values <- value.(T)
		return values, nil
	}
	opened, err := open()
	if err != nil {
		return nil, err
	}
	ctx.Value(openingKey{}).(*opening).source = opened
	return values, nil
}

type subscriptionResolver struct {
	hub  *live.Hub
	jobs *live.Jobs
}

func (r subscriptionResolver) Contacts(ctx context.Context, filter graph.EventFilter, since *string, checkpoints *bool) (<-chan *model.ContactChange, error) {
	return stream[*model.ContactChange](ctx, func() (source, error) {
		if err := checkFilter(ctx, filter); err != nil {
			return nil, err
		}
		subscription, err := r.hub.Subscribe(ctx, live.Settings{
			Filter: live.Filter{Who: filter.Who, With: filter.With, AnyOf: filter.AnyOf, AllOf: filter.AllOf, Means: filter.Means, Statuses: filter.Statuses, During: filter.During},
			Since:  orZero(since), Checkpoints: orZero(checkpoints),
		})
		if err != nil {
			return nil, err
		}
		return contactSource{subscription}, nil
	})
}

// contactSource yields a *model.ContactChange for each notice.
type contactSource struct{ subscription *live.Subscription }

func (s contactSource) next(ctx context.Context) (any, error) {
	notice, err := s.subscription.Next(ctx)
	if err != nil {
		return nil, err
	}
	told := &model.ContactChange{Kind: model.ContactChangeKind(notice.Kind), Cursor: notice.Cursor}
	if change := notice.Change; change != nil {
		told.At, told.EventID, told.Event, told.Before = &change.At, &change.EventID, change.Event, change.Before
	}
	return told, nil
}

func (s contactSource) close() { s.subscription.Close() }

func (r subscriptionResolver) Edits(ctx context.Context, since *string, checkpoints *bool) (<-chan *model.EditChange, error) {
	return stream[*model.EditChange](ctx, func() (source, error) {
		subscription, err := r.hub.SubscribeToEdits(ctx, live.EditSettings{Since: orZero(since), Checkpoints: orZero(checkpoints)})
		if err != nil {
			return nil, err
		}
		return editSource{subscription}, nil
	})
}

// editSource yields a *model.EditChange for each notice.
type editSource struct{ subscription *live.EditSubscription }

func (s editSource) next(ctx context.Context) (any, error) {
	notice, err := s.subscription.Next(ctx)
	if err != nil {
		return nil, err
	}
	told := &model.EditChange{Kind: model.EditChangeKind(notice.Kind), Cursor: notice.Cursor}
	if change := notice.Change; change != nil {
		told.At, told.Edit = &change.At, change.Edit
	}
	return told, nil
}

func (s editSource) close() { s.subscription.Close() }
