// Live holds many subscriptions open on a running server, loads articles meanwhile, and
// checks that each subscription is told every change once and in order:
//
//	dateline serve --store sqlite:news.db --metrics 127.0.0.1:9090 &
//	go run ./bench/live --server 127.0.0.1:8080 --pid $! --connections 9000 --each 1 --hold 1m
//
// It prints the server's memory and goroutines before, while and after, if it is on the
// same machine. Only for a server on 127.0.0.1.
package main

import (
	"context"
	"dateline/bench/command"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/coder/websocket"
)

var (
	server      = flag.String("server", "127.0.0.1:8080", "address of the server")
	metrics     = flag.String("metrics", "", "address of its metrics, for its goroutines")
	pid         = flag.Int("pid", 0, "its process, for its memory")
	connections = flag.Int("connections", 9000, "how many websockets")
	each        = flag.Int("each", 1, "how many subscriptions on each")
	hold        = flag.Duration("hold", time.Minute, "how long to hold them")
	rounds      = flag.Int("rounds", 20, "how many articles to load meanwhile")
)

func main() {
	flag.Parse()
	command.Run(func(context.Context) error { return run() })
}

// told is what the subscriptions were told.
type told struct {
	mu    sync.Mutex
	order []string          // the cursors that the first subscription was told
	count map[string]int    // how many subscriptions were told each
	last  map[string]int    // how many each subscription was told
	wrong map[string]string // the first cursor out of order, by subscription
	total atomic.Int64
}

func run() error {
	if !strings.HasPrefix(*server, "127.0.0.1:") {
		return fmt.Errorf("%s is not on 127.0.0.1", *server)
	}
	fmt.Printf("before: %s\n", state())
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	t := &told{count: map[string]int{}, last: map[string]int{}, wrong: map[string]string{}}
	var ready, running sync.WaitGroup
	limit := make(chan bool, 50)
	started := time.Now()
	failures := atomic.Int64{}
	for c := range *connections {
		ready.Add(1)
		limit <- true
		running.Go(func() {
			if err := follow(ctx, c, t, func() { ready.Done(); <-limit }); err != nil && ctx.Err() == nil {
				failures.Add(1)
				fmt.Fprintln(os.Stderr, "connection:", err)
			}
		})
	}
	ready.Wait()
	fmt.Printf("%d subscriptions on %d connections after %.1f s: %s\n", *connections**each, *connections, time.Since(started).Seconds(), state())
	began := time.Now()
	for i := range *rounds {
		if err := load(i); err != nil {
			return err
		}
		time.Sleep(*hold / time.Duration(*rounds+1))
	}
	for wait := time.Now(); time.Since(wait) < 30*time.Second && !t.complete(); {
		time.Sleep(100 * time.Millisecond)
	}
	time.Sleep(max(0, *hold-time.Since(began)))
	fmt.Printf("held for %.0f s, %d messages: %s\n", time.Since(began).Seconds(), t.total.Load(), state())
	t.report()
	stop()
	running.Wait()
	for _, after := range []time.Duration{3 * time.Second, 27 * time.Second} { // as the server notices that they are gone
		time.Sleep(after)
		fmt.Printf("after %v more: %s; %d connections failed\n", after, state(), failures.Load())
	}
	return nil
}

// follow opens a connection with its subscriptions. It calls opened once they are open.
func follow(ctx context.Context, number int, t *told, opened func()) error {
	conn, _, err := websocket.Dial(ctx, "ws://"+*server+"/graphql", &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}})
	if err != nil {
		opened()
		return err
	}
	defer func() { _ = conn.CloseNow() }()
	say := func(text string) error { return conn.Write(ctx, websocket.MessageText, []byte(text)) }
	if err := say(`{"type": "connection_init"}`); err != nil {
		opened()
		return err
	}
	open := 0
	for {
		_, data, err := conn.Read(ctx)
		if err != nil {
			return err
		}
		var m struct {
			ID, Type string
			Payload  struct {
				Data struct {
					Contacts struct{ Kind, Cursor string }
				}
			}
		}
		_ = json.Unmarshal(data, &m) // errors have another payload
		switch m.Type {
		case "connection_ack":
			for i := range *each {
				query := `subscription { contacts(checkpoints: true) { kind cursor event { id summary status } } }`
				if err := say(fmt.Sprintf(`{"id": "%d", "type": "subscribe", "payload": {"query": %q}}`, i, query)); err != nil {
					return err
				}
			}
		case "ping":
			if err := say(`{"type": "pong"}`); err != nil {
				return err
			}
		case "next":
			if m.Payload.Data.Contacts.Kind == "CHECKPOINT" {
				if open++; open == *each {
					opened()
				}
				continue
			}
			t.note(fmt.Sprintf("%d/%s", number, m.ID), m.Payload.Data.Contacts.Kind+" "+m.Payload.Data.Contacts.Cursor)
		default:
			return fmt.Errorf("heard %s", data)
		}
	}
}

// note notes what a subscription was told. All are told the same, so what one is told
// before any other is next for all.
func (t *told) note(subscription, what string) {
	t.total.Add(1)
	t.mu.Lock()
	defer t.mu.Unlock()
	place := t.last[subscription]
	t.last[subscription]++
	if place == len(t.order) {
		t.order = append(t.order, what)
	}
	t.count[what]++
	if t.order[place] != what && t.wrong[subscription] == "" {
		t.wrong[subscription] = what
	}
}

func (t *told) complete() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, n := range t.count {
		if n != *connections**each {
			return false
		}
	}
	return len(t.order) > 0
}

func (t *told) report() {
	t.mu.Lock()
	defer t.mu.Unlock()
	missing := 0
	for _, n := range t.count {
		if n != *connections**each {
			missing++
		}
	}
	fmt.Printf("%d changes; %d were not told to every subscription just once; %d subscriptions were told one out of order\n", len(t.order), missing, len(t.wrong))
}

// load loads an article.
func load(i int) error {
	text := fmt.Sprintf("President Emmanuel Macron phoned Vladimir Putin on %d March 2026, the Elysee said.", i+1)
	variables := map[string]any{"articles": []any{map[string]any{"externalId": fmt.Sprint("live-", time.Now().UnixNano()), "publisher": fmt.Sprint("Paper ", i), "published": "2026-04-01", "text": text}}}
	body, err := json.Marshal(map[string]any{"query": `mutation ($articles: [ArticleInput!]!) { load(articles: $articles) { finished outcomes { outcome reason } } }`, "variables": variables})
	if err != nil {
		return err
	}
	response, err := http.Post("http://"+*server+"/graphql", "application/json", strings.NewReader(string(body)))
	if err != nil {
		return err
	}
	defer response.Body.Close()
	var answer struct {
		Data struct {
			Load struct {
				Outcomes []struct{ Outcome, Reason string }
			}
		}
		Errors []struct{ Message string }
	}
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		return err
	}
	if len(answer.Errors) > 0 {
		return fmt.Errorf("load: %v", answer.Errors)
	}
	if outcomes := answer.Data.Load.Outcomes; len(outcomes) == 1 && outcomes[0].Outcome == "FAILED" {
		return fmt.Errorf("load: %v", outcomes)
	}
	return nil
}

// state returns the server's memory and goroutines.
func state() string {
	text := "memory unknown"
	if status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", *pid)); err == nil {
		for line := range strings.Lines(string(status)) {
			if name, value, _ := strings.Cut(line, ":"); name == "VmRSS" {
				text = "RSS " + strings.TrimSpace(value)
			}
		}
	}
	if *metrics == "" {
		return text
	}
	response, err := http.Get("http://" + *metrics + "/metrics")
	if err != nil {
		return text
	}
	defer response.Body.Close()
	for line := range strings.Lines(readAll(response)) {
		if value, ok := strings.CutPrefix(line, "go_goroutines "); ok {
			return text + ", " + strings.TrimSpace(value) + " goroutines"
		}
	}
	return text
}

func readAll(response *http.Response) string {
	data, err := io.ReadAll(response.Body)
	if err != nil {
		return ""
	}
	return string(data)
}
