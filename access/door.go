package access

import (
	"context"
	"encoding/json"
	"errors"
	"math"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/rs/cors"
)

// The codes of what a Door refuses.
const (
	CodeHost      = "HOST_NOT_ALLOWED"
	CodeCrossSite = "CROSS_SITE"
	CodeProxy     = "PROXY_NOT_ALLOWED"
)

// Door is how HTTP requests come in: it checks where they come from, and puts who sends
// them into their context.
type Door struct {
	Guard *Guard
	// Listening is the address that the server listens on.
	Listening netip.Addr
	// Hosts are further names by which clients know the server, without ports.
	Hosts []string
	// Origins are the web sites, such as https://desk.example.org, whose pages may use
	// the server from a browser.
	Origins []string
	// Proxies are the networks of proxies whose X-Forwarded-For is believed.
	Proxies []netip.Prefix
	// Budget bounds what clients and addresses may ask for; nil for no bounds.
	Budget *Budget
}

// Data serves what programs and pages read and change. Pages of other sites may neither
// do so nor embed it, except those of Origins.
func (d *Door) Data(handler http.Handler) http.Handler {
	return d.shared(d.sameSite(d.identified(handler)))
}

// Page serves what a browser opens, also by a link on another site.
func (d *Door) Page(handler http.Handler) http.Handler { return d.host(handler) }

// Require serves only those with the role.
func Require(least Role, handler http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		role := Of(r.Context()).Role
		switch {
		case role.Allows(least):
			handler.ServeHTTP(w, r)
		case role == Anonymous:
			Refuse(w, &Refusal{
				Status: http.StatusUnauthorized, Code: CodeUnauthenticated,
				Message: "This needs a key or token of the role " + least.String() + ".",
				Hint:    "Send it in the header Authorization: Bearer …; an administrator of this server gives them out.",
			})
		default:
			Refuse(w, &Refusal{
				Status: http.StatusForbidden, Code: CodeForbidden,
				Message: "This needs the role " + least.String() + "; yours is " + role.String() + ".",
				Hint:    "Use a key of that role.",
			})
		}
	})
}

// Turns are for requests that take long: they wait for their turn at a gate, and cost a
// client as much as a query of some size.
type Turns struct {
	Gate *Gate
	// Cost is what a request costs, in the units of the Budget.
	Cost int
	// Patience is how long a request waits for its turn.
	Patience time.Duration
}

// InTurn serves requests in turns. The handler stands behind Data.
func (d *Door) InTurn(turns Turns, handler http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		client := Of(r.Context())
		if refusal := d.Budget.Spend(client, turns.Cost); refusal != nil {
			refusal.Pause(r.Context())
			Refuse(w, refusal)
			return
		}
		ctx, cancel := context.WithTimeout(r.Context(), turns.Patience)
		leave, err := turns.Gate.Enter(ctx, Turn{Client: client.ID})
		cancel()
		var refusal *Refusal
		if errors.As(err, &refusal) {
			Refuse(w, refusal)
			return
		}
		defer leave()
		handler.ServeHTTP(w, r)
	})
}

// Refuse answers with a refusal, in the form of a GraphQL error.
func Refuse(w http.ResponseWriter, refusal *Refusal) {
	type extensions struct {
		Code      string `json:"code"`
		Hint      string `json:"hint"`
		Retryable bool   `json:"retryable,omitempty"`
	}
	type shown struct {
		Message    string     `json:"message"`
		Extensions extensions `json:"extensions"`
	}
	body, _ := json.Marshal(map[string][]shown{"errors": {{refusal.Message, extensions{refusal.Code, refusal.Hint, refusal.Wait > 0}}}})
	header := w.Header()
	header.Set("Content-Type", "application/json; charset=utf-8")
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Cache-Control", "no-store")
	refusal.SetHeaders(header)
	w.WriteHeader(refusal.Status)
	_, _ = w.Write(body) // a client that is gone can't be told
}

// SetHeaders sets the headers that go with a refusal.
func (r *Refusal) SetHeaders(header http.Header) {
	if r.Status == http.StatusUnauthorized {
		header.Set("WWW-Authenticate", `Bearer realm="dateline"`)
	}
	if r.Wait > 0 {
		header.Set("Retry-After", strconv.Itoa(int(math.Ceil(r.Wait.Seconds()))))
	}
}

// host refuses requests for a name that is not the server's: a page of another site could
// otherwise have its own name resolve to this server's address, and read what it answers
// (DNS rebinding).
func (d *Door) host(handler http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !d.knows(r.Host) {
			Refuse(w, &Refusal{
				Status: http.StatusMisdirectedRequest, Code: CodeHost,
				Message: "This server is not known by the name in the header Host.",
				Hint:    "Start it with --host NAME if this is one of its names.",
			})
			return
		}
		handler.ServeHTTP(w, r)
	})
}

func (d *Door) knows(host string) bool {
	name := strings.ToLower(strings.TrimSuffix(withoutPort(host), "."))
	if slices.ContainsFunc(d.Hosts, func(known string) bool { return strings.EqualFold(known, name) }) {
		return true
	}
	if address, err := netip.ParseAddr(name); err == nil {
		address = address.Unmap()
		return d.Listening.IsUnspecified() || address == d.Listening.Unmap() || address.IsLoopback() && d.Listening.IsLoopback()
	}
	return name == "localhost" && (d.Listening.IsLoopback() || d.Listening.IsUnspecified())
}

func withoutPort(host string) string {
	if name, _, err := net.SplitHostPort(host); err == nil {
		return name
	}
	return strings.Trim(host, "[]")
}

// sameSite refuses what a page of another site makes a browser send.
func (d *Door) sameSite(handler http.Handler) http.Handler {
	changes := http.NewCrossOriginProtection()
	for _, origin := range d.Origins {
		_ = changes.AddTrustedOrigin(origin) // CheckOrigin has checked it
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if changes.Check(r) != nil || d.foreign(r) {
			Refuse(w, &Refusal{
				Status: http.StatusForbidden, Code: CodeCrossSite,
				Message: "Pages of other sites may not use this server.",
				Hint:    "Start it with --cors ORIGIN if pages of that site may.",
			})
			return
		}
		handler.ServeHTTP(w, r)
	})
}

// foreign reports whether a page of another site sent a request that only reads, or that
// opens a websocket.
func (d *Door) foreign(r *http.Request) bool {
	origin := r.Header.Get("Origin")
	site := r.Header.Get("Sec-Fetch-Site")
	switch {
	case slices.Contains(d.Origins, origin), site == "same-origin", site == "none":
		return false
	case site == "cross-site":
		return true
	case origin == "": // no browser that is in use, or no page
		return false
	}
	from, err := url.Parse(origin)
	return err != nil || !strings.EqualFold(from.Host, r.Host)
}

// shared answers browsers that ask whether a page of another site may send a request.
func (d *Door) shared(handler http.Handler) http.Handler {
	handler = d.host(handler)
	if len(d.Origins) == 0 {
		return handler
	}
	return cors.New(cors.Options{
		AllowedOrigins: d.Origins,
		AllowedMethods: []string{http.MethodGet, http.MethodPost},
		AllowedHeaders: []string{"Authorization", "Content-Type", "Accept", "X-Request-Id", "Last-Event-Id"},
		ExposedHeaders: []string{"X-Request-Id", "Retry-After", "ETag"},
		MaxAge:         int((10 * time.Minute).Seconds()),
	}).Handler(handler)
}

// CheckOrigin returns an error for a text that is not the origin of a web site.
func CheckOrigin(origin string) error {
	return http.NewCrossOriginProtection().AddTrustedOrigin(origin)
}

// identified puts who sends a request into its context.
func (d *Door) identified(handler http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		address := d.address(r)
		if d.Guard.Local && forwarded(r) {
			Refuse(w, &Refusal{
				Status: http.StatusForbidden, Code: CodeProxy,
				Message: "This server has no keys and is for its own machine only, and the request came through a proxy.",
				Hint:    "Make keys (dateline key create), or start the server with --open.",
			})
			return
		}
		if !d.Guard.Local {
			if refusal := d.Budget.enter(address); refusal != nil {
				refusal.Pause(r.Context())
				Refuse(w, refusal)
				return
			}
		}
		identity, err := d.Guard.Identify(r.Context(), r.Header.Get("Authorization"), address)
		var refusal *Refusal
		if errors.As(err, &refusal) {
			Refuse(w, refusal)
			return
		}
		ctx := With(r.Context(), identity)
		handler.ServeHTTP(w, r.WithContext(withSession(ctx, session{d.Guard, address})))
	})
}

// forwarded reports whether a proxy says that it passes on the request of somebody else.
func forwarded(r *http.Request) bool {
	return slices.ContainsFunc([]string{"Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Via"},
		func(name string) bool { return r.Header.Get(name) != "" })
}

// address returns the address of the client: that of the connection, or the last one that
// a trusted proxy passed on and that is not a trusted proxy itself. A network of IPv6
// counts as one client, since each has more addresses than could be counted.
func (d *Door) address(r *http.Request) string {
	peer, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr // not from a network
	}
	client := peer.Addr().Unmap()
	passed := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for _, text := range slices.Backward(passed) {
		if !d.trusts(client) {
			break
		}
		earlier, err := netip.ParseAddr(strings.TrimSpace(text))
		if err != nil {
			break
		}
		client = earlier.Unmap()
	}
	if client.Is6() {
		if network, err := client.WithZone("").Prefix(64); err == nil {
			return network.Masked().Addr().String()
		}
	}
	return client.String()
}

func (d *Door) trusts(address netip.Addr) bool {
	return slices.ContainsFunc(d.Proxies, func(network netip.Prefix) bool { return network.Contains(address) })
}
