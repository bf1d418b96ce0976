//go:build !unix

package neo4jtest

import (
	"errors"
	"time"
)

func (p *process) pause(time.Duration) error {
	return errors.New("this system cannot pause a process")
}

func (p *process) resume() error { return nil }
