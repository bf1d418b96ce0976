package neo4jtest

import (
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Keep runs a server for benchmarks. Its data stay in the folder however this program
// ends. It has memory for large graphs (up to 6 GB of heap and 8 GB of page cache), and
// a JVM that starts more slowly and then runs faster. A missing folder is made, and
// given a password that it keeps.
func Keep(folder string) (*Server, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, fmt.Errorf("a Neo4j in %s: %w", folder, err)
	}
	password, err := keptPassword(filepath.Join(folder, "password"))
	if err != nil {
		return nil, err
	}
	made, err := install()
	if err != nil {
		return nil, fmt.Errorf("a Neo4j in %s: %w", folder, err)
	}
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	server := &Server{User: "neo4j", Password: password, installation: made, kept: true}
	server.process, err = made.startAt(folder, port, password,
		"-Xms2g", "-Xmn1g", "-Xmx6g", "-XX:-UseSerialGC", "-XX:+UseParallelGC", "-XX:TieredStopAtLevel=4", "-Ddateline.pagecache=8589934592", "-Ddateline.keep=true")
	if err != nil {
		return nil, fmt.Errorf("a Neo4j in %s: %w", folder, err)
	}
	server.URL = "bolt://" + server.Address()
	if err := server.connect(); err != nil {
		server.Close()
		return nil, err
	}
	return server, nil
}

// keptPassword reads a password, or makes one.
func keptPassword(file string) (string, error) {
	password, err := os.ReadFile(file)
	if errors.Is(err, os.ErrNotExist) {
		password = []byte(rand.Text())
		err = os.WriteFile(file, password, 0o600)
	}
	if err != nil {
		return "", fmt.Errorf("the password of Neo4j: %w", err)
	}
	return strings.TrimSpace(string(password)), nil
}
