package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"iter"
	"os"
	"sync"
	"time"

	"dateline/loader"
	"dateline/loader/read"
	"dateline/loader/source"
)

// ledger notes in a state which files are loaded with all that they hold. A file of which
// something failed is read again the next time.
type ledger struct {
	state *source.State
	known int // files that need not be read

	mutex  sync.Mutex
	hashes map[string]string // by file
	open   map[string]*openFile
	at     string // the file that is being read
	saved  time.Time
	err    error
}

// openFile is a file of which something is not loaded yet.
type openFile struct {
	left   int // items that were read and not loaded
	read   bool
	failed bool
}

func newLedger(state *source.State) *ledger {
	return &ledger{state: state, hashes: map[string]string{}, open: map[string]*openFile{}}
}

// skip reports whether a file is as it was when it was loaded.
func (l *ledger) skip(path string) bool {
	hash, err := hashOfFile(path)
	if err != nil {
		return false // reading it tells why
	}
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if l.state.IsLoaded(path, hash) {
		l.known++
		return true
	}
	l.hashes[path] = hash
	return false
}

func hashOfFile(path string) (string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return "", err
	}
	if !info.Mode().IsRegular() {
		return "", errors.ErrUnsupported
	}
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, file); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// watch passes items on, and notes which file each is of.
func (l *ledger) watch(items iter.Seq[read.Item]) iter.Seq[read.Item] {
	return func(yield func(read.Item) bool) {
		for item := range items {
			l.taken(item.File)
			if !yield(item) {
				return
			}
		}
		l.taken("") // the last file is read to its end
	}
}

func (l *ledger) taken(file string) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if l.at != "" && l.at != file {
		l.open[l.at].read = true
		l.settle(l.at)
	}
	if l.at = file; file == "" {
		return
	}
	if l.open[file] == nil {
		l.open[file] = &openFile{}
	}
	l.open[file].left++
}

// done notes what became of an item.
func (l *ledger) done(r loader.Result) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if r.Hash != "" && r.Err == nil {
		l.state.SetLoaded(r.Source, r.Hash)
	}
	if file := l.open[r.File]; file != nil {
		file.left--
		file.failed = file.failed || r.Err != nil
		l.settle(r.File)
	}
}

// settle notes a file that is loaded as a whole.
func (l *ledger) settle(name string) {
	const often = 5 * time.Second
	file := l.open[name]
	if !file.read || file.left > 0 {
		return
	}
	delete(l.open, name)
	if file.failed || l.hashes[name] == "" {
		return
	}
	l.state.SetLoaded(name, l.hashes[name])
	if time.Since(l.saved) > often {
		l.err = errors.Join(l.err, l.state.Save())
		l.saved = time.Now()
	}
}

// close saves the state.
func (l *ledger) close() error {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return errors.Join(l.err, l.state.Save())
}
