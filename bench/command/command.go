// Package command has what the programs of bench have in common.
package command

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
)

// Run runs a program until it is done or interrupted. If it fails, Run prints the error
// behind the program's name and exits with 1.
func Run(run func(ctx context.Context) error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx)
	stop()
	if err != nil {
		name := strings.TrimSuffix(filepath.Base(os.Args[0]), ".exe")
		fmt.Fprintf(os.Stderr, "%s: %v\n", name, err)
		os.Exit(1)
	}
}

// Build builds Dateline into a folder and returns the file.
func Build(ctx context.Context, folder string) (string, error) {
	binary := filepath.Join(folder, "dateline")
	build := exec.CommandContext(ctx, "go", "build", "-o", binary, "dateline")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return "", fmt.Errorf("build dateline: %w", err)
	}
	return binary, nil
}

// FillOnce fills the file of an SQLite store if it is not there yet. It gives fill another
// name, so that a file with the right one is whole.
func FillOnce(file string, fill func(half string) error) error {
	if _, err := os.Stat(file); err == nil {
		return nil
	}
	half := file + ".half"
	for _, old := range []string{half, half + "-wal", half + "-shm"} {
		if err := os.Remove(old); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	if err := fill(half); err != nil {
		return err
	}
	return os.Rename(half, file)
}
