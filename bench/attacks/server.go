package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// server is a running dateline serve.
type server struct {
	command *exec.Cmd
	url     string
	// honest and hostile are the keys of the two clients.
	honest, hostile string
	// asked is how often the honest client has asked.
	asked int
}

func (o *options) start(ctx context.Context, binary string) (*server, error) {
	store, keys := "sqlite:"+filepath.Join(o.Data, o.File), filepath.Join(o.Data, "keys")
	if err := os.Remove(keys); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	s := new(server)
	for name, key := range map[string]*string{"honest": &s.honest, "hostile": &s.hostile} {
		made, err := exec.CommandContext(ctx, binary, "key", "create", "--store", store, "--keys", keys, "--name", name).Output()
		if err != nil {
			return nil, fmt.Errorf("make a key: %w", err)
		}
		*key = strings.TrimSpace(string(made))
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	address := listener.Addr().String()
	if err := listener.Close(); err != nil {
		return nil, err
	}
	arguments := []string{"serve", "--store", store, "--keys", keys, "--listen", address}
	if !o.Budgets {
		arguments = append(arguments, "--rate", "0", "--budget", "0")
	}
	s.url = "http://" + address
	s.command = exec.Command(binary, arguments...)
	if err := s.command.Start(); err != nil {
		return nil, err
	}
	for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline) && ctx.Err() == nil; time.Sleep(50 * time.Millisecond) {
		if s.ready(ctx) {
			return s, nil
		}
	}
	s.stop()
	return nil, fmt.Errorf("%s does not answer", s.command)
}

func (s *server) stop() {
	_ = s.command.Process.Signal(os.Interrupt)
	_ = s.command.Wait()
}

func (s *server) ready(ctx context.Context) bool {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, s.url+"/readyz", nil)
	if err != nil {
		return false
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return false
	}
	_, _ = io.Copy(io.Discard, response.Body)
	_ = response.Body.Close()
	return response.StatusCode == http.StatusOK
}

// clockTick is the unit of times in /proc (USER_HZ), which is the same on all machines.
const clockTick = 10 * time.Millisecond

// cpu returns the processor time that the server has taken.
func (s *server) cpu() (time.Duration, error) {
	text, err := os.ReadFile(s.proc("stat"))
	if err != nil {
		return 0, err
	}
	fields := strings.Fields(string(text[bytes.LastIndexByte(text, ')')+1:])) // the third field on
	user, err := strconv.Atoi(fields[11])
	if err != nil {
		return 0, err
	}
	system, err := strconv.Atoi(fields[12])
	return time.Duration(user+system) * clockTick, err
}

// memory returns the bytes of memory that the server has, without the pages of the file,
// which are mapped and can be taken back.
func (s *server) memory() (int, error) {
	text, err := os.ReadFile(s.proc("status"))
	if err != nil {
		return 0, err
	}
	for line := range strings.Lines(string(text)) {
		if fields := strings.Fields(line); fields[0] == "RssAnon:" {
			kilobytes, err := strconv.Atoi(fields[1])
			return kilobytes << 10, err
		}
	}
	return 0, errors.New("the system does not say how much memory the server has")
}

func (s *server) proc(name string) string {
	return fmt.Sprintf("/proc/%d/%s", s.command.Process.Pid, name)
}
