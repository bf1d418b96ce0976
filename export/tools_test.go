package export

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestToolsOpenExports opens exports of everything in the parsers of the tools that they
// are for: icalendar, networkx, FollowTheMoney, pandas and openpyxl from PyPI, TimelineJS
// from npm. It installs them into the user's cache, and so runs only if
// DATELINE_TEST_TOOLS=install is set, as make test does.
func TestToolsOpenExports(t *testing.T) {
	if os.Getenv("DATELINE_TEST_TOOLS") != "install" {
		t.Skip("set DATELINE_TEST_TOOLS=install to install the tools from PyPI and npm, or run make test")
	}
	tools := installTools(t)
	folder := t.TempDir()
	f := everything()
	for _, format := range formats {
		for _, kind := range kinds {
			if !format.Takes(kind) {
				continue
			}
			path := filepath.Join(folder, string(kind)+"."+format.Name)
			if err := os.WriteFile(path, []byte(exported(t, f, kind, format.Name)), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	t.Run("python", func(t *testing.T) {
		runTool(t, tools, filepath.Join(tools, "venv", "bin", "python"), filepath.Join(tools, "open.py"), folder)
	})
	t.Run("timelinejs", func(t *testing.T) {
		runTool(t, tools, "node", filepath.Join(tools, "open.mjs"), folder)
	})
}

// installTools installs what testdata/tools asks for, once for each version of that folder.
func installTools(t *testing.T) string {
	t.Helper()
	files, err := filepath.Glob("testdata/tools/*")
	if err != nil || len(files) == 0 {
		t.Fatal("testdata/tools is empty: ", err)
	}
	sum := sha256.New()
	contents := map[string][]byte{}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		contents[filepath.Base(file)] = content
		sum.Write(content)
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Fatal(err)
	}
	tools := filepath.Join(cache, "dateline", "export-tools-"+hex.EncodeToString(sum.Sum(nil))[:12])
	done := filepath.Join(tools, "installed")
	if _, err := os.Stat(done); err == nil {
		return tools
	}
	if err := os.MkdirAll(tools, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, content := range contents {
		if err := os.WriteFile(filepath.Join(tools, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	runTool(t, tools, "python3", "-m", "venv", "venv")
	runTool(t, tools, "venv/bin/pip", "install", "--quiet", "--disable-pip-version-check", "-r", "requirements.txt")
	runTool(t, tools, "npm", "install", "--silent", "--no-audit", "--no-fund", "--no-save")
	if err := os.WriteFile(done, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	return tools
}

func runTool(t *testing.T, folder, name string, args ...string) {
	t.Helper()
	command := exec.Command(name, args...)
	if filepath.Base(name) != name && !filepath.IsAbs(name) {
		command.Path = filepath.Join(folder, name)
	}
	command.Dir = folder
	output, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%.4000s", command, err, output)
	}
	t.Logf("%s", output)
}
