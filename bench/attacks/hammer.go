package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"sync"
)

// startHammer starts another process that sends an attack over many connections.
func (o *options) startHammer(s *server, a attack) (stop func(), err error) {
	command := exec.Command(os.Args[0], "--hammer", a.name, "--url", s.url, "--key", s.hostile, "--clients", strconv.Itoa(o.Clients))
	command.Stderr = os.Stderr
	input, err := command.StdinPipe()
	if err != nil {
		return nil, err
	}
	if err := command.Start(); err != nil {
		return nil, err
	}
	return func() {
		_ = input.Close()
		_ = command.Wait()
	}, nil
}

// hammer sends one attack until standard input ends.
func (o *options) hammer(ctx context.Context) error {
	if err := yieldProcessor(); err != nil {
		return err
	}
	all := attacks()
	found := slices.IndexFunc(all, func(a attack) bool { return a.name == o.Hammer })
	if found < 0 {
		return fmt.Errorf("there is no attack %q", o.Hammer)
	}
	ctx, stop := context.WithCancel(ctx)
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		stop()
	}()
	target := &server{url: o.URL}
	var connections sync.WaitGroup
	for n := range o.Clients {
		connections.Go(func() {
			hostile := target.client(o.Key)
			for i := 0; ctx.Err() == nil; i++ {
				_, _ = all[found].send(ctx, hostile, n*1_000_000+i)
			}
		})
	}
	connections.Wait()
	return nil
}
