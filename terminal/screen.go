package terminal

import (
	"io"
	"os"
	"strings"

	"golang.org/x/term"
)

// Screen is where text is shown. The zero value is a file or a pipe, in which no line is
// broken and nothing is marked, so that other programs find whole lines.
type Screen struct {
	// Width is the number of columns; 0 if it is not bounded.
	Width int
	// Color allows bold and dim text and colours.
	Color bool
}

// ScreenOf returns the screen that a stream is shown on. It has colours unless the
// environment says otherwise: NO_COLOR (https://no-color.org) or TERM=dumb.
func ScreenOf(stream io.Writer) Screen {
	file, ok := stream.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return Screen{}
	}
	const usual = 80
	screen := Screen{Width: usual, Color: os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"}
	if width, _, err := term.GetSize(int(file.Fd())); err == nil && width > 0 {
		screen.Width = width
	}
	return screen
}

// Style is a way to show text.
type Style string

// The styles, as parameters of the control sequence SGR (ECMA-48).
const (
	Usual   Style = ""
	Bold    Style = "1"
	Dim     Style = "2"
	Warning Style = "33"
)

// Styled returns a text in a style, or as it is where there are no colours.
func (s Screen) Styled(text string, style Style) string {
	if !s.Color || style == Usual || text == "" {
		return text
	}
	return "\x1b[" + string(style) + "m" + text + "\x1b[0m"
}

// Lines breaks a text into lines for a column of this width that begins after indent, and
// returns them with the indent before all but the first. Untrusted text has to be Plain.
func (s Screen) Lines(text string, indent int, style Style) string {
	width := 0
	if s.Width > 0 {
		width = max(s.Width-indent, minColumn)
	}
	direction := DirectionOf(text)
	lines := Wrap(text, width)
	for i, line := range lines {
		if s.Width > 0 {
			line = Isolated(line, direction)
		}
		lines[i] = s.Styled(line, style)
	}
	return strings.Join(lines, "\n"+strings.Repeat(" ", indent))
}

// minColumn is the least width that text is broken to: narrower columns are no help.
const minColumn = 16

// Padded returns a plain text with spaces behind it up to a width.
func (s Screen) Padded(text string, width int, style Style) string {
	shown := text
	if s.Width > 0 {
		shown = Isolated(text, DirectionOf(text))
	}
	return s.Styled(shown, style) + strings.Repeat(" ", max(0, width-Width(text)))
}
