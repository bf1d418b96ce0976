package source

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

// State remembers between runs what was loaded and what servers said of it. It is a file
// of JSON, written whole. A nil State remembers nothing.
type State struct {
	mutex sync.Mutex
	path  string
	kept  kept
	// pending are pages that were fetched but not loaded yet.
	pending map[string]pageState
}

type kept struct {
	// Loaded has what was loaded: its name with a hash of what it was.
	Loaded map[string]string    `json:"loaded"`
	Pages  map[string]pageState `json:"pages"`
	// Lists are the addresses of feeds and of other lists.
	Lists map[string]bool `json:"lists,omitempty"`
}

type pageState struct {
	ETag     string `json:"etag,omitempty"`
	Modified string `json:"modified,omitempty"`
	// Same is how often in a row the server has said that nothing has changed.
	Same int `json:"same,omitempty"`
}

// maxSame is how often in a row a server is believed that a page has not changed. Then it is
// asked for the page itself, since some say so for ever.
const maxSame = 12

// OpenState reads a state from a file, which need not exist.
func OpenState(path string) (*State, error) {
	s := &State{path: path, pending: map[string]pageState{}, kept: kept{Loaded: map[string]string{}, Pages: map[string]pageState{}}}
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the state of earlier loads: %w", err)
	}
	if err := json.Unmarshal(data, &s.kept); err != nil {
		return nil, fmt.Errorf("read the state of earlier loads: %s is not one: %w", path, err)
	}
	if s.kept.Loaded == nil {
		s.kept.Loaded = map[string]string{}
	}
	if s.kept.Pages == nil {
		s.kept.Pages = map[string]pageState{}
	}
	return s, nil
}

// Save writes the state beside its file and moves it there, so that the file is always
// whole.
func (s *State) Save() error {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	data, err := json.Marshal(s.kept)
	if err != nil {
		return fmt.Errorf("write the state: %w", err)
	}
	beside, err := os.CreateTemp(filepath.Dir(s.path), filepath.Base(s.path)+".*")
	if err != nil {
		return fmt.Errorf("write the state: %w", err)
	}
	_, err = beside.Write(data)
	err = errors.Join(err, beside.Sync(), beside.Close())
	if err == nil {
		err = os.Rename(beside.Name(), s.path)
	}
	if err != nil {
		_ = os.Remove(beside.Name())
		return fmt.Errorf("write the state: %w", err)
	}
	return nil
}

// IsLoaded reports whether a thing was loaded when it had this hash.
func (s *State) IsLoaded(name, hash string) bool {
	if s == nil {
		return false
	}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	known, ok := s.kept.Loaded[name]
	return ok && known == hash
}

// SetLoaded remembers that a thing was loaded.
func (s *State) SetLoaded(name, hash string) {
	if s == nil {
		return
	}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.kept.Loaded[name] = hash
}

func (s *State) page(address string) pageState {
	if s == nil {
		return pageState{}
	}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.kept.Pages[address]
}

// notChanged notes that a server said so of a page.
func (s *State) notChanged(address string) {
	if s == nil {
		return
	}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	page := s.kept.Pages[address]
	page.Same++
	s.kept.Pages[address] = page
}

// noteList remembers that an address has a list of others: an answer that is none is not
// what was asked for.
func (w *walk) noteList(item Item) {
	if item.Address == "" || w.Web == nil || w.Web.State == nil {
		return
	}
	s := w.Web.State
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.kept.Lists == nil {
		s.kept.Lists = map[string]bool{}
	}
	s.kept.Lists[item.Name] = true
}

func (w *walk) wasList(item Item) bool {
	if item.Address == "" || w.Web == nil || w.Web.State == nil {
		return false
	}
	s := w.Web.State
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.kept.Lists[item.Name]
}

// fetched notes what a server said of a page, until all that it holds is loaded.
func (s *State) fetched(address, etag, modified string) {
	if s == nil {
		return
	}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.pending[address] = pageState{ETag: etag, Modified: modified}
}

// Settle ends a round. What servers said is remembered if everything was loaded; else the
// pages are fetched again, and what was loaded of them is known by its hash.
func (s *State) Settle(complete bool) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if complete {
		for address, state := range s.pending {
			s.kept.Pages[address] = state
		}
	}
	clear(s.pending)
}
