package neo4jtest

import (
	"errors"
	"io"
	"net"
	"strings"
	"syscall"
	"testing"
	"time"
)

// echo starts a server that sends back what it reads, behind a proxy.
func echo(t *testing.T) *Proxy {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	go func() {
		for {
			client, err := listener.Accept()
			if err != nil {
				return
			}
			go func() {
				defer client.Close()
				_, _ = io.Copy(client, client)
			}()
		}
	}()
	proxy, err := NewProxy(listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(proxy.Stop)
	return proxy
}

func dial(t *testing.T, proxy *Proxy) net.Conn {
	t.Helper()
	client, err := net.Dial("tcp", proxy.Address())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { client.Close() })
	return client
}

// exchange sends a text, and checks that all of it comes back.
func exchange(t *testing.T, client net.Conn, text string) {
	t.Helper()
	if _, err := io.WriteString(client, text); err != nil {
		t.Fatal(err)
	}
	answer := make([]byte, len(text))
	if _, err := io.ReadFull(client, answer); err != nil || string(answer) != text {
		t.Fatalf("%d bytes sent, %.20q received: %v", len(text), answer, err)
	}
}

func TestProxyPassesEverything(t *testing.T) {
	proxy := echo(t)
	client := dial(t, proxy)
	text := strings.Repeat("all of it ", 20_000)
	for what, fault := range map[string]Fault{
		"undisturbed":      {},
		"a pause up":       {Upstream: true, Pause: time.Millisecond},
		"a pause down":     {Pause: time.Millisecond},
		"small pieces":     {Piece: 1000},
		"slow pieces":      {Upstream: true, Piece: 10_000, Pause: time.Microsecond},
		"a cut far beyond": {Cut: true, CutAfter: 1 << 30},
	} {
		t.Run(what, func(t *testing.T) {
			proxy.Disturb(fault)
			go io.WriteString(client, text)
			answer := make([]byte, len(text))
			if _, err := io.ReadFull(client, answer); err != nil || string(answer) != text {
				t.Errorf("the text came back changed: %v", err)
			}
		})
	}
}

func TestProxyPauses(t *testing.T) {
	proxy := echo(t)
	client := dial(t, proxy)
	proxy.Disturb(Fault{Pause: 30 * time.Millisecond})
	began := time.Now()
	exchange(t, client, "late")
	if took := time.Since(began); took < 30*time.Millisecond {
		t.Errorf("the answer came after %v", took)
	}
}

// The end of a fault ends its pause.
func TestProxyHeals(t *testing.T) {
	proxy := echo(t)
	client := dial(t, proxy)
	proxy.Disturb(Fault{Upstream: true, Pause: 24 * time.Hour})
	time.AfterFunc(10*time.Millisecond, proxy.Heal)
	exchange(t, client, "at last")
}

func TestProxyBlocks(t *testing.T) {
	proxy := echo(t)
	client := dial(t, proxy)
	exchange(t, client, "before")
	proxy.Disturb(Fault{Block: true})
	if _, err := io.WriteString(client, "lost"); err != nil {
		t.Fatal(err)
	}
	if err := client.SetReadDeadline(time.Now().Add(30 * time.Millisecond)); err != nil {
		t.Fatal(err)
	}
	var timeout net.Error
	if n, err := client.Read(make([]byte, 1)); !errors.As(err, &timeout) || !timeout.Timeout() {
		t.Errorf("read %d bytes through a blocked proxy: %v", n, err)
	}
	if err := client.SetReadDeadline(time.Time{}); err != nil {
		t.Fatal(err)
	}
	proxy.Heal()
	if n, err := client.Read(make([]byte, 1)); err == nil {
		t.Errorf("read %d bytes of a connection that was blocked", n)
	}
	exchange(t, dial(t, proxy), "after")
}

func TestProxyCuts(t *testing.T) {
	proxy := echo(t)
	for _, upstream := range []bool{true, false} {
		client := dial(t, proxy)
		exchange(t, client, "before")
		proxy.Disturb(Fault{Upstream: upstream, Cut: true, CutAfter: 10})
		if _, err := io.WriteString(client, "12345"); err != nil {
			t.Fatal(err)
		}
		_, err := io.ReadFull(client, make([]byte, 5))
		if err != nil {
			t.Errorf("upstream %t: cut before its bytes were over: %v", upstream, err)
		}
		_, _ = io.WriteString(client, "6789012345")
		if rest, _ := io.ReadAll(client); len(rest) > 5 {
			t.Errorf("upstream %t: %q passed after ten bytes", upstream, rest)
		}
		proxy.Heal()
	}
	exchange(t, dial(t, proxy), "after")
}

func TestProxyResets(t *testing.T) {
	proxy := echo(t)
	client := dial(t, proxy)
	exchange(t, client, "before")
	proxy.Disturb(Fault{Cut: true, Reset: true})
	if _, err := io.WriteString(client, "lost"); err != nil {
		t.Fatal(err)
	}
	if n, err := client.Read(make([]byte, 1)); !errors.Is(err, syscall.ECONNRESET) {
		t.Errorf("read %d bytes: %v, want a reset", n, err)
	}
}

func TestProxyStops(t *testing.T) {
	proxy := echo(t)
	client, address := dial(t, proxy), proxy.Address()
	exchange(t, client, "before")
	proxy.Stop()
	if n, err := client.Read(make([]byte, 1)); err == nil {
		t.Errorf("read %d bytes through a stopped proxy", n)
	}
	if refused, err := net.Dial("tcp", address); err == nil {
		refused.Close()
		t.Error("a stopped proxy accepts")
	}
	if err := proxy.Start(); err != nil {
		t.Fatal(err)
	}
	if proxy.Address() != address {
		t.Errorf("started again at %s, before at %s", proxy.Address(), address)
	}
	exchange(t, dial(t, proxy), "after")
}
