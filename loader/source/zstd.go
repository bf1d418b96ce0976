package source

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/klauspost/compress/zstd"
)

const (
	zstdMagic = "\x28\xb5\x2f\xfd"
	// dictionaryMagic begins the frame with the dictionary of a web archive.
	dictionaryMagic = "\x5d\x2a\x4d\x18"
	// maxDictionary is the most bytes of a dictionary, unpacked.
	maxDictionary = 8 << 20
)

func looksLikeZstd(head []byte) bool {
	return bytes.HasPrefix(head, []byte(zstdMagic)) || bytes.HasPrefix(head, []byte(dictionaryMagic))
}

// openZstd opens what a Zstandard stream holds, such as a web archive, whose dictionary can
// stand in its first frame.
func openZstd(w *walk, item Item, body *bufio.Reader) {
	packed := &counter{from: body}
	stream, err := unpackedZstd(packed)
	if err != nil {
		w.fail(Failure(Damaged, item.Name, err, "is not a whole Zstandard file"))
		return
	}
	defer stream.Close()
	u := &unpacking{name: item.Name, free: freeMember, packed: func() int64 { return packed.n }}
	item.Name, item.Path, item.Size, item.Format = strings.TrimSuffix(item.Name, path.Ext(item.Name)), "", 0, ""
	item.Body = u.reader(&whole{item.Name, stream})
	w.open(item)
}

func unpackedZstd(from io.Reader) (*zstd.Decoder, error) {
	buffered := bufio.NewReader(from)
	options := []zstd.DOption{zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(1 << 40), zstd.WithDecoderMaxWindow(zstdMemory)}
	if head, _ := buffered.Peek(len(dictionaryMagic)); string(head) == dictionaryMagic {
		dictionary, err := readDictionary(buffered)
		if err != nil {
			return nil, err
		}
		options = append(options, zstd.WithDecoderDicts(dictionary))
	}
	stream, err := zstd.NewReader(buffered, options...)
	if err != nil {
		return nil, fmt.Errorf("unpack Zstandard: %w", err)
	}
	return stream, nil
}

var errDictionary = errors.New("the dictionary is larger than any that programs write")

// readDictionary reads the first frame of a web archive: its dictionary, which can itself be packed.
func readDictionary(from io.Reader) ([]byte, error) {
	var head [8]byte
	if _, err := io.ReadFull(from, head[:]); err != nil {
		return nil, fmt.Errorf("read the dictionary: %w", err)
	}
	size := binary.LittleEndian.Uint32(head[4:])
	if size > maxDictionary {
		return nil, errDictionary
	}
	dictionary := make([]byte, size)
	if _, err := io.ReadFull(from, dictionary); err != nil {
		return nil, fmt.Errorf("read the dictionary: %w", err)
	}
	if !bytes.HasPrefix(dictionary, []byte(zstdMagic)) {
		return dictionary, nil
	}
	stream, err := zstd.NewReader(bytes.NewReader(dictionary), zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxDictionary))
	if err != nil {
		return nil, fmt.Errorf("unpack the dictionary: %w", err)
	}
	defer stream.Close()
	if dictionary, err = io.ReadAll(io.LimitReader(stream, maxDictionary)); err != nil {
		return nil, fmt.Errorf("unpack the dictionary: %w", err)
	}
	return dictionary, nil
}
