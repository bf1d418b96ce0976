package access

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/lockedfile"
)

// KeyFile holds API keys: JSON lines, one key each, without their secrets. Several servers
// can read one file, or copies of it; a server notices within a second that it has changed.
// It is replaced as a whole, so that a reader or a crash never meets half of a change.
type KeyFile struct {
	path string
	now  func() time.Time

	mu      sync.Mutex
	keys    map[string]Key
	err     error
	info    fs.FileInfo
	checked time.Time
}

// recheck is how long a file is believed to be unchanged.
const recheck = time.Second

// maxName is the length of the longest name of a key, in code points.
const maxName = 100

// errNoKey: the key is wrong, for whatever reason.
var errNoKey = errors.New("no such key")

// NewKeyFile returns the keys in a file, which need not exist yet.
func NewKeyFile(path string) *KeyFile { return &KeyFile{path: path, now: time.Now} }

// Exists reports whether there is such a file.
func (f *KeyFile) Exists() bool {
	_, err := os.Stat(f.path)
	return err == nil
}

// List returns all keys in the order in which they were made; none if there is no file.
func (f *KeyFile) List() ([]Key, error) {
	info, err := os.Stat(f.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("keys: %w", err)
	case othersMayWrite(info):
		return nil, fmt.Errorf("keys: %s may be written by other users: chmod 600 it, and check the keys in it", f.path)
	}
	text, err := os.ReadFile(f.path)
	if err != nil {
		return nil, fmt.Errorf("keys: %w", err)
	}
	return f.parse(text)
}

func (f *KeyFile) parse(text []byte) ([]Key, error) {
	var keys []Key
	number := 0
	for line := range bytes.Lines(text) {
		number++
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		var key Key
		if err := json.Unmarshal(line, &key); err != nil || key.ID == "" || len(key.Hash) != 64 {
			return nil, fmt.Errorf("keys: line %d of %s is not a key; restore the file, or delete the line and make a new key", number, f.path)
		}
		keys = append(keys, key)
	}
	return keys, nil
}

// Create makes a key and stores it. It returns the text that its user sends, which is
// stored nowhere. A key whose expires is zero does not expire.
func (f *KeyFile) Create(name string, role Role, expires time.Time) (text string, err error) {
	if err := checkName(name); err != nil {
		return "", err
	}
	key, text := newKey(name, role, f.now(), expires)
	return text, f.change(func(keys []Key) ([]Key, error) { return append(keys, key), nil })
}

func checkName(name string) error {
	switch {
	case strings.TrimSpace(name) == "":
		return errors.New("the name is empty: say whose key it is")
	case utf8.RuneCountInString(name) > maxName:
		return fmt.Errorf("the name is longer than %d characters", maxName)
	case !utf8.ValidString(name), strings.ContainsFunc(name, unicode.IsControl):
		return errors.New("the name has characters that cannot be printed")
	}
	return nil
}

// Revoke makes a key unusable for good.
func (f *KeyFile) Revoke(id string) error {
	return f.change(func(keys []Key) ([]Key, error) {
		for i := range keys {
			if keys[i].ID != id {
				continue
			}
			if keys[i].Revoked.IsZero() {
				keys[i].Revoked = f.now().UTC().Truncate(time.Second)
			}
			return keys, nil
		}
		return nil, fmt.Errorf("%s has no key with the ID %.40q", f.path, id)
	})
}

// change replaces the file. Other processes that change it wait.
func (f *KeyFile) change(edit func([]Key) ([]Key, error)) error {
	unlock, err := lockedfile.MutexAt(f.path + ".lock").Lock()
	if err != nil {
		return fmt.Errorf("keys: %w", err)
	}
	defer unlock()
	keys, err := f.List()
	if err != nil {
		return err
	}
	if keys, err = edit(keys); err != nil {
		return err
	}
	var text bytes.Buffer
	for _, key := range keys {
		if err := json.NewEncoder(&text).Encode(key); err != nil {
			return fmt.Errorf("keys: %w", err)
		}
	}
	if err := replace(f.path, text.Bytes()); err != nil {
		return fmt.Errorf("keys: %w", err)
	}
	return nil
}

// replace writes a file that only its owner may read, on the disk before it returns.
func replace(path string, content []byte) (err error) {
	temporary, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*") // has mode 0600
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(temporary.Name())
		}
	}()
	_, err = temporary.Write(content)
	if err = errors.Join(err, temporary.Sync(), temporary.Close()); err != nil {
		return err
	}
	return os.Rename(temporary.Name(), path)
}

// find returns the key of a text that a user sent.
func (f *KeyFile) find(text string) (Key, error) {
	keys, err := f.current()
	if err != nil {
		return Key{}, err
	}
	id, secret := splitKey(text)
	key, known := keys[id]
	if !key.matches(secret) || !known || key.State(f.now()) != "valid" {
		return Key{}, errNoKey
	}
	return key, nil
}

// valid reports whether the key with the ID can still be used.
func (f *KeyFile) valid(id string) bool {
	keys, err := f.current()
	key, known := keys[id]
	return err == nil && known && key.State(f.now()) == "valid"
}

// current returns the keys, read again if the file has changed. A file that cannot be read
// any more has no keys: a key that was revoked must not come back.
func (f *KeyFile) current() (map[string]Key, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	now := f.now()
	if now.Sub(f.checked) < recheck && now.After(f.checked) && f.keys != nil {
		return f.keys, f.err
	}
	f.checked = now
	info, err := os.Stat(f.path)
	if err != nil {
		f.keys, f.info, f.err = nil, nil, fmt.Errorf("keys: %w", err)
		return nil, f.err
	}
	if f.keys != nil && f.info != nil && os.SameFile(info, f.info) && info.ModTime().Equal(f.info.ModTime()) && info.Size() == f.info.Size() {
		return f.keys, f.err
	}
	list, err := f.List()
	f.keys, f.info, f.err = make(map[string]Key, len(list)), info, err
	for _, key := range list {
		f.keys[key.ID] = key
	}
	return f.keys, f.err
}
