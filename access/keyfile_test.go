package access

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// keyFile returns an empty key file with a clock that the test sets.
func keyFile(t *testing.T) (*KeyFile, *time.Time) {
	t.Helper()
	now := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	f := NewKeyFile(filepath.Join(t.TempDir(), "news.db.keys"))
	f.now = func() time.Time { return now }
	return f, &now
}

func create(t *testing.T, f *KeyFile, name string, role Role, expires time.Time) string {
	t.Helper()
	text, err := f.Create(name, role, expires)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestKeyIsFoundByItsText(t *testing.T) {
	f, _ := keyFile(t)
	editor := create(t, f, "Ana", Editor, time.Time{})
	create(t, f, "Bo", Reader, time.Time{})
	key, err := f.find(editor)
	if err != nil || key.Name != "Ana" || key.Role != Editor {
		t.Errorf("found %+v, %v", key, err)
	}
	id, secret := splitKey(editor)
	for _, wrong := range []string{
		"", "dateline_", "dateline__", "dateline_" + id, "dateline_" + id + "_", editor + "a", editor[:len(editor)-1],
		"dateline_nobody_" + secret, strings.ToUpper(editor), "dateline_" + id + "_" + key.Hash,
	} {
		if key, err := f.find(wrong); err == nil {
			t.Errorf("%q is the key of %s", wrong, key.Name)
		}
	}
}

func TestRevokedAndExpiredKeys(t *testing.T) {
	f, now := keyFile(t)
	revoked := create(t, f, "Ana", Admin, time.Time{})
	expiring := create(t, f, "Bo", Admin, now.Add(time.Hour))
	for _, text := range []string{revoked, expiring} {
		if _, err := f.find(text); err != nil {
			t.Errorf("%v", err)
		}
	}
	id, _ := splitKey(revoked)
	if err := f.Revoke(id); err != nil {
		t.Fatal(err)
	}
	*now = now.Add(time.Hour)
	for _, text := range []string{revoked, expiring} {
		if key, err := f.find(text); err == nil {
			t.Errorf("%s, %s, can be used", key.Name, key.State(*now))
		}
	}
	if err := f.Revoke("nothing"); err == nil || !strings.Contains(err.Error(), "nothing") {
		t.Errorf("revoked what is not there: %v", err)
	}
}

// TestFileHasNoSecret: who reads the file cannot use its keys, and only the owner may.
func TestFileHasNoSecret(t *testing.T) {
	f, _ := keyFile(t)
	text := create(t, f, "Ana", Admin, time.Time{})
	_, secret := splitKey(text)
	content, err := os.ReadFile(f.path)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(content), secret) {
		t.Errorf("the file has the secret: %s", content)
	}
	if len(secret) != 52 {
		t.Errorf("the secret has %d characters of five bits each", len(secret))
	}
	if info, err := os.Stat(f.path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}

// TestOtherServersSeeChanges: a server that has the file open learns of new keys and of
// revoked ones, and lets nobody in once the file is gone.
func TestOtherServersSeeChanges(t *testing.T) {
	f, now := keyFile(t)
	first := create(t, f, "Ana", Reader, time.Time{})
	server := NewKeyFile(f.path)
	server.now = f.now
	if _, err := server.find(first); err != nil {
		t.Fatal(err)
	}
	second := create(t, f, "Bo", Reader, time.Time{})
	id, _ := splitKey(first)
	if err := f.Revoke(id); err != nil {
		t.Fatal(err)
	}
	*now = now.Add(2 * recheck)
	if _, err := server.find(second); err != nil {
		t.Errorf("the new key: %v", err)
	}
	if _, err := server.find(first); err == nil {
		t.Error("the revoked key can be used")
	}
	_ = os.Remove(f.path)
	*now = now.Add(2 * recheck)
	if _, err := server.find(second); err == nil {
		t.Error("a key of a file that is gone can be used")
	}
}

func TestDamagedKeyFile(t *testing.T) {
	f, _ := keyFile(t)
	text := create(t, f, "Ana", Admin, time.Time{})
	for content, want := range map[string]string{"{": "line 1", `{"id":"a"}`: "line 1", "\n\nnull\n": "line 3"} {
		if err := os.WriteFile(f.path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		f.info = nil
		if _, err := f.find(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", content, err, want)
		}
		if _, err := f.Create("Bo", Reader, time.Time{}); err == nil {
			t.Errorf("%q: a damaged file is written over", content)
		}
		f.keys = nil
	}
}

func TestFileThatOthersMayWrite(t *testing.T) {
	f, _ := keyFile(t)
	create(t, f, "Ana", Admin, time.Time{})
	if err := os.Chmod(f.path, 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := f.List(); err == nil || !strings.Contains(err.Error(), "chmod 600") {
		t.Errorf("got %v", err)
	}
}

func TestKeysMadeAtOnceAreAllKept(t *testing.T) {
	f, _ := keyFile(t)
	var done sync.WaitGroup
	for range 20 {
		done.Go(func() {
			if _, err := NewKeyFile(f.path).Create("Ana", Reader, time.Time{}); err != nil {
				t.Error(err)
			}
		})
	}
	done.Wait()
	if keys, err := f.List(); err != nil || len(keys) != 20 {
		t.Errorf("%d keys, %v", len(keys), err)
	}
}

func TestNamesOfKeys(t *testing.T) {
	f, _ := keyFile(t)
	for _, name := range []string{"", " ", "a\nb", "\xff", strings.Repeat("x", 101)} {
		if _, err := f.Create(name, Reader, time.Time{}); err == nil {
			t.Errorf("%q is a name", name)
		}
	}
}
