// Package manual writes the manual page and the completion of shells from the model of the
// command line, so that they always say what the help texts say. The libraries for kong
// that do so have not been kept for years.
package manual

import (
	"fmt"
	"strings"

	"github.com/alecthomas/kong"
)

// Page returns the manual page, for man, of section 1.
func Page(app *kong.Application, version string) string {
	var out strings.Builder
	fmt.Fprintf(&out, ".TH %s 1 \"\" %s \"User Commands\"\n", strings.ToUpper(app.Name), argument(version))
	_, summary, _ := strings.Cut(firstSentence(app.Help), " ")
	fmt.Fprintf(&out, ".SH NAME\n%s \\- %s\n", app.Name, roff(summary))
	fmt.Fprintf(&out, ".SH SYNOPSIS\n.B %s\n.I COMMAND\n[flags]\n", app.Name)
	out.WriteString(".SH DESCRIPTION\n")
	paragraphs(&out, app.Help)
	out.WriteString(".SH COMMANDS\n")
	for _, command := range commands(app.Node) {
		fmt.Fprintf(&out, ".SS %s\n", argument(app.Name+" "+commandWords(app, command)))
		paragraphs(&out, command.Help)
		paragraphs(&out, command.Detail)
		for _, value := range command.Positional {
			fmt.Fprintf(&out, ".TP\n\\fI%s\\fR\n%s\n", roff(strings.Trim(value.Summary(), "<>[] .")), roff(value.Help))
		}
		flags(&out, command.Flags)
	}
	out.WriteString(".SH FLAGS OF EVERY COMMAND\n")
	flags(&out, app.Flags)
	return out.String()
}

// commands returns the commands below a node that do something themselves, in order.
func commands(node *kong.Node) []*kong.Node {
	var all []*kong.Node
	for _, child := range node.Children {
		if child.Type != kong.CommandNode || child.Hidden {
			continue
		}
		if len(child.Children) == 0 {
			all = append(all, child)
		}
		all = append(all, commands(child)...)
	}
	return all
}

func flags(out *strings.Builder, list []*kong.Flag) {
	for _, f := range list {
		if f.Hidden {
			continue
		}
		out.WriteString(".TP\n\\fB" + roff(spelled(f)) + "\\fR")
		if !f.IsBool() {
			out.WriteString("=\\fI" + roff(f.FormatPlaceHolder()) + "\\fR")
		}
		fmt.Fprintf(out, "\n%s\n", roff(f.Help))
	}
}

func spelled(f *kong.Flag) string {
	if f.Short != 0 {
		return fmt.Sprintf("-%c, --%s", f.Short, f.Name)
	}
	return "--" + f.Name
}

// paragraphs writes a text; lines that are indented stay as they are.
func paragraphs(out *strings.Builder, text string) {
	for _, paragraph := range strings.Split(strings.TrimSpace(text), "\n\n") {
		if paragraph == "" {
			continue
		}
		out.WriteString(".PP\n")
		for line := range strings.Lines(paragraph) {
			line = strings.TrimSuffix(line, "\n")
			if strings.HasPrefix(line, "  ") {
				fmt.Fprintf(out, ".RS\n.nf\n%s\n.fi\n.RE\n", roff(strings.TrimSpace(line)))
				continue
			}
			out.WriteString(roff(line) + "\n")
		}
	}
}

// roff escapes a text.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`, "…", "...").Replace(text)
	if strings.HasPrefix(text, ".") || strings.HasPrefix(text, "'") {
		return `\&` + text
	}
	return text
}

// argument quotes the argument of a macro.
func argument(text string) string {
	return `"` + strings.ReplaceAll(roff(text), `"`, `""`) + `"`
}

func firstSentence(text string) string {
	sentence, _, _ := strings.Cut(text, ".")
	return sentence
}
