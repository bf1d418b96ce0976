package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"runtime"
	"strings"

	"dateline/access"
	"dateline/graph/sqlite"
	"dateline/resolvers"
)

// doorFlags say who may come in to a server.
type doorFlags struct {
	keysFlag
	Open bool     `help:"Let anyone read, without a key. What changes the store still needs one."`
	Host []string `help:"Further names by which clients know this server, such as news.example.org." placeholder:"NAME"`
	Cors []string `help:"Web sites whose pages may use this server from a browser, such as https://desk.example.org." placeholder:"ORIGIN"`

	TLSCert string   `name:"tls-cert" help:"PEM file with the server's certificate and those that vouch for it, to answer by HTTPS." placeholder:"FILE"`
	TLSKey  string   `name:"tls-key" help:"PEM file with the private key of the certificate." placeholder:"FILE"`
	Proxy   []string `help:"Networks of proxies in front of this server, such as 10.0.0.0/8, whose X-Forwarded-For is believed." placeholder:"CIDR"`

	Rate   float64 `help:"Requests that a client may send a second, on average; 0 for any number (default ${default})." default:"50" placeholder:"N"`
	Budget float64 `help:"Fields that a client's queries may be able to return a second, on average; 0 for any number (default ${default})." default:"50000" placeholder:"N"`

	oidcFlags `embed:"" prefix:"oidc-"`
}

// oidcFlags say whose tokens are accepted.
type oidcFlags struct {
	Issuer   string            `help:"URL of an OpenID Connect provider whose tokens (JWT) are accepted besides keys." placeholder:"URL"`
	Audience string            `help:"Whom its tokens must be for: the client ID of this server." placeholder:"NAME"`
	Claim    string            `help:"Claim of a token with its roles; a dot leads into an object, as in realm_access.roles (default ${default})." default:"roles" placeholder:"NAME"`
	Roles    map[string]string `help:"Which values of the claim stand for which role, such as desk=editor. The names of the roles stand for themselves." placeholder:"VALUE=ROLE"`
}

func (f oidcFlags) tokens(ctx context.Context) (*access.Tokens, error) {
	switch {
	case f.Issuer == "" && f.Audience == "":
		return nil, nil
	case f.Issuer == "" || f.Audience == "":
		return nil, fmt.Errorf("%w: give --oidc-issuer and --oidc-audience together", errUsage)
	}
	roles := map[string]access.Role{}
	for value, name := range f.Roles {
		role, err := access.ParseRole(name)
		if err != nil {
			return nil, fmt.Errorf("%w: --oidc-roles: %w", errUsage, err)
		}
		roles[value] = role
	}
	tokens, err := access.NewTokens(ctx, access.TokenOptions{Issuer: f.Issuer, Audience: f.Audience, RoleClaim: f.Claim, Roles: roles})
	if err != nil {
		return nil, fmt.Errorf("--oidc-issuer: %w", err)
	}
	return tokens, nil
}

// door returns how requests come in to a server of a store that listens on an address.
func (f doorFlags) door(ctx context.Context, store, listen string, listening netip.Addr) (*access.Door, error) {
	tokens, err := f.tokens(ctx)
	if err != nil {
		return nil, err
	}
	guard := &access.Guard{Tokens: tokens}
	if file := f.file(store); file != nil && (file.Exists() || f.Keys != "") {
		if _, err := file.List(); err != nil {
			return nil, err
		}
		guard.Keys = file
	}
	if f.Open {
		guard.Anyone = access.Reader
	}
	nobodyIsKnown := guard.Keys == nil && guard.Tokens == nil && !f.Open
	if nobodyIsKnown && !listening.IsLoopback() {
		return nil, fmt.Errorf("%w: --listen %s can be reached from other machines, and nothing says who may use the store. %s", errUsage, listen, howToGuard)
	}
	guard.Local = nobodyIsKnown
	proxies, err := f.proxies()
	if err != nil {
		return nil, err
	}
	for _, origin := range f.Cors {
		if err := access.CheckOrigin(origin); err != nil {
			return nil, fmt.Errorf("%w: --cors: %q is not an origin, such as https://desk.example.org", errUsage, origin)
		}
	}
	budget := access.NewBudget(access.BudgetOptions{Requests: f.Rate, Cost: f.Budget, MostCost: resolvers.MaxComplexity})
	return &access.Door{Guard: guard, Listening: listening, Hosts: f.Host, Origins: f.Cors, Proxies: proxies, Budget: budget}, nil
}

const howToGuard = `Do one of these:

  dateline key create --name NAME --role admin   make keys, which each request then needs
  dateline serve --oidc-issuer URL …             accept the tokens of an OpenID Connect provider
  dateline serve --open …                        let anyone read

Encrypt as well, or keys can be read on their way: with --tls-cert and --tls-key, or by a proxy such as Caddy or nginx in front of --listen 127.0.0.1:8080.`

func (f doorFlags) proxies() ([]netip.Prefix, error) {
	var networks []netip.Prefix
	for _, text := range f.Proxy {
		network, err := netip.ParsePrefix(text)
		if err != nil {
			return nil, fmt.Errorf("%w: --proxy: %q is not a network, such as 10.0.0.0/8 or 127.0.0.1/32", errUsage, text)
		}
		networks = append(networks, network)
	}
	return networks, nil
}

// callsOnServer is how many requests ask a store on a server at once (judgement: what keeps
// a server of several processors busy).
const callsOnServer = 32

// gate shares out what a store can do at once.
func (c *serveCommand) gate() *access.Gate {
	if scheme, _, err := splitStore("--store", c.Store); err == nil && scheme == sqliteScheme {
		gate := access.NewGate(sqlite.MaxReaders() / 2) // a request runs up to two calls at once
		gate.Crowded = max(1, runtime.GOMAXPROCS(0)/2)  // a file is read by this process
		return gate
	}
	gate := access.NewGate(callsOnServer)
	gate.Crowded = callsOnServer / 4
	return gate
}

// encrypted reports whether the server answers by HTTPS.
func (f doorFlags) encrypted() (bool, error) {
	if (f.TLSCert == "") != (f.TLSKey == "") {
		return false, fmt.Errorf("%w: give --tls-cert and --tls-key together", errUsage)
	}
	return f.TLSCert != "", nil
}

// resolve returns the address that a server will listen on.
func resolve(listen string) (netip.Addr, error) {
	host, _, err := net.SplitHostPort(listen)
	if err != nil {
		return netip.Addr{}, err
	}
	if host == "" {
		return netip.IPv6Unspecified(), nil
	}
	address, err := net.ResolveIPAddr("ip", host)
	if err != nil {
		return netip.Addr{}, err
	}
	found, ok := netip.AddrFromSlice(address.IP)
	if !ok {
		return netip.Addr{}, errors.New("not an address: " + strings.TrimSpace(host))
	}
	return found.Unmap(), nil
}
