//go:build unix

package main

import (
	"syscall"
	"time"
)

// busy returns the processor time that this program has taken, which does not depend on
// how busy the machine is.
func busy() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
