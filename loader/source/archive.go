package source

import (
	"archive/tar"
	"archive/zip"
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"io"
	"path"
	"strings"
)

// openGzip opens what one gzip stream holds: a file, a tar archive or a web archive.
func openGzip(w *walk, item Item, body *bufio.Reader) {
	packed := &counter{from: body}
	stream, err := gzip.NewReader(packed)
	if err != nil {
		w.fail(Failure(Damaged, item.Name, err, "is not a whole gzip file"))
		return
	}
	u := &unpacking{name: item.Name, free: freeMember, packed: func() int64 { return packed.n }}
	inner := strings.TrimSuffix(item.Name, path.Ext(item.Name))
	if strings.EqualFold(path.Ext(item.Name), ".tgz") {
		inner += ".tar"
	}
	item.Name, item.Path, item.Size, item.Format = inner, "", 0, ""
	item.Body = u.reader(stream)
	w.open(item)
}

func looksLikeTar(head []byte) bool { return len(head) > 262 && string(head[257:262]) == "ustar" }

func openTar(w *walk, item Item, body *bufio.Reader) {
	archive := tar.NewReader(body)
	for n := 0; w.more(); n++ {
		header, err := archive.Next()
		if errors.Is(err, io.EOF) {
			if n == 0 {
				w.fail(Failure(NoText, item.Name, nil, "is an empty archive"))
			}
			return
		}
		if err != nil {
			w.fail(failureOf(item.Name, err, Damaged, "is not a whole tar archive"))
			return
		}
		if header.Typeflag == tar.TypeReg {
			w.member(item.Name, header.Name, archive, header.Size)
		}
	}
}

// member opens one file of an archive.
func (w *walk) member(archive, name string, body io.Reader, size int64) {
	full := member(archive, name)
	switch base := path.Base(name); {
	case isHidden(base) || strings.HasPrefix(name, "__MACOSX/"):
		w.pass(full, "hidden")
	case !w.isWorthOpening(name):
		w.pass(full, unreadKind(name))
	default:
		w.open(Item{Name: full, Body: body, Size: size})
	}
}

func openZip(w *walk, item Item, body *bufio.Reader) {
	at, size, done, err := randomAccess(item, body)
	if err != nil {
		w.fail(failureOf(item.Name, err, Unreadable, "cannot be unpacked"))
		return
	}
	defer done()
	if members := zipMembers(at, size); members > maxMembers {
		w.fail(Failure(TooLarge, item.Name, nil, "has %d members, and the limit is %d", members, maxMembers))
		return
	}
	archive, err := zip.NewReader(at, size)
	if err != nil {
		w.fail(Failure(Damaged, item.Name, err, "is not a whole ZIP archive"))
		return
	}
	isWACZ := strings.EqualFold(path.Ext(item.Name), ".wacz")
	u := &unpacking{name: item.Name, free: freeArchive, packed: func() int64 { return size }}
	for _, file := range archive.File {
		if !w.more() {
			return
		}
		// In a web archive, pages are in archive/; the rest indexes them.
		if file.FileInfo().IsDir() || isWACZ && !strings.HasPrefix(file.Name, "archive/") {
			continue
		}
		w.zipMember(item.Name, file, u)
	}
	if len(archive.File) == 0 {
		w.fail(Failure(NoText, item.Name, nil, "is an empty archive"))
	}
}

const zipEncrypted = 1 // in zip.FileHeader.Flags

func (w *walk) zipMember(archive string, file *zip.File, u *unpacking) {
	name := member(archive, file.Name)
	if file.Flags&zipEncrypted != 0 {
		w.fail(Failure(Locked, name, nil, "is encrypted: unpack it with its password"))
		return
	}
	opened, err := file.Open()
	if err != nil {
		w.fail(Failure(Damaged, name, err, "cannot be unpacked"))
		return
	}
	defer opened.Close()
	own := &unpacking{name: name, free: freeMember, packed: func() int64 { return int64(min(file.CompressedSize64, maxSpooled)) }}
	w.member(archive, file.Name, own.reader(u.reader(opened)), int64(min(file.UncompressedSize64, 1<<62)))
}

// randomAccess returns an item's bytes at any place. done frees what that took.
func randomAccess(item Item, body *bufio.Reader) (at io.ReaderAt, size int64, done func(), err error) {
	if file, ok := item.Body.(*metered); ok && item.Path != "" {
		info, err := file.Stat()
		if err == nil && info.Mode().IsRegular() {
			return file, info.Size(), func() {}, nil
		}
	}
	s, err := spoolOf(body)
	if err != nil {
		return nil, 0, nil, err
	}
	return s, s.size, func() { _ = s.Close() }, nil
}

// zipMembers returns how many members the end of a ZIP archive counts, since a list of
// too many does not fit in memory; 0 if it has no such count.
func zipMembers(at io.ReaderAt, size int64) uint64 {
	const end, end64, longest = "PK\x05\x06", "PK\x06\x06", 1<<16 + 1024
	tail := make([]byte, min(size, longest))
	if n, err := at.ReadAt(tail, size-int64(len(tail))); err != nil && n < len(tail) {
		return 0
	}
	if i := bytes.LastIndex(tail, []byte(end64)); i >= 0 && len(tail) >= i+40 {
		return binary.LittleEndian.Uint64(tail[i+32:])
	}
	if i := bytes.LastIndex(tail, []byte(end)); i >= 0 && len(tail) >= i+12 {
		return uint64(binary.LittleEndian.Uint16(tail[i+10:]))
	}
	return 0
}
