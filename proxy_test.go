package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/Shopify/toxiproxy/v2"
	"github.com/rs/zerolog"

	"dateline/graph/neo4j/neo4jtest"
)

// wire is a proxy between Dateline and a Neo4j server, and that server, to be
// disturbed.
type wire struct {
	server *neo4jtest.Server
	proxy  *toxiproxy.Proxy
}

func newWire(t *testing.T, server *neo4jtest.Server) *wire {
	t.Helper()
	if !server.Local() {
		t.Skip("this test stops and kills the server, and DATELINE_TEST_NEO4J names one that is not the test's own")
	}
	zerolog.SetGlobalLevel(zerolog.Disabled) // toxics log past the logger that they are given
	api := toxiproxy.NewServer(toxiproxy.NewMetricsContainer(nil), zerolog.Nop())
	w := &wire{server: server, proxy: toxiproxy.NewProxy(api, "neo4j", "127.0.0.1:0", server.Address())}
	if err := w.proxy.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.proxy.Stop)
	return w
}

// url is the server's, by way of the proxy.
func (w *wire) url() string { return "bolt://" + w.proxy.Listen }

// toxic has the proxy do something to all that passes it. Stream is "upstream",
// to the server, or "downstream".
func (w *wire) toxic(t *testing.T, kind, stream string, attributes map[string]int) {
	t.Helper()
	text, err := json.Marshal(map[string]any{"type": kind, "stream": stream, "attributes": attributes})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.proxy.Toxics.AddToxicJson(strings.NewReader(string(text))); err != nil {
		t.Fatal(err)
	}
}

// fault is one thing that goes wrong for a while.
type fault struct {
	name string
	// length is from its start to its healing, without what a restart takes.
	length time.Duration
	// restarts is true where the server begins anew.
	restarts bool
	start    func(t *testing.T, w *wire)
	heal     func(t *testing.T, w *wire)
}

// plan returns so many faults.
func plan(count int, random *rand.Rand) []fault {
	faults := make([]fault, count)
	var kinds []int // each comes once before any comes again
	for i := range faults {
		f := fault{length: time.Duration(200+random.IntN(1800)) * time.Millisecond}
		if i%10 == 6 { // they take long, since Java starts
			faults[i] = f.ofServer(i / 10)
			continue
		}
		if len(kinds) == 0 {
			kinds = random.Perm(kindsOfFaults)
		}
		faults[i] = f.ofWire(kinds[0], random)
		kinds = kinds[1:]
	}
	return faults
}

const kindsOfFaults = 8

// ofWire makes a fault of the wire, or a pause of the server.
func (f fault) ofWire(kind int, random *rand.Rand) fault {
	f.heal = func(t *testing.T, w *wire) { w.proxy.Toxics.ResetToxics(t.Context()) }
	toxic := func(kind, stream string, attributes map[string]int) {
		f.name = fmt.Sprintf("%s %s %v", kind, stream, attributes)
		f.start = func(t *testing.T, w *wire) { w.toxic(t, kind, stream, attributes) }
	}
	stream := []string{"upstream", "downstream"}[random.IntN(2)]
	switch kind {
	case 0:
		toxic("reset_peer", stream, map[string]int{"timeout": random.IntN(100)})
	case 1:
		toxic("timeout", stream, nil) // nothing passes, and nothing is closed
	case 2:
		toxic("limit_data", stream, map[string]int{"bytes": 1 + random.IntN(20_000)}) // closed in the middle of a message
	case 3:
		toxic("latency", stream, map[string]int{"latency": 50 + random.IntN(500), "jitter": random.IntN(50)})
	case 4:
		toxic("bandwidth", stream, map[string]int{"rate": 1 + random.IntN(20)})
	case 5:
		toxic("slicer", stream, map[string]int{"average_size": 20 + random.IntN(500), "size_variation": 10, "delay": random.IntN(2000)})
	case 6:
		f.name = "refused"
		f.start = func(_ *testing.T, w *wire) { w.proxy.Stop() }
		f.heal = func(t *testing.T, w *wire) {
			if err := w.proxy.Start(); err != nil {
				t.Fatal(err)
			}
		}
	default:
		f.name = "paused"
		f.start = func(t *testing.T, w *wire) { w.server.Pause(t) }
		f.heal = func(t *testing.T, w *wire) { w.server.Continue(t) }
	}
	return f
}

// ofServer ends the server: by a crash, or in good order.
func (f fault) ofServer(number int) fault {
	f.restarts = true
	restart := func(t *testing.T, w *wire) { w.server.Restart(t) }
	if number%2 == 0 {
		f.name = "killed"
		f.start = func(t *testing.T, w *wire) { w.server.Kill(t) }
		f.heal = restart
		return f
	}
	f.name = "restarted"
	f.length = 0
	f.start = func(*testing.T, *wire) {}
	f.heal = restart
	return f
}
