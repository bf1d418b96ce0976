//go:build unix

package main

import "syscall"

// yieldProcessor gives this process the lowest priority, so that it takes the server no
// time that the server could use.
func yieldProcessor() error {
	const lowest = 19
	return syscall.Setpriority(syscall.PRIO_PROCESS, 0, lowest)
}
