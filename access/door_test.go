package access

import (
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// shown serves the identity of whoever asks.
var shown = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
	who := Of(r.Context())
	io.WriteString(w, who.Role.String()+" "+who.ID)
})

func request(method, url string, headers ...string) *http.Request {
	r := httptest.NewRequest(method, url, nil)
	r.RemoteAddr = "192.0.2.7:4711"
	for i := 0; i < len(headers); i += 2 {
		r.Header.Add(headers[i], headers[i+1])
	}
	return r
}

// answer returns the status and, of a refusal, its code; else the body.
func answer(t *testing.T, handler http.Handler, r *http.Request) (status int, code string) {
	t.Helper()
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, r)
	body := w.Body.String()
	if w.Code < 400 {
		return w.Code, body
	}
	var refusal struct {
		Errors []struct {
			Message    string
			Extensions struct{ Code, Hint string }
		}
	}
	if err := json.Unmarshal([]byte(body), &refusal); err != nil || len(refusal.Errors) != 1 || refusal.Errors[0].Message == "" || refusal.Errors[0].Extensions.Hint == "" {
		t.Errorf("not a refusal that can be read: %s", body)
		return w.Code, ""
	}
	return w.Code, refusal.Errors[0].Extensions.Code
}

func TestDoor(t *testing.T) {
	keys, _ := keyFile(t)
	editor := create(t, keys, "Ana", Editor, time.Time{})
	id, _ := splitKey(editor)
	quiet := slog.New(slog.DiscardHandler)
	local := &Door{Guard: &Guard{Local: true}, Listening: netip.MustParseAddr("127.0.0.1")}
	public := &Door{
		Guard: &Guard{Keys: keys, Log: quiet}, Listening: netip.MustParseAddr("0.0.0.0"), Hosts: []string{"news.example.org"},
		Origins: []string{"https://desk.example.org"}, Proxies: []netip.Prefix{netip.MustParsePrefix("192.0.2.0/24")},
	}
	open := &Door{Guard: &Guard{Anyone: Reader}, Listening: netip.MustParseAddr("192.0.2.10")}
	const here = "http://127.0.0.1:8080/graphql"
	const news = "http://news.example.org/graphql"
	tests := map[string]struct {
		door   *Door
		asked  *http.Request
		status int
		want   string
	}{
		"the owner":                         {local, request("GET", here), 200, "admin local"},
		"the owner, by another name":        {local, request("GET", "http://localhost:9/graphql"), 200, "admin local"},
		"the owner, IPv6":                   {local, request("GET", "http://[::1]:8080/graphql"), 200, "admin local"},
		"a name that was made to lead here": {local, request("POST", "http://evil.example.org:8080/graphql"), 421, CodeHost},
		"another address":                   {local, request("GET", "http://192.0.2.9/graphql"), 421, CodeHost},
		"through a proxy":                   {local, request("GET", here, "X-Forwarded-For", "203.0.113.5"), 403, CodeProxy},
		"a credential where none is known":  {local, request("GET", here, "Authorization", "Bearer "+editor), 401, CodeUnauthenticated},
		"a page of another site reads":      {local, request("GET", here, "Sec-Fetch-Site", "cross-site"), 403, CodeCrossSite},
		"it opens a websocket":              {local, request("GET", here, "Origin", "https://evil.example.org", "Upgrade", "websocket"), 403, CodeCrossSite},
		"a page without an origin":          {local, request("GET", here, "Origin", "null"), 403, CodeCrossSite},
		"a page of another site writes":     {local, request("POST", here, "Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example.org"), 403, CodeCrossSite},
		"an old browser writes":             {local, request("POST", here, "Origin", "https://evil.example.org"), 403, CodeCrossSite},
		"its own page":                      {local, request("POST", here, "Sec-Fetch-Site", "same-origin", "Origin", "http://127.0.0.1:8080"), 200, "admin local"},

		"without a key":                       {public, request("GET", news), 200, "anonymous address:192.0.2.7"},
		"with a key":                          {public, request("GET", news, "Authorization", "Bearer "+editor), 200, "editor key:" + id},
		"with a key, small letters":           {public, request("GET", news, "Authorization", "bearer  "+editor+" "), 200, "editor key:" + id},
		"with a wrong key":                    {public, request("GET", news, "Authorization", "Bearer dateline_a_b"), 401, CodeUnauthenticated},
		"with a token where none is known":    {public, request("GET", news, "Authorization", "Bearer eyJ.eyJ.x"), 401, CodeUnauthenticated},
		"with a password":                     {public, request("GET", news, "Authorization", "Basic YTpi"), 401, CodeUnauthenticated},
		"with nothing after Bearer":           {public, request("GET", news, "Authorization", "Bearer"), 401, CodeUnauthenticated},
		"any address where it listens on all": {public, request("GET", "http://203.0.113.9/graphql"), 200, "anonymous address:192.0.2.7"},
		"another name":                        {public, request("GET", "http://other.example.org/graphql"), 421, CodeHost},
		"a name with a dot":                   {public, request("GET", "http://NEWS.example.org./graphql"), 200, "anonymous address:192.0.2.7"},
		"a page of a site that may":           {public, request("GET", news, "Sec-Fetch-Site", "cross-site", "Origin", "https://desk.example.org"), 200, "anonymous address:192.0.2.7"},
		"it writes":                           {public, request("POST", news, "Sec-Fetch-Site", "cross-site", "Origin", "https://desk.example.org"), 200, "anonymous address:192.0.2.7"},
		"a site with another scheme":          {public, request("POST", news, "Origin", "http://desk.example.org"), 403, CodeCrossSite},
		"behind a proxy":                      {public, request("GET", news, "X-Forwarded-For", "198.51.100.1, 203.0.113.5"), 200, "anonymous address:203.0.113.5"},
		"behind two proxies":                  {public, request("GET", news, "X-Forwarded-For", "198.51.100.1, 203.0.113.5, 192.0.2.8"), 200, "anonymous address:203.0.113.5"},
		"behind a proxy, nonsense":            {public, request("GET", news, "X-Forwarded-For", "198.51.100.1, x"), 200, "anonymous address:192.0.2.7"},

		"anybody":                       {open, request("GET", "http://192.0.2.10/graphql"), 200, "reader address:192.0.2.7"},
		"anybody, forwarded by nobody":  {open, request("GET", "http://192.0.2.10/graphql", "X-Forwarded-For", "203.0.113.5"), 200, "reader address:192.0.2.7"},
		"this machine, not listened on": {open, request("GET", here), 421, CodeHost},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if status, got := answer(t, test.door.Data(shown), test.asked); status != test.status || got != test.want {
				t.Errorf("%d %q, want %d %q", status, got, test.status, test.want)
			}
		})
	}
}

// TestPagesMayBeLinkedTo: a link on another site opens a page, under the server's names only.
func TestPagesMayBeLinkedTo(t *testing.T) {
	door := &Door{Guard: &Guard{Local: true}, Listening: netip.MustParseAddr("127.0.0.1")}
	link := request("GET", "http://127.0.0.1:8080/", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate")
	if status, _ := answer(t, door.Page(shown), link); status != 200 {
		t.Errorf("a link is answered with %d", status)
	}
	if status, _ := answer(t, door.Page(shown), request("GET", "http://evil.example.org/")); status != 421 {
		t.Errorf("another name is answered with %d", status)
	}
}

func TestNetworkOfIPv6IsOneClient(t *testing.T) {
	door := &Door{Guard: &Guard{Anyone: Reader}, Listening: netip.MustParseAddr("::")}
	r := request("GET", "http://[2001:db8::1]/graphql")
	r.RemoteAddr = "[2001:db8:1:2:3:4:5:6]:4711"
	if _, got := answer(t, door.Data(shown), r); got != "reader address:2001:db8:1:2::" {
		t.Error(got)
	}
}

// TestBrowsersAreToldWhatIsAllowed asks as a browser does before a page of another site
// may send JSON.
func TestBrowsersAreToldWhatIsAllowed(t *testing.T) {
	door := &Door{Guard: &Guard{Anyone: Reader}, Listening: netip.MustParseAddr("0.0.0.0"), Origins: []string{"https://desk.example.org"}}
	for origin, want := range map[string]string{"https://desk.example.org": "https://desk.example.org", "https://evil.example.org": ""} {
		w := httptest.NewRecorder()
		door.Data(shown).ServeHTTP(w, request("OPTIONS", "http://192.0.2.1/graphql",
			"Origin", origin, "Access-Control-Request-Method", "POST", "Access-Control-Request-Headers", "authorization,content-type"))
		if got := w.Header().Get("Access-Control-Allow-Origin"); got != want {
			t.Errorf("%s: allowed origin %q, want %q", origin, got, want)
		}
		if w.Header().Get("Access-Control-Allow-Credentials") != "" {
			t.Error("cookies are allowed, which nothing here uses")
		}
	}
}

func TestAddressHasABudget(t *testing.T) {
	keys, _ := keyFile(t)
	door := &Door{
		Guard: &Guard{Keys: keys, Log: slog.New(slog.DiscardHandler)}, Listening: netip.MustParseAddr("0.0.0.0"),
		Budget: NewBudget(BudgetOptions{Requests: 0.1}),
	}
	handler := door.Data(shown)
	for range 100 {
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, request("GET", "http://192.0.2.1/", "Authorization", "Bearer dateline_a_b"))
		if w.Code == http.StatusTooManyRequests {
			if wait := w.Header().Get("Retry-After"); wait != "1" {
				t.Errorf("Retry-After: %q", wait)
			}
			return
		}
	}
	t.Error("wrong keys can be tried without end")
}

func TestRequire(t *testing.T) {
	for role, want := range map[Role]int{Anonymous: 401, Reader: 403, Editor: 200, Admin: 200} {
		handler := As(Identity{Role: role}, Require(Editor, shown))
		if status, _ := answer(t, handler, request("GET", "/")); status != want {
			t.Errorf("%s: %d, want %d", role, status, want)
		}
	}
}

// TestLongRequestsTakeTurns: one client's long requests leave a place to another's, and
// each costs its client.
func TestLongRequestsTakeTurns(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		door := &Door{Budget: NewBudget(BudgetOptions{Cost: 1, MostCost: 100})}
		began, end := make(chan string, 10), make(chan struct{})
		handler := door.InTurn(Turns{Gate: NewGate(4), Cost: 10, Patience: time.Second}, http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
			began <- Of(r.Context()).ID
			<-end
		}))
		codes := make(chan int, 10)
		ask := func(client string) {
			go func() {
				w := httptest.NewRecorder()
				As(Identity{ID: client}, handler).ServeHTTP(w, request("GET", "/"))
				codes <- w.Code
			}()
			synctest.Wait()
		}
		for range 4 {
			ask("key:a")
		}
		ask("key:b")
		if len(began) != 4 {
			t.Errorf("%d run at once, want three of one client and one of the other", len(began))
		}
		if code := <-codes; code != 503 { // after a second
			t.Errorf("who waited too long has %d", code)
		}
		close(end)
		for range 4 {
			if code := <-codes; code != 200 {
				t.Errorf("answered with %d", code)
			}
		}
		for range 7 {
			ask("key:a")
			<-codes
		}
		w := httptest.NewRecorder()
		As(Identity{ID: "key:a"}, handler).ServeHTTP(w, request("GET", "/"))
		if w.Code != 429 {
			t.Errorf("beyond its budget a client has %d", w.Code)
		}
	})
}

// TestLoginLater logs in as a websocket does: by its first message.
func TestLoginLater(t *testing.T) {
	keys, _ := keyFile(t)
	editor := create(t, keys, "Ana", Editor, time.Time{})
	door := &Door{Guard: &Guard{Keys: keys, Log: slog.New(slog.DiscardHandler)}, Listening: netip.MustParseAddr("0.0.0.0")}
	door.Data(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		for authorization, want := range map[string]Role{"": Anonymous, "Bearer " + editor: Editor} {
			ctx, err := Login(r.Context(), authorization)
			if err != nil || Of(ctx).Role != want {
				t.Errorf("%q: %s, %v", authorization, Of(ctx).Role, err)
			}
		}
		ctx, err := Login(r.Context(), "Bearer "+strings.ToUpper(editor))
		if err == nil || Of(ctx).Role != Anonymous {
			t.Errorf("a wrong key makes a %s: %v", Of(ctx).Role, err)
		}
	})).ServeHTTP(httptest.NewRecorder(), request("GET", "http://192.0.2.1/graphql"))
	if _, err := Login(t.Context(), "Bearer "+editor); err == nil {
		t.Error("a key is accepted where no guard is")
	}
}

// TestRecheck: a connection that stays open learns that its key was revoked or has expired.
func TestRecheck(t *testing.T) {
	keys, now := keyFile(t)
	editor := create(t, keys, "Ana", Editor, time.Time{})
	id, _ := splitKey(editor)
	door := &Door{Guard: &Guard{Keys: keys}, Listening: netip.MustParseAddr("0.0.0.0")}
	door.Data(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		ctx, err := Login(r.Context(), "Bearer "+editor)
		if err != nil {
			t.Fatal(err)
		}
		for _, valid := range []context.Context{ctx, r.Context(), With(ctx, Identity{ID: "oidc:a#b", Until: time.Now().Add(time.Hour)})} {
			if err := Recheck(valid); err != nil {
				t.Errorf("%s: %v", Of(valid).ID, err)
			}
		}
		if err := Recheck(With(ctx, Identity{ID: "oidc:a#b", Until: time.Now().Add(-time.Second)})); err == nil {
			t.Error("an expired token is still accepted")
		}
		if err := keys.Revoke(id); err != nil {
			t.Fatal(err)
		}
		*now = now.Add(2 * recheck)
		if err := Recheck(ctx); err == nil {
			t.Error("a revoked key is still accepted")
		}
	})).ServeHTTP(httptest.NewRecorder(), request("GET", "http://192.0.2.1/graphql"))
}
