//go:build unix

package neo4jtest

import (
	"fmt"
	"os/exec"
	"syscall"
	"time"
)

// pause stops the process. A shell lets it go on after the limit.
func (p *process) pause(limit time.Duration) error {
	wake := fmt.Sprintf("sleep %d; kill -CONT %d", int(limit.Seconds()), p.command.Process.Pid)
	if err := exec.Command("sh", "-c", wake).Start(); err != nil {
		return fmt.Errorf("pause Neo4j: %w", err)
	}
	return p.signal(syscall.SIGSTOP)
}

func (p *process) resume() error { return p.signal(syscall.SIGCONT) }

func (p *process) signal(which syscall.Signal) error {
	if err := p.command.Process.Signal(which); err != nil {
		return fmt.Errorf("send Neo4j %s: %w", which, err)
	}
	return nil
}
