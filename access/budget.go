package access

import (
	"net/http"
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/time/rate"
)

// CodeRateLimited is the code of a request beyond a client's budget.
const CodeRateLimited = "RATE_LIMITED"

// BudgetOptions are the bounds of a client: a key, a token's subject, or the address of
// those without either. A bound of 0 is none.
type BudgetOptions struct {
	// Requests is how many requests a client may send a second, on average.
	Requests float64
	// Cost is what the requests of a client may cost a second, on average, in the units in
	// which Spend is told.
	Cost float64
	// MostCost is the largest cost of one request. A client that has saved for it can
	// always afford it.
	MostCost int
}

const (
	// savings is for how long a client that asks for nothing saves up its budget.
	savings = 30 * time.Second
	// clientsOfAddress is how many clients with keys an address may have at their full
	// rate, as an office behind one router has.
	clientsOfAddress = 10
	// maxClients is how many clients are remembered. Of more, those that asked for
	// nothing for the longest time start anew.
	maxClients = 20_000
)

// Budget bounds what each client may ask for, by token buckets. A nil Budget has no
// bounds, and the Owner has none in any.
type Budget struct {
	options BudgetOptions
	mu      sync.Mutex
	clients *lru.Cache[string, *account]
	now     func() time.Time
}

type account struct{ requests, cost *rate.Limiter }

// NewBudget returns a budget in which nobody has spent anything.
func NewBudget(options BudgetOptions) *Budget {
	clients, _ := lru.New[string, *account](maxClients) // fails only for a size below 1
	return &Budget{options: options, clients: clients, now: time.Now}
}

// Spend takes the cost of one request from a client's budget. It returns why not if the
// budget does not suffice, and then takes nothing.
func (b *Budget) Spend(client Identity, cost int) *Refusal {
	if b == nil || client.Local() {
		return nil
	}
	account := b.account("client "+client.ID, 1)
	if wait := b.take(account.requests, 1); wait > 0 {
		return tooMany("You have sent too many requests.", wait)
	}
	if wait := b.take(account.cost, cost); wait > 0 {
		return tooMany("Your requests have asked for too much.", wait)
	}
	return nil
}

// enter counts a request of an address before it is known who sends it, so that wrong
// credentials have a bound as well.
func (b *Budget) enter(address string) *Refusal {
	if b == nil {
		return nil
	}
	if wait := b.take(b.account("address "+address, clientsOfAddress).requests, 1); wait > 0 {
		return tooMany("Too many requests have come from your address.", wait)
	}
	return nil
}

func tooMany(message string, wait time.Duration) *Refusal {
	return &Refusal{
		Status: http.StatusTooManyRequests, Code: CodeRateLimited, Message: message,
		Hint: "Wait as long as Retry-After says, and ask less often or for less at once.", Wait: wait,
	}
}

func (b *Budget) account(client string, share float64) *account {
	b.mu.Lock()
	defer b.mu.Unlock()
	found, ok := b.clients.Get(client)
	if !ok {
		found = &account{
			requests: limiter(b.options.Requests*share, 1),
			cost:     limiter(b.options.Cost*share, b.options.MostCost),
		}
		b.clients.Add(client, found)
	}
	return found
}

// limiter returns a full bucket that holds at least a number of units.
func limiter(perSecond float64, least int) *rate.Limiter {
	if perSecond <= 0 {
		return nil
	}
	return rate.NewLimiter(rate.Limit(perSecond), max(least, int(perSecond*savings.Seconds())))
}

// take takes units from a bucket, or returns how long it takes until they are there.
func (b *Budget) take(bucket *rate.Limiter, units int) (wait time.Duration) {
	if bucket == nil {
		return 0
	}
	now := b.now()
	reservation := bucket.ReserveN(now, min(units, bucket.Burst()))
	wait = reservation.DelayFrom(now)
	if wait > 0 {
		reservation.CancelAt(now)
	}
	return wait
}
