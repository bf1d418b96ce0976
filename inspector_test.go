package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const inspector = "@modelcontextprotocol/inspector@2.12.0"

// TestInspector lists and calls every tool with the official inspector from npm, over stdio
// and HTTP. It runs only if DATELINE_TEST_TOOLS=install is set, as make test does.
func TestInspector(t *testing.T) {
	if os.Getenv("DATELINE_TEST_TOOLS") != "install" {
		t.Skip("set DATELINE_TEST_TOOLS=install to install the inspector from npm, or run make test")
	}
	folder := t.TempDir()
	install := exec.Command("npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, inspector)
	if output, err := install.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	path, url := serveAttack(t)
	for transport, server := range map[string][]string{
		"stdio": {"dateline", "mcp", "--store", "sqlite:" + path},
		"http":  {url + "/mcp"},
	} {
		t.Run(transport, func(t *testing.T) {
			ask := func(arguments ...string) string {
				t.Helper()
				arguments = append(append([]string{"--cli"}, server...), arguments...)
				command := exec.Command(filepath.Join(folder, "node_modules", ".bin", "mcp-inspector"), arguments...)
				output, err := command.Output()
				if err != nil {
					t.Fatalf("%s: %v\n%s", command, err, output)
				}
				return string(output)
			}
			callTool := func(tool string, arguments ...string) string {
				t.Helper()
				options := []string{"--method", "tools/call", "--tool-name", tool}
				for _, argument := range arguments {
					options = append(options, "--tool-arg", argument)
				}
				var result struct{ Content []struct{ Text string } }
				answer := ask(options...)
				must(t, json.Unmarshal([]byte(answer), &result))
				if len(result.Content) == 0 {
					t.Fatalf("%s: no text in %s", tool, answer)
				}
				return result.Content[0].Text
			}
			var listed struct{ Tools []struct{ Name string } }
			must(t, json.Unmarshal([]byte(ask("--method", "tools/list")), &listed))
			if len(listed.Tools) != 3 {
				t.Errorf("the tools are %v", listed.Tools)
			}
			if text := callTool("find_entities", "name=Solhiem"); !strings.Contains(text, `"name": "Ingrid Solheim"`) {
				t.Errorf("a slip finds nobody:\n%s", text)
			}
			text := callTool("ask_contacts", "who=Solheim", `means=["CALL"]`, "during=2024-03")
			checkQuoted(t, text)
			_, rest, _ := strings.Cut(text, `"id": "evt_`)
			id, _, found := strings.Cut(rest, `"`)
			if !found {
				t.Fatalf("no contact in %s", text)
			}
			text = callTool("open_quotes", "event=evt_"+id)
			checkQuoted(t, text)
			if !strings.Contains(text, `"quote": "Ingrid Solheim called Einar Jonsson on Monday`) {
				t.Errorf("quotes: %s", text)
			}
		})
	}
}
