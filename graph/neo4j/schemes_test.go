package neo4j_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"math/big"
	"net"
	"testing"
	"time"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/graph/neo4j"
	"dateline/graph/neo4j/neo4jtest"
)

// Every scheme reaches the same graph; one that encrypts asks for a certificate that
// is trusted.
func TestSchemes(t *testing.T) {
	server := neo4jtest.Shared(t)
	if !server.Local() {
		t.Skip("DATELINE_TEST_NEO4J names a server, which may encrypt or be behind a router")
	}
	store := open(t)
	defer store.Close()
	if err := graphtest.Fill(t.Context(), store, graphtest.Canal().Puts(), 100); err != nil {
		t.Fatal(err)
	}
	want, err := graph.Digest(t.Context(), store)
	if err != nil {
		t.Fatal(err)
	}
	encrypted, trusted := encrypt(t, server.Address())
	login, trust := neo4j.Login(server.User, server.Password), neo4j.TLS(&tls.Config{RootCAs: trusted, MinVersion: tls.VersionTLS12})
	for url, options := range map[string][]neo4j.Option{
		"neo4j://" + server.Address(): {login},
		"bolt+s://" + encrypted:       {login, trust},
		"bolt+ssc://" + encrypted:     {login},
	} {
		reached, err := neo4j.Open(t.Context(), url, options...)
		if err != nil {
			t.Errorf("%s: %v", url, err)
			continue
		}
		if got, err := graph.Digest(t.Context(), reached); err != nil || got != want {
			t.Errorf("%s: digest %s, %v, want %s", url, got, err, want)
		}
		reached.Close()
	}
	for _, scheme := range []string{"bolt+s://", "neo4j+s://"} {
		// What is tried again until the deadline ends in ErrTimeout.
		if _, err := neo4j.Open(t.Context(), scheme+encrypted, login); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%s with a certificate that is not trusted: %v, want ErrInvalid", scheme, err)
		}
	}
}

// encrypt listens for TLS in front of a server, and returns its address and the
// certificate to trust.
func encrypt(t *testing.T, server string) (address string, trusted *x509.CertPool) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, IsCA: true, BasicConstraintsValid: true}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	certificate, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	trusted = x509.NewCertPool()
	trusted.AddCert(certificate)
	listener, err := tls.Listen("tcp", "127.0.0.1:0", &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: key}}, MinVersion: tls.VersionTLS12})
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
			go pipe(client, server)
		}
	}()
	return listener.Addr().String(), trusted
}

// pipe joins a connection to a server until either ends.
func pipe(client net.Conn, address string) {
	defer client.Close()
	server, err := net.Dial("tcp", address)
	if err != nil {
		return
	}
	defer server.Close()
	go func() {
		defer server.Close()
		_, _ = io.Copy(server, client)
	}()
	_, _ = io.Copy(client, server)
}

// A read-only server gives another error than one that cannot be reached.
func TestOpenOnAReadOnlyServer(t *testing.T) {
	server := neo4jtest.Start(t)
	server.Restart(t, "-Ddateline.readonly=true") // one that never took any does not start
	_, err := neo4j.Open(t.Context(), server.URL, neo4j.Login(server.User, server.Password))
	if !errors.Is(err, graph.ErrReadOnly) {
		t.Errorf("Open returned %v, want ErrReadOnly", err)
	}
}
