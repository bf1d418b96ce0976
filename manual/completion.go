package manual

import (
	"errors"
	"fmt"
	"strings"

	"github.com/alecthomas/kong"
)

// Shells lists the shells that Completion knows.
func Shells() []string { return []string{"bash", "zsh", "fish"} }

// Completion returns a script that completes commands and flags in a shell, and file names
// elsewhere.
func Completion(app *kong.Application, shell string) (string, error) {
	switch shell {
	case "bash":
		return bash(app), nil
	case "zsh":
		return "#compdef " + app.Name + "\nautoload -U +X bashcompinit && bashcompinit\n" + bash(app), nil
	case "fish":
		return fish(app), nil
	}
	return "", errors.New("there is no completion for this shell; there is for " + strings.Join(Shells(), ", "))
}

// bash returns a function with a case for each command.
func bash(app *kong.Application) string {
	var out strings.Builder
	fmt.Fprintf(&out, "_%[1]s() {\n  local word=${COMP_WORDS[COMP_CWORD]} path= i words\n", app.Name)
	out.WriteString("  for ((i = 1; i < COMP_CWORD; i++)); do\n    [[ ${COMP_WORDS[i]} == -* ]] || path+=\" ${COMP_WORDS[i]}\"\n  done\n  case \"$path \" in\n")
	nodes := commands(app.Node)
	for _, command := range nodes {
		fmt.Fprintf(&out, "    \" %s \"*) words=%q ;;\n", commandWords(app, command), strings.Join(flagWords(append(app.Flags, command.Flags...)), " "))
	}
	for _, child := range app.Children {
		if len(child.Children) > 0 {
			fmt.Fprintf(&out, "    \" %s \") words=%q ;;\n", child.Name, strings.Join(childNames(child), " "))
		}
	}
	fmt.Fprintf(&out, "    *) words=%q ;;\n  esac\n", strings.Join(append(childNames(app.Node), flagWords(app.Flags)...), " "))
	fmt.Fprintf(&out, "  COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n}\ncomplete -o default -F _%[1]s %[1]s\n", app.Name)
	return out.String()
}

// fish returns a line for each command and flag.
func fish(app *kong.Application) string {
	var out strings.Builder
	for _, child := range app.Children {
		fmt.Fprintf(&out, "complete -c %s -n __fish_use_subcommand -f -a %s -d %s\n", app.Name, child.Name, fishQuoted(child.Help))
	}
	for _, command := range commands(app.Node) {
		words := strings.Fields(commandWords(app, command))
		for _, f := range command.Flags {
			if !f.Hidden {
				fmt.Fprintf(&out, "complete -c %s -n '__fish_seen_subcommand_from %s' -l %s -d %s\n", app.Name, words[len(words)-1], f.Name, fishQuoted(f.Help))
			}
		}
	}
	for _, f := range app.Flags {
		fmt.Fprintf(&out, "complete -c %s -l %s -d %s\n", app.Name, f.Name, fishQuoted(f.Help))
	}
	return out.String()
}

// commandWords returns a command without the program: "key create".
func commandWords(app *kong.Application, command *kong.Node) string {
	var words []string
	for node := command; node != nil && node != app.Node; node = node.Parent {
		words = append([]string{node.Name}, words...)
	}
	return strings.Join(words, " ")
}

func childNames(node *kong.Node) []string {
	var names []string
	for _, child := range node.Children {
		if !child.Hidden {
			names = append(names, child.Name)
		}
	}
	return names
}

func flagWords(flags []*kong.Flag) []string {
	var words []string
	for _, f := range flags {
		if !f.Hidden {
			words = append(words, "--"+f.Name)
		}
	}
	return words
}

func fishQuoted(text string) string {
	return "'" + strings.NewReplacer(`\`, `\\`, "'", `\'`).Replace(firstSentence(text)) + "'"
}
