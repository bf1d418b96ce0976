//go:build !unix

package main

import "time"

var start = time.Now()

// busy returns the time that has passed.
func busy() time.Duration { return time.Since(start) }
