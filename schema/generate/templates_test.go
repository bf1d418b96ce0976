package main

import (
	"io/fs"
	"testing"
)

// TestTemplateFiles: ours replace gqlgen's of the same name, which are those that ours were
// made from; with plain, fields and objects are left to gqlgen.
func TestTemplateFiles(t *testing.T) {
	for name, plain := range map[string]bool{"ours": false, "plain": true} {
		files, err := templateFiles(plain)
		if err != nil {
			t.Fatal(err)
		}
		for file, isOurs := range map[string]bool{
			"args.gotpl": true, "field.gotpl": !plain, "object.gotpl": !plain, "write.gotpl": true, "generated!.gotpl": false,
		} {
			text, err := fs.ReadFile(files, file)
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			own, err := fs.ReadFile(ours, "templates/"+file)
			if got := err == nil && string(own) == string(text); got != isOurs {
				t.Errorf("%s: %s is ours: %v, want %v", name, file, got, isOurs)
			}
		}
	}
}
