package main

import (
	"os/exec"
	"strings"
	"testing"
)

// The manual page has every command and flag, and man's own formatter takes it without a
// warning, where it is installed.
func TestManualPage(t *testing.T) {
	_, page, _ := runApp(t, "man")
	for _, want := range []string{".TH DATELINE 1", ".SS \"dateline load", ".SS \"dateline key create", `\-\-store`, `\-\-log\-level`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	groff, err := exec.LookPath("groff")
	if err != nil {
		t.Skip("groff is not installed")
	}
	command := exec.Command(groff, "-man", "-Tutf8", "-ww")
	command.Stdin = strings.NewReader(page)
	var complaints strings.Builder
	command.Stderr = &complaints
	if err := command.Run(); err != nil || complaints.Len() > 0 {
		t.Errorf("groff: %v\n%s", err, complaints.String())
	}
}

// Bash completes commands, commands of commands and flags.
func TestCompletion(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("bash is not installed")
	}
	_, script, _ := runApp(t, "completion", "bash")
	for line, want := range map[string]string{
		"dateline exp":             "export",
		"dateline key cr":          "create",
		"dateline export --for":    "--format",
		"dateline load --log-f":    "--log-format",
		"dateline key create --ro": "--role",
	} {
		words := strings.Fields(line)
		program := script + "\nCOMP_WORDS=(" + line + "); COMP_CWORD=" + string(rune('0'+len(words)-1)) + "; _dateline; echo \"${COMPREPLY[@]}\""
		got, err := exec.Command(bash, "-c", program).CombinedOutput()
		if err != nil || strings.TrimSpace(string(got)) != want {
			t.Errorf("%q completes to %q, %v, want %q", line, got, err, want)
		}
	}
	for _, shell := range []string{"zsh", "fish"} {
		if code, script, _ := runApp(t, "completion", shell); code != exitOK || !strings.Contains(script, "export") {
			t.Errorf("%s: exit code %d", shell, code)
		}
	}
	if code, _, printed := runApp(t, "completion", "tcsh"); code != exitUsage || !strings.Contains(printed, "bash, zsh, fish") {
		t.Errorf("tcsh: exit code %d, %s", code, printed)
	}
}
