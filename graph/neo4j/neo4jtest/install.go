package neo4jtest

import (
	"crypto/rand"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/lockedfile"
)

//go:embed pom.xml
var pom []byte

//go:embed Neo4jForTests.java
var program []byte

// advice ends every error that keeps Neo4j from being installed.
const advice = "make neo4j installs a JDK and Maven on Debian; or set DATELINE_TEST_NEO4J to the URL of a running Neo4j 5 that tests may erase"

// leastJava is the oldest Java that Neo4j 5 runs on.
const leastJava = 17

// installation is what a server runs from.
type installation struct {
	java string
	// jars are in a fixed order, which class data sharing needs.
	jars []string
	// classes is an archive of loaded classes. It halves the time of a start.
	classes string
}

// install finds the jars in the user's cache, where Maven puts them the first time.
// Tests of several packages may call it at once.
func install() (*installation, error) {
	java, err := findJava()
	if err != nil {
		return nil, fmt.Errorf("%w; %s", err, advice)
	}
	cache, err := os.UserCacheDir()
	if err != nil { // no home
		cache = os.TempDir()
	}
	folder := filepath.Join(cache, "dateline", "neo4j-"+version()+"-"+contentHash())
	if err := os.MkdirAll(filepath.Dir(folder), 0o755); err != nil {
		return nil, fmt.Errorf("make a folder for the jars of Neo4j: %w", err)
	}
	unlock, err := lockedfile.MutexAt(folder + ".lock").Lock()
	if err != nil {
		return nil, fmt.Errorf("wait for another process that fetches Neo4j: %w", err)
	}
	defer unlock()
	if _, err := os.Stat(folder); errors.Is(err, os.ErrNotExist) {
		if err := fill(folder, java); err != nil {
			return nil, fmt.Errorf("fetch Neo4j %s: %w; %s", version(), err, advice)
		}
	}
	return installed(folder, java)
}

func installed(folder, java string) (*installation, error) {
	jars, err := filepath.Glob(filepath.Join(folder, "lib", "*.jar")) // sorted
	if err != nil || len(jars) == 0 {
		return nil, fmt.Errorf("no jars in %s: delete the folder and try again: %w", folder, err)
	}
	return &installation{java: java, jars: jars, classes: filepath.Join(folder, "classes.jsa")}, nil
}

// fill makes the folder, whole or not at all.
func fill(folder, java string) error {
	maven, err := exec.LookPath("mvn")
	if err != nil {
		return fmt.Errorf("no Maven: %w", err)
	}
	fmt.Fprintf(os.Stderr, "neo4jtest: fetching Neo4j %s, once (120 MB)\n", version())
	work, err := os.MkdirTemp(filepath.Dir(folder), "filling-*")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(work) }()
	for name, content := range map[string][]byte{"pom.xml": pom, "Neo4jForTests.java": program} {
		if err := os.WriteFile(filepath.Join(work, name), content, 0o644); err != nil {
			return err
		}
	}
	lib := filepath.Join(work, "lib")
	if err := run(work, maven, "-q", "-B", "dependency:copy-dependencies", "-DoutputDirectory="+lib); err != nil {
		return err
	}
	tool := func(name string) string { return filepath.Join(filepath.Dir(java), name+filepath.Ext(java)) }
	if err := run(work, tool("javac"), "-cp", filepath.Join(lib, "*"), "-d", "classes", "Neo4jForTests.java"); err != nil {
		return err
	}
	if err := run(work, tool("jar"), "--create", "--file", filepath.Join(lib, "neo4jtest.jar"), "-C", "classes", "."); err != nil {
		return err
	}
	if err := os.Chmod(work, 0o755); err != nil {
		return err
	}
	if err := os.Rename(work, folder); err != nil {
		return err
	}
	return shareClasses(folder, java)
}

// shareClasses starts a server once and keeps the classes that it loaded. If that
// fails, later starts are slower, and that is all.
func shareClasses(folder, java string) error {
	made, err := installed(folder, java)
	if err != nil {
		return err
	}
	unfinished := made.classes + ".unfinished"
	server, err := made.start(rand.Text(), "-XX:ArchiveClassesAtExit="+unfinished)
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(server.home) }()
	if err := server.exit(); err != nil {
		return nil
	}
	_ = os.Rename(unfinished, made.classes)
	return nil
}

var javaVersion = regexp.MustCompile(`version "(\d+)`)

// findJava finds a JDK that is new enough: that of JAVA_HOME, else the first of PATH.
func findJava() (string, error) {
	java, err := exec.LookPath("java")
	if home := os.Getenv("JAVA_HOME"); home != "" {
		java, err = exec.LookPath(filepath.Join(home, "bin", "java"))
	}
	if err != nil {
		return "", fmt.Errorf("no Java: %w", err)
	}
	if java, err = filepath.EvalSymlinks(java); err != nil { // javac is beside the real one
		return "", fmt.Errorf("no Java: %w", err)
	}
	said, err := exec.Command(java, "-version").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("%s -version: %w", java, err)
	}
	found := javaVersion.FindSubmatch(said)
	if found == nil {
		return "", fmt.Errorf("%s -version does not show a version: %q", java, said)
	}
	if number, _ := strconv.Atoi(string(found[1])); number < leastJava {
		return "", fmt.Errorf("%s is Java %d, older than %d", java, number, leastJava)
	}
	if _, err := exec.LookPath(filepath.Join(filepath.Dir(java), "javac")); err != nil {
		return "", fmt.Errorf("%s has no compiler beside it: %w", java, err)
	}
	return java, nil
}

func run(folder, name string, args ...string) error {
	command := exec.Command(name, args...)
	command.Dir = folder
	if said, err := command.CombinedOutput(); err != nil {
		return fmt.Errorf("%s %s: %w: %s", filepath.Base(name), strings.Join(args, " "), err, last(said, 2000))
	}
	return nil
}

func last(text []byte, most int) []byte {
	return text[max(0, len(text)-most):]
}

var pomVersion = regexp.MustCompile(`<artifactId>neo4j</artifactId>\s*<version>([^<]+)<`)

// version is Neo4j's. Only pom.xml names it.
func version() string {
	return string(pomVersion.FindSubmatch(pom)[1])
}

// contentHash tells apart what was made from different versions of these files.
func contentHash() string {
	sum := sha256.Sum256(append(append([]byte{}, pom...), program...))
	return hex.EncodeToString(sum[:4])
}
