package source

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"sync"
	"sync/atomic"
	"time"

	"github.com/temoto/robotstxt"
)

// host is a server with its rules for programs, and the time of the last request.
type host struct {
	asking sync.Mutex // one request at a time asks for the rules
	rules  *robotstxt.Group
	none   bool // the server has no rules
	// pause is the time between two requests.
	pause time.Duration
	turns sync.Mutex
	last  time.Time
	// until is when the server is to be asked again, in nanoseconds since 1970, if it said so.
	until atomic.Int64
	// strikes is how many requests in a row were not answered.
	strikes atomic.Int32
}

// note counts the requests that were not answered.
func (h *host) note(err error) {
	var failed *Error
	if err != nil && errors.As(err, &failed) && failed.Reason == Unreachable && failed.Err != nil {
		h.strikes.Add(1)
		return
	}
	h.strikes.Store(0)
}

// leaveAlone notes that a server asks to be left alone.
func (h *host) leaveAlone(wait time.Duration) { h.until.Store(time.Now().Add(wait).UnixNano()) }

// leftAloneUntil returns when a server is to be asked again; zero if it can be asked now.
func (h *host) leftAloneUntil() time.Time {
	until := time.Unix(0, h.until.Load())
	if time.Now().After(until) {
		return time.Time{}
	}
	return until
}

// isSilent reports whether a host has not answered so often that it is asked no more.
func (h *host) isSilent() bool { return h.strikes.Load() >= maxStrikes }

func (web *Web) host(address *url.URL) *host {
	web.mutex.Lock()
	defer web.mutex.Unlock()
	key := address.Scheme + "://" + address.Host
	h := web.hosts[key]
	if h == nil {
		h = &host{pause: orDefault(web.Pause, time.Second)}
		web.hosts[key] = h
	}
	return h
}

// turn waits until the next request to a host is due.
func (h *host) turn(ctx context.Context) error {
	h.turns.Lock()
	defer h.turns.Unlock()
	if err := sleep(ctx, time.Until(h.last.Add(h.pause))); err != nil {
		return err
	}
	h.last = time.Now()
	return nil
}

const (
	maxRobots     = 512 << 10 // bytes of robots.txt, as RFC 9309 asks for
	maxCrawlDelay = 10 * time.Second
)

// allows returns an error if a host's robots.txt does not allow an address, or cannot be
// fetched though there may be one.
func (h *host) allows(ctx context.Context, web *Web, address *url.URL) error {
	h.asking.Lock()
	defer h.asking.Unlock()
	if h.rules == nil && !h.none && !h.isSilent() {
		err := h.ask(ctx, web, address)
		h.note(err)
		if err != nil {
			return err
		}
	}
	if h.rules != nil && !h.rules.Test(address.RequestURI()) {
		return Failure(Refused, "", nil, "is not to be fetched by programs, as the site's robots.txt says")
	}
	return nil
}

func (h *host) ask(ctx context.Context, web *Web, address *url.URL) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address.Scheme+"://"+address.Host+"/robots.txt", nil)
	if err != nil {
		return err
	}
	request.Header.Set("User-Agent", web.Agent)
	if err := h.turn(ctx); err != nil {
		return err
	}
	response, err := web.client.Do(request)
	if err != nil {
		return failureOf("", withoutAddress(err), Unreachable, "cannot be fetched")
	}
	defer response.Body.Close()
	switch {
	case response.StatusCode >= 500:
		return Failure(Unreachable, "", nil, "cannot be fetched: the site's robots.txt is not served now (%s)", response.Status)
	case response.StatusCode != http.StatusOK:
		h.none = true
		return nil
	}
	text, err := io.ReadAll(io.LimitReader(response.Body, maxRobots))
	if err != nil {
		return Failure(Unreachable, "", err, "cannot be fetched: the site's robots.txt cannot be read")
	}
	rules, err := parseRobots(text)
	if err != nil {
		h.none = true
		return nil
	}
	h.rules = rules.FindGroup(web.Agent)
	h.pause = max(h.pause, min(h.rules.CrawlDelay, maxCrawlDelay))
	return nil
}

// parseRobots returns an error if the library panics on hostile rules.
func parseRobots(text []byte) (rules *robotstxt.RobotsData, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the reader panicked: %v", p)
		}
	}()
	return robotstxt.FromBytes(text)
}
