package source

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"
)

// Web fetches pages and feeds. It asks robots.txt, waits between two requests to one
// host, and does not connect to private addresses unless it may.
type Web struct {
	// Agent names the program to servers.
	Agent string
	// Private allows addresses of this machine and of private networks.
	Private bool
	// Pause is the time between two requests to one host; 0 means one second.
	Pause time.Duration
	// Patience is how long one request may take, with its answer; 0 means 8 seconds.
	Patience time.Duration
	// State, if set, remembers what servers said, so that what has not changed is not sent
	// again.
	State *State

	start  sync.Once
	client *http.Client
	mutex  sync.Mutex
	hosts  map[string]*host
}

// The limits of fetching.
const (
	maxRedirects  = 5
	maxTries      = 3
	maxRetryAfter = 10 * time.Second // longer waits are left to the next round
	usualPatience = 8 * time.Second
	// maxStrikes is how many requests in a row a host may leave unanswered before it is
	// asked no more.
	maxStrikes = 3
)

// errNotChanged says that a page is as it was when it was last fetched.
var errNotChanged = errors.New("not changed")

func (web *Web) init() {
	web.start.Do(func() {
		dialer := &net.Dialer{Timeout: usualPatience}
		if !web.Private {
			dialer.Control = publicOnly
		}
		web.hosts = map[string]*host{}
		web.client = &http.Client{
			Timeout: orDefault(web.Patience, usualPatience),
			Transport: &http.Transport{
				DialContext: dialer.DialContext, ResponseHeaderTimeout: orDefault(web.Patience, usualPatience),
				MaxResponseHeaderBytes: 256 << 10, MaxIdleConnsPerHost: 1, TLSHandshakeTimeout: usualPatience,
			},
			CheckRedirect: func(next *http.Request, before []*http.Request) error {
				if len(before) > maxRedirects {
					return Failure(Refused, "", nil, "redirects more than %d times", maxRedirects)
				}
				return checkAddress(next.URL)
			},
		}
	})
}

func orDefault(d, otherwise time.Duration) time.Duration {
	if d > 0 {
		return d
	}
	return otherwise
}

// publicOnly refuses private addresses when a connection is made, after the name was
// resolved, so that no name and no redirect leads to one.
func publicOnly(_, address string, _ syscall.RawConn) error {
	to, err := netip.ParseAddrPort(address)
	if err != nil {
		return err
	}
	if ip := to.Addr().Unmap(); !isPublic(ip) {
		return Failure(Refused, "", nil, "leads to the private address %s: allow it with --private", ip)
	}
	return nil
}

// specialAddresses are those of IANA's registries of special-purpose addresses (RFC 6890)
// that net/netip has no word for: networks of a provider, of tests and of the future, and
// those of IPv6 that hold an address of IPv4, which may be a private one.
var specialAddresses = prefixes("0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24",
	"203.0.113.0/24", "240.0.0.0/4", "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "fec0::/10")

func prefixes(texts ...string) []netip.Prefix {
	var all []netip.Prefix
	for _, text := range texts {
		all = append(all, netip.MustParsePrefix(text))
	}
	return all
}

func isPublic(ip netip.Addr) bool {
	ip = ip.Unmap().WithZone("")
	if !ip.IsGlobalUnicast() || ip.IsPrivate() {
		return false
	}
	return !slices.ContainsFunc(specialAddresses, func(p netip.Prefix) bool { return p.Contains(ip) })
}

func checkAddress(address *url.URL) error {
	if address.Scheme != "http" && address.Scheme != "https" {
		return Failure(Refused, "", nil, "leads to an address of the kind %s:, and only http: and https: are fetched", address.Scheme)
	}
	return nil
}

// page is an answer of a server. Body must be closed.
type page struct {
	URL     string // after redirects
	Kind    string // media type, in lower case
	Charset string
	Body    io.ReadCloser
	Size    int64
}

// get fetches an address, trying again if the server is busy.
func (web *Web) get(ctx context.Context, address string) (*page, error) {
	web.init()
	parsed, err := url.Parse(address)
	if err != nil || parsed.Host == "" {
		return nil, Failure(NotFound, address, err, "is not a web address")
	}
	if err := checkAddress(parsed); err != nil {
		return nil, failureOf(address, err, Refused, "cannot be fetched")
	}
	h := web.host(parsed)
	if err := h.allows(ctx, web, parsed); err != nil {
		return nil, failureOf(address, err, Unreachable, "cannot be fetched")
	}
	for try := 1; ; try++ {
		if h.isSilent() {
			return nil, Failure(Unreachable, address, nil, "is not asked for, since its server has left %d requests in a row unanswered", maxStrikes)
		}
		if until := h.leftAloneUntil(); !until.IsZero() {
			return nil, Failure(Unreachable, address, nil, "is not asked for before %s, as its server asks", until.UTC().Format(time.DateTime))
		}
		answer, wait, err := web.once(ctx, h, address)
		h.note(err)
		if wait > maxRetryAfter {
			h.leaveAlone(wait)
		}
		if err == nil || wait < 0 || wait > maxRetryAfter || try == maxTries {
			return answer, err
		}
		if err := sleep(ctx, max(wait, time.Duration(try)*h.pause)); err != nil {
			return nil, err
		}
	}
}

// once fetches an address once. wait is how long to wait before trying again; negative if
// that does not help.
func (web *Web) once(ctx context.Context, h *host, address string) (answer *page, wait time.Duration, err error) {
	if err := h.turn(ctx); err != nil {
		return nil, -1, err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, -1, Failure(NotFound, address, err, "is not a web address")
	}
	request.Header.Set("User-Agent", web.Agent)
	request.Header.Set("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
	known := web.State.page(address)
	if known.Same >= maxSame {
		known = pageState{}
	}
	if known.ETag != "" {
		request.Header.Set("If-None-Match", known.ETag)
	}
	if known.Modified != "" {
		request.Header.Set("If-Modified-Since", known.Modified)
	}
	response, err := web.client.Do(request)
	if err != nil {
		var own *Error
		if errors.As(err, &own) {
			return nil, -1, &Error{Reason: own.Reason, Source: address, Message: own.Message}
		}
		wait = 0
		if isTimeout(err) { // asking again would take as long
			wait = -1
		}
		return nil, wait, Failure(Unreachable, address, withoutAddress(err), "cannot be fetched")
	}
	if response.StatusCode == http.StatusOK {
		web.State.fetched(address, response.Header.Get("ETag"), response.Header.Get("Last-Modified"))
		return pageOf(response), 0, nil
	}
	_ = response.Body.Close()
	if response.StatusCode == http.StatusNotModified {
		web.State.notChanged(address)
	}
	wait, err = refusal(address, response)
	return nil, wait, err
}

func isTimeout(err error) bool {
	var timeout net.Error
	return errors.As(err, &timeout) && timeout.Timeout()
}

// refusal returns the error of an answer without a page, and how long to wait before
// trying again.
func refusal(address string, response *http.Response) (time.Duration, error) {
	switch code := response.StatusCode; {
	case code == http.StatusNotModified:
		return -1, errNotChanged
	case code == http.StatusNotFound || code == http.StatusGone:
		return -1, Failure(NotFound, address, nil, "is not there (%s)", response.Status)
	case code == http.StatusTooManyRequests || code >= 500:
		return retryAfter(response), Failure(Unreachable, address, nil, "is not served now (%s)", response.Status)
	default:
		return -1, Failure(Refused, address, nil, "is refused by the server (%s)", response.Status)
	}
}

func retryAfter(response *http.Response) time.Duration {
	const longest = 24 * time.Hour
	written := response.Header.Get("Retry-After")
	if at, err := http.ParseTime(written); err == nil {
		return min(max(0, time.Until(at)), longest)
	}
	seconds, err := strconv.ParseFloat(written, 64)
	if err != nil || !(seconds > 0) { // nor NaN
		return 0
	}
	return time.Duration(min(seconds, longest.Seconds()) * float64(time.Second))
}

// withoutAddress drops the method and the address that errors of net/http begin with.
func withoutAddress(err error) error {
	var wrapped *url.Error
	if errors.As(err, &wrapped) {
		return wrapped.Err
	}
	return err
}

func pageOf(response *http.Response) *page {
	kind, parameters, _ := strings.Cut(response.Header.Get("Content-Type"), ";")
	p := &page{URL: response.Request.URL.String(), Kind: strings.ToLower(strings.TrimSpace(kind)), Body: &webBody{response.Body}, Size: max(0, response.ContentLength)}
	for parameter := range strings.SplitSeq(parameters, ";") {
		if name, value, ok := strings.Cut(strings.TrimSpace(parameter), "="); ok && strings.EqualFold(name, "charset") {
			p.Charset = strings.Trim(value, `"' `)
		}
	}
	return p
}

// webBody tells of a server that does not send all of its answer.
type webBody struct{ io.ReadCloser }

// Read implements io.Reader.
func (b *webBody) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		err = Failure(Unreachable, "", withoutAddress(err), "cannot be fetched whole")
	}
	return n, err
}

func sleep(ctx context.Context, d time.Duration) error {
	select {
	case <-time.After(d):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// url opens what is at an address.
func (w *walk) url(address string, known Known) {
	if w.Web == nil {
		w.fail(Failure(UnknownFormat, address, nil, "is a URL, and only files are read here"))
		return
	}
	if !w.visit(address) {
		return
	}
	answer, err := w.Web.get(w.ctx, address)
	if errors.Is(err, errNotChanged) {
		w.pass(address, "has not changed")
		return
	}
	if err != nil {
		w.fail(failureOf(address, err, Unreachable, "cannot be fetched"))
		return
	}
	defer answer.Body.Close()
	known.URL = first(known.URL, answer.URL)
	item := Item{Name: address, Charset: answer.Charset, Body: answer.Body, Size: answer.Size, Known: known, Format: formatsOfKinds[answer.Kind], Address: answer.URL}
	w.open(item)
}

// listing notes that a list of this kind is read, until done is called. It returns false within
// another one of the kind: a server could make up lists in lists for ever.
func (w *walk) listing(kind, name string) (done func(), ok bool) {
	if w.lists[kind] {
		w.fail(Failure(Refused, name, nil, "is a list within a list of the same kind, and is not followed"))
		return nil, false
	}
	if w.lists == nil {
		w.lists = map[string]bool{}
	}
	w.lists[kind] = true
	return func() { delete(w.lists, kind) }, true
}

// maxVisited is the most addresses that one source of a load leads to.
const maxVisited = 50_000

// visit reports whether an address is to be fetched. Lists that lead to each other, or that
// a server makes up for ever, come to an end.
func (w *walk) visit(address string) bool {
	if w.visited == nil {
		w.visited = map[string]bool{}
	}
	switch {
	case w.visited[address]:
		w.pass(address, "is listed twice")
		return false
	case len(w.visited) == maxVisited:
		w.visited[address] = true
		w.fail(Failure(TooLarge, address, nil, "is not fetched, nor what follows: the list leads to more than %d addresses", maxVisited))
		return false
	case len(w.visited) > maxVisited:
		return false
	}
	w.visited[address] = true
	return true
}

// formatsOfKinds are the formats of media types that leave no doubt.
var formatsOfKinds = map[string]string{"text/html": "html", "application/xhtml+xml": "html", "application/pdf": "pdf"}
