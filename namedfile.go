package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// readNamed returns what is in the file that a flag or an argument names.
func readNamed(flag, path string) ([]byte, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, notRead(flag, path, err)
	}
	return content, nil
}

// notRead says in a user's words why the file that a flag or an argument names is not read.
func notRead(flag, path string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%w: %s: there is no file %s", errUsage, flag, path)
	}
	if info, failed := os.Stat(path); failed == nil && info.IsDir() {
		return fmt.Errorf("%w: %s: %s is a folder", errUsage, flag, path)
	}
	var why *fs.PathError
	if errors.As(err, &why) {
		err = why.Err
	}
	return fmt.Errorf("%w: %s: %s cannot be read: %w", errUsage, flag, path, err)
}
