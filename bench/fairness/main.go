// Fairness measures what an honest client of a running server notices while another one
// sends expensive queries as fast as it can: the time of its own small query before and
// during the attack, and whether /readyz stays green. Both may be told apart by keys, or
// not at all.
//
//	go run ./bench/fairness --url http://127.0.0.1:8080 [--honest KEY --greedy KEY]
package main

import (
	"context"
	"dateline/bench/command"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/alecthomas/kong"
)

type options struct {
	URL     string        `help:"The server." default:"http://127.0.0.1:8080"`
	Honest  string        `help:"Key of the honest client."`
	Greedy  string        `help:"Key of the other client."`
	Clients int           `help:"Connections of the other client." default:"50"`
	For     time.Duration `help:"How long each part takes." default:"5s"`
	Attack  string        `help:"The other client's query." default:"{ ${aliases} }"`
}

// modest is what the honest client asks for.
const modest = `{ contacts(first: 20) { nodes { summary status reports(first: 2) { nodes { quote article { title publisher } } } } } }`

// attack asks for thirty things at once, each with a total that a store has to count.
func attack() string {
	var fields []string
	for i := range 30 {
		fields = append(fields, fmt.Sprintf(`a%d: contacts(text: "of", minArticles: %d, first: 20) { totalCount nodes { summary reports(first: 3) { nodes { quote } } } }`, i, i%3))
	}
	return strings.Join(fields, " ")
}

func main() {
	var o options
	kong.Parse(&o, kong.Description("Measures what an honest client notices of a greedy one."), kong.Vars{"aliases": attack()})
	command.Run(o.run)
}

func (o *options) run(ctx context.Context) error {
	before, err := o.ask(ctx, "alone")
	if err != nil {
		return err
	}
	attacking, stop := context.WithCancel(ctx)
	var all sync.WaitGroup
	var mu sync.Mutex
	answers := map[int]int{}
	for range o.Clients {
		all.Go(func() {
			client := &http.Client{Transport: &http.Transport{}}
			for attacking.Err() == nil {
				status, _, err := o.send(attacking, client, o.Greedy, o.Attack)
				if err == nil {
					mu.Lock()
					answers[status]++
					mu.Unlock()
				}
			}
		})
	}
	time.Sleep(o.For / 5)
	during, err := o.ask(ctx, "attacked")
	stop()
	all.Wait()
	if err != nil {
		return err
	}
	fmt.Printf("p99 while attacked is %.1f times that alone; the attack was answered with %v\n", float64(during)/float64(before), answers)
	return nil
}

// ask sends the honest client's query over and over, and returns the 99th percentile of
// how long that takes.
func (o *options) ask(ctx context.Context, when string) (p99 time.Duration, err error) {
	client := &http.Client{Transport: &http.Transport{}}
	var took []time.Duration
	refused, notReady := 0, 0
	for end := time.Now().Add(o.For); time.Now().Before(end); {
		began := time.Now()
		status, body, err := o.send(ctx, client, o.Honest, modest)
		if err != nil {
			return 0, err
		}
		if status != http.StatusOK || strings.Contains(body, `"errors"`) {
			refused++
		}
		took = append(took, time.Since(began))
		if len(took)%20 == 0 && !o.ready(ctx) {
			notReady++
		}
	}
	slices.Sort(took)
	at := func(share float64) time.Duration { return took[int(share*float64(len(took)-1))] }
	fmt.Printf("%-9s %5d requests, %d refused, p50 %s, p99 %s, not ready %d times\n",
		when, len(took), refused, at(.5).Round(10*time.Microsecond), at(.99).Round(10*time.Microsecond), notReady)
	return at(.99), nil
}

func (o *options) ready(ctx context.Context) bool {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, o.URL+"/readyz", nil)
	if err != nil {
		return false
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return false
	}
	_ = response.Body.Close()
	return response.StatusCode == http.StatusOK
}

func (o *options) send(ctx context.Context, client *http.Client, key, query string) (status int, body string, err error) {
	encoded, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		return 0, "", err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, o.URL+"/graphql", strings.NewReader(string(encoded)))
	if err != nil {
		return 0, "", err
	}
	request.Header.Set("Content-Type", "application/json")
	if key != "" {
		request.Header.Set("Authorization", "Bearer "+key)
	}
	response, err := client.Do(request)
	if err != nil {
		return 0, "", err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	return response.StatusCode, string(text), err
}
