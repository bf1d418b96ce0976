package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"dateline/loader/lexicon"
)

// lexiconCommand is for those who edit the lists of words.
type lexiconCommand struct {
	Check lexiconCheckCommand `cmd:"" help:"Check the built-in lists, or edited ones."`
	Find  lexiconFindCommand  `cmd:"" help:"Print every entry of every list that has a word."`
	Show  lexiconShowCommand  `cmd:"" help:"Print a built-in list."`
}

func (lexiconCommand) Help() string {
	return `Dateline recognizes contacts, people, states and media by lists of words: verbs and nouns of contact, classes of verbs, names, and so on. Each list is a file with one entry a line and a header that explains its columns.

To try a new wording, print its list into a folder of your own, add a line in its place in the order, and check the folder.

Examples:
  dateline lexicon find phone
  dateline lexicon show media.tsv > lists/media.tsv
  dateline lexicon check lists`
}

type lexiconCheckCommand struct {
	Directory string `arg:"" optional:"" help:"Folder with edited lists; the built-in ones are used for those it lacks." placeholder:"DIR"`
}

func (lexiconCheckCommand) Help() string {
	return `Prints each list with the number of its entries, and each fault with its file, its line and what to do. The exit code is 1 if there are faults.

Examples:
  dateline lexicon check
  dateline lexicon check loader/lexicon`
}

func (c *lexiconCheckCommand) Run(app *App) error {
	directory, err := directoryOf(c.Directory)
	if err != nil {
		return err
	}
	failed := false
	for _, result := range lexicon.Check(directory) {
		fmt.Fprintf(app.Stdout, "%-24s %5d entries\n", result.List, result.Entries)
		for _, fault := range result.Faults {
			failed = true
			fault.File = filepath.Join(c.Directory, fault.File)
			fmt.Fprintln(app.Stdout, fault)
		}
	}
	if failed {
		return errFailed
	}
	return nil
}

// directoryOf opens a folder of edited lists; nil, for those built in, if none is named.
func directoryOf(name string) (fs.FS, error) {
	if name == "" {
		return nil, nil
	}
	if info, err := os.Stat(name); err != nil || !info.IsDir() {
		return nil, fmt.Errorf("%w: there is no folder %s", errUsage, name)
	}
	return os.DirFS(name), nil
}

// lexiconFlag has an edited lexicon used by a command that stores nothing: a store's
// graph is a function of the articles, so nothing that loads into one has this flag.
type lexiconFlag struct {
	Lexicon string `help:"Folder with edited word lists, to try them out; the built-in ones are used for those it lacks." placeholder:"DIR"`
}

// use puts the edited lists, if any, in the place of those built in.
func (f lexiconFlag) use() error {
	directory, err := directoryOf(f.Lexicon)
	if directory == nil || err != nil {
		return err
	}
	if err := lexicon.Use(directory); err != nil {
		return fmt.Errorf("%w: the lists in %s have faults:\n%w", errUsage, f.Lexicon, err)
	}
	return nil
}

type lexiconFindCommand struct {
	Word      string `arg:"" help:"A word or a name; case does not matter." placeholder:"WORD"`
	Directory string `name:"lexicon" help:"Folder with edited lists to search too." placeholder:"DIR"`
}

func (lexiconFindCommand) Help() string {
	return `Prints one line for each entry: its file and line, then its cells with the names of their columns. A form such as "phoned" is looked up by its base form too. The exit code is 1 if no list has the word.

Example:
  dateline lexicon find phoned`
}

func (c *lexiconFindCommand) Run(app *App) error {
	directory, err := directoryOf(c.Directory)
	if err != nil {
		return err
	}
	found := lexicon.Find(directory, c.Word)
	for _, entry := range found {
		var cells []string
		for i, cell := range entry.Cells {
			if cell != "" {
				cells = append(cells, entry.Columns[i]+": "+cell)
			}
		}
		fmt.Fprintf(app.Stdout, "%s:%d  %s\n", entry.List, entry.Line, strings.Join(cells, ", "))
	}
	if len(found) == 0 {
		fmt.Fprintf(app.Stderr, "no list has %q\n", c.Word)
		return errFailed
	}
	return nil
}

type lexiconShowCommand struct {
	List string `arg:"" help:"Name of the list: verbs.tsv." placeholder:"LIST"`
}

func (lexiconShowCommand) Help() string {
	return `Lists:
  ` + strings.Join(lexicon.Names(), "\n  ")
}

func (c *lexiconShowCommand) Run(app *App) error {
	list, err := lexicon.Read(c.List)
	if err != nil {
		return fmt.Errorf("%w: %w", errUsage, err)
	}
	_, err = app.Stdout.Write(list)
	return err
}
