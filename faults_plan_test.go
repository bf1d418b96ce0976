package main

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"dateline/graph/neo4j/neo4jtest"
)

// wire is a Neo4j server with a proxy in front of it, both there to be disturbed.
type wire struct {
	server *neo4jtest.Server
	proxy  *neo4jtest.Proxy
}

func newWire(t *testing.T, server *neo4jtest.Server) *wire {
	t.Helper()
	if !server.Local() {
		t.Skip("this test stops and kills the server, and DATELINE_TEST_NEO4J names one that the tests did not start")
	}
	proxy, err := neo4jtest.NewProxy(server.Address())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(proxy.Stop)
	return &wire{server, proxy}
}

// url leads to the server through the proxy.
func (w *wire) url() string { return "bolt://" + w.proxy.Address() }

// fault is one thing that goes wrong for a while.
type fault struct {
	name string
	// length is how long it lasts, not counting a restart of the server.
	length time.Duration
	// restarts is true if the server starts again.
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
		if i%10 == 6 { // few, since a JVM is slow to start
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
	milliseconds := func(least, spread int) time.Duration {
		return time.Duration(least+random.IntN(spread)) * time.Millisecond
	}
	disturb := func(name string, d neo4jtest.Fault) {
		d.Upstream = random.IntN(2) == 0
		f.name = fmt.Sprintf("%s %+v", name, d)
		f.start = func(_ *testing.T, w *wire) { w.proxy.Disturb(d) }
		f.heal = func(_ *testing.T, w *wire) { w.proxy.Heal() }
	}
	switch kind {
	case 0:
		disturb("reset", neo4jtest.Fault{Pause: milliseconds(0, 100), Cut: true, Reset: true})
	case 1:
		disturb("blocked", neo4jtest.Fault{Block: true})
	case 2:
		disturb("cut in the middle of a message", neo4jtest.Fault{Cut: true, CutAfter: 1 + random.IntN(20_000)})
	case 3:
		disturb("late", neo4jtest.Fault{Pause: milliseconds(50, 500)})
	case 4:
		disturb("slow", neo4jtest.Fault{Piece: 100 * (1 + random.IntN(20)), Pause: 100 * time.Millisecond})
	case 5:
		disturb("in small pieces", neo4jtest.Fault{Piece: 20 + random.IntN(500), Pause: time.Duration(random.IntN(2000)) * time.Microsecond})
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

// ofServer makes a fault of the server: it crashes, or is restarted in good order.
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
