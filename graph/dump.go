package graph

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
)

// Dump writes the whole graph in its canonical form: JSON lines in the order of Walk, each
// an object with one key, which is batch, event, edit or the kind of an entity. Two graphs
// of the same articles and edits have the same dump, byte for byte, in every Store. It has
// the edits in effect: an edit and its withdrawal leave no trace in it.
func Dump(ctx context.Context, g Walker, w io.Writer) error {
	out := bufio.NewWriter(w)
	encode := json.NewEncoder(out)
	encode.SetEscapeHTML(false)
	err := g.Walk(ctx, Visitor{
		Batch:  func(b *Batch) error { return encode.Encode(map[string]any{"batch": b}) },
		Entity: func(e Entity) error { return encode.Encode(map[string]any{string(KindOf(e)): e}) },
		Event:  func(e *Event) error { return encode.Encode(map[string]any{"event": e}) },
		Edit: func(e *Edit) error {
			if e.Withdrawn || e.Kind == EditWithdraw {
				return nil
			}
			return encode.Encode(map[string]any{"edit": e})
		},
	})
	if err != nil {
		return fmt.Errorf("dump: %w", err)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("dump: %w", err)
	}
	return nil
}

// Digest returns the SHA-256 of the graph's dump, in hexadecimal.
func Digest(ctx context.Context, g Walker) (string, error) {
	hash := sha256.New()
	if err := Dump(ctx, g, hash); err != nil {
		return "", err
	}
	return hex.EncodeToString(hash.Sum(nil)), nil
}
