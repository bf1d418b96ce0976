package neo4jtest

import (
	"fmt"
	"net"
	"sync"
	"time"
)

// Proxy is a TCP proxy that tests put in front of a server, to disturb the
// connections that pass through it.
type Proxy struct {
	address, target string

	mu       sync.Mutex
	listener net.Listener // nil while stopped
	links    map[*link]bool
	fault    Fault
	healed   chan struct{} // closed when the fault ends
}

// Fault is what a Proxy does to the bytes that go one way. The zero Fault does
// nothing.
type Fault struct {
	// Upstream is true for the bytes that go to the server, false for its answers.
	Upstream bool
	// Pause is how long each piece waits before it is passed on.
	Pause time.Duration
	// Piece is the largest number of bytes passed on at once; 0 passes on what was read.
	Piece int
	// Block drops all bytes and closes nothing. Its connections are closed when it ends.
	Block bool
	// Cut closes the connection once CutAfter bytes have passed: in good order, or
	// with Reset by a TCP reset.
	Cut, Reset bool
	CutAfter   int // bytes
}

// NewProxy returns a proxy that listens at a free local port and connects to target.
func NewProxy(target string) (*Proxy, error) {
	p := &Proxy{address: "127.0.0.1:0", target: target, links: map[*link]bool{}, healed: make(chan struct{})}
	return p, p.Start()
}

// Address is the host and port that the proxy listens at. It stays the same when the
// proxy is stopped and started again.
func (p *Proxy) Address() string { return p.address }

// Start accepts connections, at first and again after Stop.
func (p *Proxy) Start() error {
	listener, err := net.Listen("tcp", p.address)
	if err != nil {
		return fmt.Errorf("listen at %s: %w", p.address, err)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.address, p.listener = listener.Addr().String(), listener
	go p.accept(listener)
	return nil
}

// Stop closes all connections and refuses new ones.
func (p *Proxy) Stop() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.listener == nil {
		return
	}
	_ = p.listener.Close() // it is not used again
	p.listener = nil
	for l := range p.links {
		l.close()
	}
}

// Disturb puts a fault in place of the last one.
func (p *Proxy) Disturb(fault Fault) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.fault.Block {
		for l := range p.links {
			l.close()
		}
	}
	close(p.healed)
	p.fault, p.healed = fault, make(chan struct{})
}

// Heal ends the fault.
func (p *Proxy) Heal() { p.Disturb(Fault{}) }

func (p *Proxy) accept(listener net.Listener) {
	for {
		client, err := listener.Accept()
		if err != nil { // stopped
			return
		}
		go p.join(client.(*net.TCPConn))
	}
}

// join connects a client to the target until either of them ends.
func (p *Proxy) join(client *net.TCPConn) {
	server, err := net.Dial("tcp", p.target)
	if err != nil {
		_ = client.Close()
		return
	}
	l := &link{client: client, server: server.(*net.TCPConn), closed: make(chan struct{})}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.listener == nil {
		l.close()
		return
	}
	p.links[l] = true
	go p.pass(l, true)
	go p.pass(l, false)
}

// pass moves the bytes of a link that go one way.
func (p *Proxy) pass(l *link, upstream bool) {
	defer p.end(l)
	from, to := l.server, l.client
	if upstream {
		from, to = l.client, l.server
	}
	buffer, passed := make([]byte, 32<<10), 0
	var last chan struct{}
	for {
		n, err := from.Read(buffer)
		if err != nil {
			return
		}
		fault, healed := p.now(upstream)
		if healed != last { // CutAfter counts from the fault's start
			last, passed = healed, 0
		}
		if !l.send(to, buffer[:n], fault, healed, passed) {
			return
		}
		passed += n
	}
}

// now returns the fault of one direction, and what is closed when it ends.
func (p *Proxy) now(upstream bool) (Fault, chan struct{}) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.fault.Upstream != upstream {
		return Fault{}, p.healed
	}
	return p.fault, p.healed
}

func (p *Proxy) end(l *link) {
	p.mu.Lock()
	defer p.mu.Unlock()
	l.close()
	delete(p.links, l)
}

// link is a client's connection and the one to the server that belongs to it.
type link struct {
	client, server *net.TCPConn
	once           sync.Once
	closed         chan struct{}
}

func (l *link) close() {
	l.once.Do(func() {
		close(l.closed)
		_, _ = l.client.Close(), l.server.Close() // nobody uses them any more
	})
}

// send passes bytes on as the fault has it, until it ends. It reports whether the
// connection goes on.
func (l *link) send(to *net.TCPConn, bytes []byte, fault Fault, healed chan struct{}, passed int) bool {
	for len(bytes) > 0 {
		if fault.Pause > 0 && !l.wait(fault.Pause, healed) {
			return false
		}
		if ended(healed) {
			fault = Fault{}
		}
		piece := bytes
		if fault.Piece > 0 {
			piece = bytes[:min(fault.Piece, len(bytes))]
		}
		switch {
		case fault.Block:
			return true
		case fault.Cut && passed+len(piece) > fault.CutAfter:
			_, _ = to.Write(piece[:max(0, fault.CutAfter-passed)]) // it is closed in any case
			l.cut(fault.Reset)
			return false
		}
		if _, err := to.Write(piece); err != nil {
			return false
		}
		bytes, passed = bytes[len(piece):], passed+len(piece)
	}
	return true
}

func ended(healed chan struct{}) bool {
	select {
	case <-healed:
		return true
	default:
		return false
	}
}

// wait waits until so much time has passed or the fault has ended. It reports whether
// the connection is still there.
func (l *link) wait(pause time.Duration, healed chan struct{}) bool {
	select {
	case <-time.After(pause):
	case <-healed:
	case <-l.closed:
		return false
	}
	return true
}

// cut closes both ends, by a TCP reset or in good order.
func (l *link) cut(reset bool) {
	if reset {
		_, _ = l.client.SetLinger(0), l.server.SetLinger(0)
	}
	l.close()
}
