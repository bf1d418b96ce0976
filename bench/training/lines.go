package training

import (
	"bufio"
	"fmt"
	"os"
)

// longestLine is how many bytes an annotated article may have.
const longestLine = 16 << 20

// EachLine reads a file of annotated articles, one JSON object a line. The error of a line
// names the file and the number of the line.
func EachLine(path string, read func(line []byte) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, longestLine)
	for number := 1; lines.Scan(); number++ {
		if err := read(lines.Bytes()); err != nil {
			return fmt.Errorf("read %s, line %d: %w", path, number, err)
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("read %s: %w", path, err)
	}
	return nil
}
