package main

import "golang.org/x/sys/windows"

// yieldProcessor gives this process the lowest priority, so that it takes the server no
// time that the server could use.
func yieldProcessor() error {
	return windows.SetPriorityClass(windows.CurrentProcess(), windows.IDLE_PRIORITY_CLASS)
}
