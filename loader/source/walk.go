package source

import (
	"bufio"
	"context"
	"errors"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// Items opens files, folders (with everything below them in the order of names, without
// hidden files), patterns such as news/*.txt, and "-" for standard input. A source that
// cannot be opened gives an item with an error, and the next one is opened. A cancelled
// context ends the sequence.
func Items(ctx context.Context, paths []string, o Options) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		w := &walk{Options: o, ctx: ctx, yield: yield, going: true}
		for _, path := range paths {
			clear(w.visited)
			w.path(path)
		}
	}
}

// walk is one call of Items.
type walk struct {
	Options
	ctx   context.Context
	yield func(Item) bool
	going bool
	depth int    // containers around the current item
	found int    // items so far
	at    string // the file that is being opened
	// lists are the kinds of lists around the current item.
	lists map[string]bool
	// visited are the addresses that the current file or path led to.
	visited map[string]bool
	// survey is told of each file in place of opening it; nil for a walk that opens them.
	survey func(fs.FileInfo)
}

// give hands an item to the consumer. It reports whether to go on.
func (w *walk) give(item Item) bool {
	item.File = w.at
	w.going = w.going && w.ctx.Err() == nil
	if w.going {
		w.found++
		w.going = w.yield(item)
	}
	return w.going
}

func (w *walk) fail(err *Error) { w.give(Item{Name: err.Source, Err: err}) }

// more reports whether the consumer wants more items.
func (w *walk) more() bool { return w.going && w.ctx.Err() == nil }

func (w *walk) pass(name, why string) {
	if w.PassedOver != nil {
		w.PassedOver(Passed{filepath.ToSlash(name), why})
	}
}

func (w *walk) path(path string) {
	if !w.more() {
		return
	}
	if path == "-" {
		w.stdin()
		return
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		w.folder(path)
	case err == nil:
		w.file(path, info)
	case errors.Is(err, fs.ErrNotExist) && isAddress(path):
		w.url(path, Known{})
	case errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(path, "*?["):
		w.pattern(path)
	case errors.Is(err, fs.ErrNotExist):
		w.fail(Failure(NotFound, path, err, "there is no such file or folder%s", lookedIn(path)))
	default:
		w.fail(Failure(Unreadable, path, err, "cannot be read"))
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

func (w *walk) pattern(pattern string) {
	matches, err := filepath.Glob(pattern)
	if err != nil {
		w.fail(Failure(NotFound, pattern, err, "is neither a file nor a valid pattern: each [ needs a ]"))
		return
	}
	if len(matches) == 0 {
		w.fail(Failure(NotFound, pattern, nil, "no file matches this pattern%s", lookedIn(pattern)))
		return
	}
	sort.Strings(matches)
	for _, match := range matches {
		w.path(match)
	}
}

// folder opens every file of a folder that can have articles. It passes over what a
// browser saves beside a page (page_files) and files of other kinds, such as pictures.
func (w *walk) folder(folder string) {
	before := w.found
	skipped := false
	// With a separator at its end, a link to a folder is followed; those within are not, so
	// that no folder leads back to itself.
	root := strings.TrimRight(folder, string(filepath.Separator)) + string(filepath.Separator)
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			w.fail(Failure(Unreadable, path, err, "cannot be read"))
		case path != root && isHidden(entry.Name()):
			w.pass(path, "hidden")
			return skipFolder(entry)
		case entry.IsDir():
			if isSavedWithPage(path) {
				w.pass(path, "saved with a page")
				return fs.SkipDir
			}
		case !isReadable(path, entry):
			w.pass(path, "is no file, but a link to a folder, a pipe or a device")
		case w.Describes != nil && w.Describes(path):
			w.pass(path, "describes another file")
		case !w.isWorthOpening(path):
			w.pass(path, unreadKind(path))
		default:
			before := w.found
			w.path(path)
			skipped = skipped || w.found == before
		}
		if !w.more() {
			return fs.SkipAll
		}
		return nil
	})
	if err != nil && w.more() {
		w.fail(Failure(Unreadable, folder, err, "cannot be read"))
	}
	if w.found == before && !skipped && w.more() {
		w.fail(Failure(NoText, folder, nil, "there is no article in this folder; dateline formats lists the files that are read"))
	}
}

// isReadable reports whether what a folder has is a file, or a link to one. A pipe would
// wait for a writer that may never come.
func isReadable(path string, entry fs.DirEntry) bool {
	if entry.Type().IsRegular() {
		return true
	}
	info, err := os.Stat(path)
	return err != nil || info.Mode().IsRegular() // opening it tells of the error
}

func skipFolder(entry fs.DirEntry) error {
	if entry.IsDir() {
		return fs.SkipDir
	}
	return nil
}

func isHidden(name string) bool { return strings.HasPrefix(name, ".") }

// isSavedWithPage reports whether a folder has the pictures and scripts that a
// browser saves beside a page.
func isSavedWithPage(folder string) bool {
	base, found := strings.CutSuffix(folder, "_files")
	return found && (isFile(base+".html") || isFile(base+".htm"))
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.IsDir()
}

// isWorthOpening reports whether a file in a folder or an archive may hold articles.
func (w *walk) isWorthOpening(name string) bool {
	if filepath.Ext(name) == "" || containerOfName(name) != nil {
		return true
	}
	return w.Reads == nil || w.Reads(name)
}

func unreadKind(name string) string {
	return "files that end in " + strings.ToLower(filepath.Ext(name)) + " are not read"
}

func (w *walk) file(path string, info fs.FileInfo) {
	name := filepath.ToSlash(path)
	if !info.Mode().IsRegular() && info.Mode()&fs.ModeNamedPipe == 0 {
		w.fail(Failure(Unreadable, name, nil, "is not a regular file"))
		return
	}
	if w.survey != nil {
		w.survey(info)
		return
	}
	if w.Skip != nil && w.Skip(path) {
		w.Meter.add(info.Size())
		return
	}
	clear(w.visited)
	w.at = path
	defer func() { w.at = "" }()
	opened, err := os.Open(path)
	if err != nil {
		w.fail(Failure(Unreadable, name, err, "cannot be opened"))
		return
	}
	body := &metered{opened, w.Meter, info.Size()}
	defer body.Close()
	w.open(Item{Name: name, Path: path, Body: body, Size: info.Size()})
}

func (w *walk) stdin() {
	const name = "stdin"
	if w.Stdin == nil {
		w.fail(Failure(Unreadable, name, nil, "standard input is closed"))
		return
	}
	w.open(Item{Name: name, Body: w.Stdin})
}

// headBytes is how much of a file is used to recognize what it is.
const headBytes = 4096

// open gives an item to the consumer or, if it is a container, its members.
func (w *walk) open(item Item) {
	if !w.more() {
		return
	}
	buffered := bufio.NewReaderSize(item.Body, headBytes)
	head, err := buffered.Peek(headBytes)
	if len(head) == 0 && err != nil && !isEnd(err) {
		w.fail(failureOf(item.Name, err, Unreadable, "cannot be read"))
		return
	}
	c := containerOf(item, head)
	if c == nil {
		if w.wasList(item) {
			w.fail(Failure(Unreachable, item.Name, nil, "is a page now, where a list of others was"))
			return
		}
		item.Body = buffered
		w.give(item)
		return
	}
	w.noteList(item)
	if w.depth == maxDepth {
		w.fail(Failure(TooLarge, item.Name, nil, "is inside more than %d archives", maxDepth))
		return
	}
	w.depth++
	defer func() { w.depth-- }()
	c.open(w, item, buffered)
}

// maxDepth is how deep containers can be nested: a mail in a mailbox in an archive has 2.
const maxDepth = 4
