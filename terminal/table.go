package terminal

import (
	"bufio"
	"strings"
)

// Column is a column of a Table.
type Column struct {
	Title string
	Style Style
	// Most is the width at which cells are broken; 0 for the column that takes what is
	// left, which is the last one.
	Most int
}

// Table writes rows of plain text in columns. On a screen that is too narrow for them, the
// cells of a row stand below each other.
type Table struct {
	Screen  Screen
	Columns []Column
}

// between is the space between two columns.
const between = 2

// Write writes the table with its titles.
func (t Table) Write(w *bufio.Writer, rows [][]string) {
	widths, left := t.widths(rows)
	if t.Screen.Width > 0 && left < minColumn {
		t.stack(w, rows)
		return
	}
	titles := make([]string, len(t.Columns))
	for i, column := range t.Columns {
		titles[i] = column.Title
	}
	t.line(w, titles, widths, func(Column) Style { return Dim })
	for _, row := range rows {
		t.line(w, row, widths, func(c Column) Style { return c.Style })
	}
}

// widths returns the width of each column; 0 for the last one where it has no bound. left
// is what the last column has.
func (t Table) widths(rows [][]string) (widths []int, left int) {
	widths = make([]int, len(t.Columns))
	left = t.Screen.Width
	for i, column := range t.Columns[:len(t.Columns)-1] {
		widths[i] = Width(column.Title)
		for _, row := range rows {
			widths[i] = max(widths[i], Width(row[i]))
		}
		if column.Most > 0 && t.Screen.Width > 0 {
			widths[i] = min(widths[i], column.Most)
		}
		left -= widths[i] + between
	}
	widths[len(widths)-1] = max(left, 0)
	return widths, left
}

// line writes one row, whose cells can take several lines.
func (t Table) line(w *bufio.Writer, row []string, widths []int, style func(Column) Style) {
	cells := make([][]string, len(row))
	height := 1
	for i, cell := range row {
		cells[i] = Wrap(cell, widths[i])
		if t.Screen.Width == 0 {
			cells[i] = []string{cell}
		}
		height = max(height, len(cells[i]))
	}
	for n := range height {
		var line strings.Builder
		for i, lines := range cells {
			text := ""
			if n < len(lines) {
				text = lines[n]
			}
			width := widths[i] + between
			if i == len(cells)-1 {
				width = 0
			}
			line.WriteString(t.Screen.Padded(text, width, style(t.Columns[i])))
		}
		_, _ = w.WriteString(strings.TrimRight(line.String(), " ") + "\n") // a bufio.Writer keeps its first error
	}
}

// stack writes the cells of each row below each other.
func (t Table) stack(w *bufio.Writer, rows [][]string) {
	for _, row := range rows {
		indent := 0
		for i, cell := range row {
			if cell == "" {
				continue
			}
			_, _ = w.WriteString(strings.Repeat(" ", indent) + t.Screen.Lines(cell, indent, t.Columns[i].Style) + "\n")
			indent = between
		}
	}
}
