package read

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// Sources reads the articles of files, folders (with everything below them in the
// order of names, without hidden files), patterns such as news/*.txt, and "-" for
// standard input. A source that cannot be read gives an item with an error, and
// reading continues with the next. A cancelled context ends the sequence.
func Sources(ctx context.Context, paths []string, o Options) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		going := true
		next := func(item Item) bool {
			going = going && ctx.Err() == nil && yield(item)
			return going
		}
		for _, path := range paths {
			if !going || ctx.Err() != nil {
				return
			}
			readPath(path, o, next)
		}
	}
}

func readPath(path string, o Options, yield func(Item) bool) {
	if path == "-" {
		readStdin(o, yield)
		return
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		readFolder(path, o, yield)
	case err == nil:
		readFile(path, info, o, yield)
	case errors.Is(err, fs.ErrNotExist) && strings.Contains(path, "://"):
		yield(Item{Source: path, Err: failure(UnknownFormat, path, nil,
			"is a URL, and only files are read: save the page, or pipe it: curl -s %s | dateline load -", path)})
	case errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(path, "*?["):
		readPattern(path, o, yield)
	case errors.Is(err, fs.ErrNotExist):
		yield(Item{Source: path, Err: failure(NotFound, path, err, "there is no such file or folder%s", lookedIn(path))})
	default:
		yield(Item{Source: path, Err: failure(Unreadable, path, err, "cannot be read")})
	}
}

// lookedIn names the current folder if a path is relative to it.
func lookedIn(path string) string {
	folder, err := os.Getwd()
	if err != nil || filepath.IsAbs(path) {
		return ""
	}
	return " (looked in " + folder + ")"
}

func readPattern(pattern string, o Options, yield func(Item) bool) {
	matches, err := filepath.Glob(pattern)
	if err != nil {
		yield(Item{Source: pattern, Err: failure(NotFound, pattern, err, "is neither a file nor a valid pattern: each [ needs a ]")})
		return
	}
	if len(matches) == 0 {
		yield(Item{Source: pattern, Err: failure(NotFound, pattern, nil, "no file matches this pattern%s", lookedIn(pattern))})
		return
	}
	sort.Strings(matches)
	going := true
	for _, match := range matches {
		if !going {
			return
		}
		readPath(match, o, func(item Item) bool {
			going = yield(item)
			return going
		})
	}
}

// readFolder reads every file of a folder that can have articles. It skips what a
// browser saves beside a page (page_files) and files of other kinds, such as
// pictures; documents with text that cannot be read give an error.
func readFolder(folder string, o Options, yield func(Item) bool) {
	found, going := false, true
	next := func(item Item) bool {
		found = true
		going = yield(item)
		return going
	}
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			next(Item{Source: path, Err: failure(Unreadable, path, err, "cannot be read")})
		case path != folder && isHidden(entry.Name()) || entry.IsDir() && isSavedWithPage(path):
			if entry.IsDir() {
				return fs.SkipDir
			}
		case !entry.IsDir() && isWorthReading(path):
			readPath(path, o, next)
		}
		if !going {
			return fs.SkipAll
		}
		return nil
	})
	if err != nil && going {
		next(Item{Source: folder, Err: failure(Unreadable, folder, err, "cannot be read")})
	}
	if !found && going {
		yield(Item{Source: folder, Err: failure(NoText, folder, nil, "there is no article in this folder; the files that are read end in %s", readable())})
	}
}

func isHidden(name string) bool { return strings.HasPrefix(name, ".") }

// isSavedWithPage reports whether a folder has the pictures and scripts that a
// browser saves beside a page.
func isSavedWithPage(folder string) bool {
	base, found := strings.CutSuffix(folder, "_files")
	return found && (exists(base+".html") || exists(base+".htm"))
}

// documents are extensions of formats that may contain articles but cannot be read.
// Such a file gives an error rather than being skipped.
var documents = setOf(`.pdf .doc .docx .odt .rtf .epub .zip .gz .mht .mhtml .webarchive .eml .msg .pages .warc .xml`)

func isWorthReading(path string) bool {
	if isSidecar(path) {
		return false
	}
	_, known := formatOfExtension(path)
	extension := strings.ToLower(filepath.Ext(path))
	return known || extension == "" || documents[extension]
}

func readable() string {
	var extensions []string
	for _, f := range formats {
		extensions = append(extensions, f.extensions...)
	}
	return strings.Join(extensions, " ")
}

func exists(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.IsDir()
}

func readFile(path string, info fs.FileInfo, o Options, yield func(Item) bool) {
	name := filepath.ToSlash(path)
	if !info.Mode().IsRegular() && info.Mode()&fs.ModeNamedPipe == 0 {
		yield(Item{Source: name, Err: failure(Unreadable, name, nil, "is not a regular file")})
		return
	}
	opened, err := os.Open(path)
	if err != nil {
		yield(Item{Source: name, Err: failure(Unreadable, name, err, "cannot be opened")})
		return
	}
	defer opened.Close()
	buffered := bufio.NewReaderSize(opened, headBytes)
	head, _ := buffered.Peek(headBytes)
	if what := binaryKind(head); what != "" && !isUTF16(head) {
		yield(Item{Source: name, Err: failure(NotText, name, nil, "is %s, not text; save the article as text, HTML or JSON", what)})
		return
	}
	f, known := formatOfExtension(path)
	if !known {
		f = formatOfHead(head)
	}
	if f.holdsOne && info.Size() > o.maxBytes() {
		yield(Item{Source: name, Err: tooLarge(name, o.maxBytes())})
		return
	}
	beside, warnings, err := readSidecar(path, o.maxBytes())
	if err != nil {
		yield(Item{Source: name, Err: err})
		return
	}
	f.read(file{name, buffered, o.maxBytes(), info.Size(), beside}, func(item Item) bool {
		item.Warnings = append(warnings, item.Warnings...)
		return yield(item)
	})
}

// headBytes is how much of a file is used to recognize its format.
const headBytes = 4096

func isUTF16(head []byte) bool {
	return len(head) >= 2 && (head[0] == 0xFF && head[1] == 0xFE || head[0] == 0xFE && head[1] == 0xFF)
}

func readStdin(o Options, yield func(Item) bool) {
	const name = "stdin"
	if o.Stdin == nil {
		yield(Item{Source: name, Err: failure(Unreadable, name, nil, "standard input is closed")})
		return
	}
	buffered := bufio.NewReaderSize(o.Stdin, headBytes)
	head, err := buffered.Peek(headBytes)
	if len(head) == 0 && err != nil && !errors.Is(err, io.EOF) {
		yield(Item{Source: name, Err: failure(Unreadable, name, err, "cannot be read")})
		return
	}
	f := formatOfHead(head)
	if o.Format != "" {
		named, ok := formatNamed(o.Format)
		if !ok {
			yield(Item{Source: name, Err: failure(UnknownFormat, name, nil, "%s", unknownFormat(o.Format))})
			return
		}
		f = named
	}
	f.read(file{name: name, data: buffered, most: o.maxBytes()}, yield)
}

func unknownFormat(name string) string {
	var names []string
	for _, f := range formats {
		names = append(names, f.name)
	}
	return fmt.Sprintf("has the unknown format %q; the formats are %s", name, strings.Join(names, ", "))
}
