package neo4jtest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Import replaces the database in a folder by means of Neo4j's own importer, which
// writes its files while no server runs. The folder is one for Keep; a server is started
// and ended in it first, so that it has its password. Arguments are those of neo4j-admin
// database import full that describe the input. An error holds what the importer printed.
func Import(folder string, arguments []string) error {
	server, err := Keep(folder)
	if err != nil {
		return err
	}
	server.Close()
	work, err := os.MkdirTemp(folder, "import-*")
	if err != nil {
		return fmt.Errorf("import into the Neo4j in %s: %w", folder, err)
	}
	defer func() { _ = os.RemoveAll(work) }()
	made := server.installation
	args := []string{
		"-Xmx2g", "-XX:+UseParallelGC", "-Djava.io.tmpdir=" + work,
		"-cp", strings.Join(made.jars, string(filepath.ListSeparator)), "org.neo4j.cli.AdminTool",
		"database", "import", "full", "neo4j", "--overwrite-destination", "--max-off-heap-memory=4g", "--report-file=" + filepath.Join(work, "report"),
	}
	command := exec.Command(made.java, append(args, arguments...)...)
	command.Dir = work
	command.Env = append(os.Environ(), "NEO4J_HOME="+folder, "NEO4J_CONF="+work)
	if said, err := command.CombinedOutput(); err != nil {
		return fmt.Errorf("import into the Neo4j in %s: %w: %s", folder, err, last(said, 4000))
	}
	return nil
}
