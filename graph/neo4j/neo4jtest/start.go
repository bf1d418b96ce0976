package neo4jtest

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// startTime is how long a server may take to start or stop on a busy machine.
const startTime = 10 * time.Minute

// process is one run of a server on this machine.
type process struct {
	command *exec.Cmd
	stdin   io.WriteCloser
	ended   chan struct{} // closed once the process is gone
	home    string
	port    int
}

// start runs a server in a temporary folder on a free port.
func (i *installation) start(password string, options ...string) (*process, error) {
	home, err := os.MkdirTemp("", "dateline-neo4j-*")
	if err != nil {
		return nil, fmt.Errorf("a folder for Neo4j: %w", err)
	}
	for tries := 0; ; tries++ {
		port, err := freePort()
		if err != nil {
			return nil, err
		}
		p, err := i.startAt(home, port, password, options...)
		if err == nil {
			return p, nil
		}
		if !strings.Contains(err.Error(), "already in use") || tries == 5 { // another process took the port meanwhile
			return nil, errors.Join(err, os.RemoveAll(home))
		}
	}
}

// startAt runs a server, and returns once it answers.
func (i *installation) startAt(home string, port int, password string, options ...string) (*process, error) {
	args := append(i.options(home), options...)
	args = append(args, "-cp", strings.Join(i.jars, string(filepath.ListSeparator)), "Neo4jForTests", home, fmt.Sprint(port))
	p := &process{command: exec.Command(i.java, args...), ended: make(chan struct{}), home: home, port: port}
	log, err := os.OpenFile(p.logFile(), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, fmt.Errorf("the log of Neo4j: %w", err)
	}
	defer log.Close()
	p.command.Stderr = log
	stdout, err := p.command.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("start Neo4j: %w", err)
	}
	if p.stdin, err = p.command.StdinPipe(); err != nil {
		return nil, fmt.Errorf("start Neo4j: %w", err)
	}
	if err := p.command.Start(); err != nil {
		return nil, fmt.Errorf("start Neo4j: %w", err)
	}
	ready := make(chan bool, 1)
	go func() {
		for lines := bufio.NewScanner(stdout); lines.Scan(); {
			if lines.Text() == "ready" {
				ready <- true
			}
		}
		_ = p.command.Wait() // how it ended is in its log
		close(p.ended)
	}()
	if _, err := fmt.Fprintln(p.stdin, password); err != nil {
		p.kill()
		return nil, fmt.Errorf("start Neo4j: %w: %s", err, p.log())
	}
	select {
	case <-ready:
		return p, nil
	case <-p.ended:
		return nil, fmt.Errorf("Neo4j does not start: %s", p.log())
	case <-time.After(startTime):
		p.kill()
		return nil, fmt.Errorf("Neo4j does not start within %s: %s", startTime, p.log())
	}
}

// options are the JVM's: little memory, and a quick start rather than top speed.
func (i *installation) options(home string) []string {
	options := []string{
		"-Xms300m", "-Xmn150m", "-Xmx768m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto",
		"--add-opens=java.base/java.nio=ALL-UNNAMED", "--add-opens=java.base/java.io=ALL-UNNAMED", "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
		"-Dio.netty.tryReflectionSetAccessible=true", "-Djava.io.tmpdir=" + home, "-XX:ErrorFile=" + filepath.Join(home, "crash.log"),
	}
	if _, err := os.Stat(i.classes); err == nil {
		options = append(options, "-XX:SharedArchiveFile="+i.classes)
	}
	return options
}

// longLived are options for a server that many tests share: the JVM's optimizing
// compiler costs time, and halves theirs if it has a processor to itself.
var longLived = []string{"-XX:TieredStopAtLevel=4"}

func freePort() (int, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, fmt.Errorf("a port for Neo4j: %w", err)
	}
	defer listener.Close()
	return listener.Addr().(*net.TCPAddr).Port, nil
}

// endTime is how long a server may take to delete its folder before it is killed,
// which loses nothing.
const endTime = 10 * time.Second

// exit shuts the process down in good order and leaves its data.
func (p *process) exit() error {
	_, _ = fmt.Fprintln(p.stdin, "exit") // one that is gone reads nothing
	select {
	case <-p.ended:
		return nil
	case <-time.After(startTime):
		p.kill()
		return fmt.Errorf("Neo4j does not end: %s", p.log())
	}
}

// end ends the process, which deletes its own folder; this makes sure.
func (p *process) end() {
	_ = p.stdin.Close()
	select {
	case <-p.ended:
	case <-time.After(endTime):
		p.kill()
	}
	_ = os.RemoveAll(p.home) // a temporary folder
}

// kill ends the process at once and leaves its data as they are.
func (p *process) kill() {
	_ = p.command.Process.Kill()
	<-p.ended
}

func (p *process) logFile() string { return filepath.Join(p.home, "stderr.log") }

func (p *process) debugLog() string { return filepath.Join(p.home, "logs", "debug.log") }

// warnings returns the last lines of the log that warn.
func (p *process) warnings() string {
	text, err := os.ReadFile(p.debugLog())
	if err != nil {
		return ""
	}
	var found []string
	for line := range strings.Lines(string(text)) {
		if strings.Contains(line, " WARN ") || strings.Contains(line, " ERROR ") {
			found = append(found, line)
		}
	}
	return strings.Join(found[max(0, len(found)-10):], "")
}

// log returns the end of what the process has said.
func (p *process) log() string {
	var all []string
	for _, name := range []string{p.logFile(), p.debugLog()} {
		if text, err := os.ReadFile(name); err == nil && len(text) > 0 {
			all = append(all, filepath.Base(name)+":\n"+string(last(text, 4000)))
		}
	}
	return strings.Join(all, "\n")
}
