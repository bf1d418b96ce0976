package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"go/build"
	"io/fs"
	"maps"
	"os"
	"testing/fstest"
)

// replaced are gqlgen's templates that ours stand in for, by the SHA-256 of the text
// that ours were made from. Where it differs, gqlgen was upgraded: compare the two, and
// bring ours up to date.
var replaced = map[string]string{
	"args.gotpl":   "3d0bc2ee595cc1b94449042ebba73ab3f59c20139efe46b693e0020364d000a5",
	"field.gotpl":  "5d798a6fb94c8fbaa0b6a4ab04becac8d837fdaaabdf7e7668989ad394ccd837",
	"object.gotpl": "0d247faea1bc26bf856c6b89a7adb556f4c471a903b6cecd654194140534c120",
}

// forSpeed are those of ours that change nothing but speed.
var forSpeed = []string{"field.gotpl", "object.gotpl"}

// templateFiles returns gqlgen's templates, with ours in place of those of the same
// name and beside them. If plain is set, it leaves gqlgen's in place of ours for speed.
func templateFiles(plain bool) (fs.FS, error) {
	codegen, err := build.Import("github.com/99designs/gqlgen/codegen", ".", build.FindOnly)
	if err != nil {
		return nil, fmt.Errorf("find gqlgen's templates: %w", err)
	}
	files := fstest.MapFS{}
	if err := add(files, os.DirFS(codegen.Dir)); err != nil {
		return nil, fmt.Errorf("read gqlgen's templates: %w", err)
	}
	for name, sum := range replaced {
		file := files[name]
		if file == nil {
			return nil, fmt.Errorf("gqlgen has no template %s", name)
		}
		if got := sha256.Sum256(file.Data); hex.EncodeToString(got[:]) != sum {
			return nil, fmt.Errorf("gqlgen's %s/%s is not the one that templates/%s was made from: compare them, then set its sum to %x", codegen.Dir, name, name, got)
		}
	}
	originals := maps.Clone(files)
	own, err := fs.Sub(ours, "templates")
	if err != nil {
		return nil, err
	}
	if err := add(files, own); err != nil {
		return nil, fmt.Errorf("read templates: %w", err)
	}
	if plain {
		for _, name := range forSpeed {
			files[name] = originals[name]
		}
	}
	return files, nil
}

func add(files fstest.MapFS, from fs.FS) error {
	names, err := fs.Glob(from, "*.gotpl")
	if err != nil {
		return err
	}
	for _, name := range names {
		text, err := fs.ReadFile(from, name)
		if err != nil {
			return err
		}
		files[name] = &fstest.MapFile{Data: text}
	}
	return nil
}
