package source

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
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
	// Patience is how long one request may take; 0 means 20 seconds.
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
)

// errNotChanged says that a page is as it was when it was last fetched.
var errNotChanged = errors.New("not changed")

func (web *Web) init() {
	web.start.Do(func() {
		dialer := &net.Dialer{Timeout: 10 * time.Second}
		if !web.Private {
			dialer.Control = publicOnly
		}
		web.hosts = map[string]*host{}
		web.client = &http.Client{
			Timeout: orDefault(web.Patience, 20*time.Second),
			Transport: &http.Transport{
				DialContext: dialer.DialContext, ResponseHeaderTimeout: orDefault(web.Patience, 20*time.Second),
				MaxResponseHeaderBytes: 256 << 10, MaxIdleConnsPerHost: 1, TLSHandshakeTimeout: 10 * time.Second,
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

// sharedAddresses are those of a provider's own network, which net/netip does not call
// private.
var sharedAddresses = netip.MustParsePrefix("100.64.0.0/10")

func isPublic(ip netip.Addr) bool {
	return ip.IsGlobalUnicast() && !ip.IsPrivate() && !ip.IsLoopback() && !ip.IsLinkLocalUnicast() && !sharedAddresses.Contains(ip)
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
		answer, wait, err := web.once(ctx, h, address)
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
		return nil, 0, Failure(Unreachable, address, withoutAddress(err), "cannot be fetched")
	}
	if response.StatusCode == http.StatusOK {
		web.State.fetched(address, response.Header.Get("ETag"), response.Header.Get("Last-Modified"))
		return pageOf(response), 0, nil
	}
	_ = response.Body.Close()
	wait, err = refusal(address, response)
	return nil, wait, err
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
	seconds, err := strconv.Atoi(response.Header.Get("Retry-After"))
	if err != nil || seconds < 0 {
		return 0
	}
	return time.Duration(min(seconds, 86_400)) * time.Second
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
	p := &page{URL: response.Request.URL.String(), Kind: strings.ToLower(strings.TrimSpace(kind)), Body: response.Body, Size: max(0, response.ContentLength)}
	for parameter := range strings.SplitSeq(parameters, ";") {
		if name, value, ok := strings.Cut(strings.TrimSpace(parameter), "="); ok && strings.EqualFold(name, "charset") {
			p.Charset = strings.Trim(value, `"' `)
		}
	}
	return p
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

// formatsOfKinds are the formats of media types that leave no doubt.
var formatsOfKinds = map[string]string{"text/html": "html", "application/xhtml+xml": "html", "application/pdf": "pdf"}
