package main

import (
	"fmt"
	"strings"
	"text/tabwriter"
	"time"

	"dateline/access"
)

// keysFlag names the file with the keys of a store.
type keysFlag struct {
	Keys string `help:"File with the API keys; for an SQLite store, the store's file with .keys at its end unless this names another. It holds no secrets: copy it to every server of the store." placeholder:"FILE"`
}

// file returns the file with the keys of a store, nil if nothing says which that is.
func (f keysFlag) file(store string) *access.KeyFile {
	if f.Keys != "" {
		return access.NewKeyFile(f.Keys)
	}
	scheme, path, err := splitStore("--store", store)
	if err != nil || scheme != sqliteScheme {
		return nil
	}
	return access.NewKeyFile(path + ".keys")
}

// keyFlags are those of each command for keys.
type keyFlags struct {
	Store string `help:"The store whose keys these are (default ${default})." default:"sqlite:dateline.db" placeholder:"URL"`
	keysFlag
}

func (f keyFlags) file() (*access.KeyFile, error) {
	if file := f.keysFlag.file(f.Store); file != nil {
		return file, nil
	}
	if _, _, err := splitStore("--store", f.Store); err != nil {
		return nil, err
	}
	return nil, fmt.Errorf("%w: a store on a server has its keys in a file that you choose: give --keys FILE, to dateline serve as well", errUsage)
}

type keyCommand struct {
	Create keyCreateCommand `cmd:"" help:"Make a key and print it, this once."`
	List   keyListCommand   `cmd:"" help:"List keys: who has which role."`
	Revoke keyRevokeCommand `cmd:"" help:"Make a key unusable for good."`
}

func (keyCommand) Help() string {
	return `A key says who sends a request to dateline serve, and what its sender may do:

  reader   ask
  editor   also correct what the graph says
  admin    also load and remove articles

Programs send it in a header: Authorization: Bearer KEY. A server notices within a second that keys were made or revoked. Once there are keys, those without one may ask only if the server was started with --open.`
}

type keyCreateCommand struct {
	keyFlags
	Name string      `help:"Whose key it is. Edits show it as their author." required:"" placeholder:"NAME"`
	Role access.Role `help:"What it allows: reader, editor or admin (default ${default})." default:"reader" placeholder:"ROLE"`
	Days int         `help:"After how many days it expires; never if 0 (default ${default})." default:"0" placeholder:"N"`
}

func (keyCreateCommand) Help() string {
	return `Prints the key on standard output. It is stored nowhere, only its hash is: if it is lost, make another.

Examples:
  dateline key create --name "Ana Lim" --role editor --store sqlite:news.db
  dateline key create --name archive --days 90 --keys /etc/dateline/keys --store neo4j://db.example.org > archive.key`
}

func (c *keyCreateCommand) Run(app *App) error {
	file, err := c.file()
	if err != nil {
		return err
	}
	var expires time.Time
	switch {
	case c.Role == access.Anonymous:
		return fmt.Errorf("%w: --role: anonymous needs no key; use reader, editor or admin", errUsage)
	case c.Days < 0 || c.Days > 36500:
		return fmt.Errorf("%w: --days is %d; it must be from 0 to 36500", errUsage, c.Days)
	case c.Days > 0:
		expires = app.Now().AddDate(0, 0, c.Days)
	}
	text, err := file.Create(c.Name, c.Role, expires)
	if err != nil {
		return fmt.Errorf("%w: %w", errUsage, err)
	}
	fmt.Fprintln(app.Stdout, text)
	fmt.Fprintln(app.Stderr, "This is the only time that the key is shown. Send it as Authorization: Bearer KEY.")
	return nil
}

type keyListCommand struct{ keyFlags }

func (keyListCommand) Help() string {
	return `Prints a line for each key, with its ID, which is the part of the key between the two underscores.

Example:
  dateline key list --store sqlite:news.db`
}

func (c *keyListCommand) Run(app *App) error {
	file, err := c.file()
	if err != nil {
		return err
	}
	keys, err := file.List()
	if err != nil {
		return err
	}
	if len(keys) == 0 {
		fmt.Fprintln(app.Stderr, "There are no keys. Make one: dateline key create --name NAME --role editor")
		return nil
	}
	table := tabwriter.NewWriter(app.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "ID\tROLE\tSTATE\tCREATED\tEXPIRES\tNAME")
	for _, key := range keys {
		expires := "never"
		if !key.Expires.IsZero() {
			expires = key.Expires.Format(time.DateOnly)
		}
		fmt.Fprintln(table, strings.Join([]string{key.ID, key.Role.String(), key.State(app.Now()), key.Created.Format(time.DateOnly), expires, key.Name}, "\t"))
	}
	return table.Flush()
}

type keyRevokeCommand struct {
	keyFlags
	ID string `arg:"" help:"The key's ID, as dateline key list shows it."`
}

func (keyRevokeCommand) Help() string {
	return `Servers refuse the key within a second. The key stays in the list, so that edits keep their author.

Example:
  dateline key revoke k3f9q2m7xa --store sqlite:news.db`
}

func (c *keyRevokeCommand) Run(app *App) error {
	file, err := c.file()
	if err != nil {
		return err
	}
	if err := file.Revoke(c.ID); err != nil {
		return fmt.Errorf("%w: %w", errUsage, err)
	}
	fmt.Fprintln(app.Stderr, "Revoked", c.ID+".")
	return nil
}
