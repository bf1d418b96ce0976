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
	"runtime"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/lockedfile"
)

//go:embed pom.xml
var pom []byte

//go:embed Neo4jForTests.java
var program []byte

// advice ends every error that keeps Neo4j from being installed.
const advice = "install a JDK of version 17 or newer and Maven (Debian: apt-get install default-jdk-headless maven), " +
	"or set DATELINE_TEST_NEO4J to the URL of a running Neo4j 5 that tests may erase; go test -short leaves these tests out"

// leastJava is the oldest Java that Neo4j 5 runs on.
const leastJava = 17

// installation is what a server runs from.
type installation struct {
	java string
	// jars are in an order that does not change, as class data sharing wants it.
	jars []string
	// classes is the archive of classes that were loaded before, so that a start
	// takes half the time.
	classes string
}

// install finds the jars in the user's cache, and puts them there the first time.
// Tests of several packages can call it at once.
func install() (*installation, error) {
	java, err := findJava()
	if err != nil {
		return nil, err
	}
	cache, err := os.UserCacheDir()
	if err != nil { // no home
		cache = os.TempDir()
	}
	folder := filepath.Join(cache, "dateline", "neo4j-"+version()+"-"+contentHash())
	if err := os.MkdirAll(filepath.Dir(folder), 0o755); err != nil {
		return nil, fmt.Errorf("where the jars of Neo4j are kept: %w", err)
	}
	unlock, err := lockedfile.MutexAt(folder + ".lock").Lock()
	if err != nil {
		return nil, fmt.Errorf("wait for another test that fetches Neo4j: %w", err)
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

// fill makes the folder: whole or not at all.
func fill(folder, java string) error {
	maven, err := findMaven()
	if err != nil {
		return err
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

// shareClasses starts a server once and keeps the classes that it loaded. Where
// that fails, starts are slower, and nothing else.
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

// findJava finds a JDK that is new enough, and installs one where it may.
func findJava() (string, error) {
	java, err := newEnoughJava()
	if err == nil {
		return java, nil
	}
	if installing := installPackages("default-jdk-headless"); installing != nil {
		return "", fmt.Errorf("%w; %w; %s", err, installing, advice)
	}
	if java, err = newEnoughJava(); err != nil {
		return "", fmt.Errorf("%w; %s", err, advice)
	}
	return java, nil
}

var javaVersion = regexp.MustCompile(`version "(\d+)`)

func newEnoughJava() (string, error) {
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
		return "", fmt.Errorf("%s does not tell its version: %q", java, said)
	}
	if number, _ := strconv.Atoi(string(found[1])); number < leastJava {
		return "", fmt.Errorf("%s is Java %d, older than %d", java, number, leastJava)
	}
	if _, err := exec.LookPath(filepath.Join(filepath.Dir(java), "javac")); err != nil {
		return "", fmt.Errorf("%s has no compiler beside it: %w", java, err)
	}
	return java, nil
}

func findMaven() (string, error) {
	maven, err := exec.LookPath("mvn")
	if err == nil {
		return maven, nil
	}
	if installing := installPackages("maven"); installing != nil {
		return "", fmt.Errorf("no Maven: %w", installing)
	}
	return exec.LookPath("mvn")
}

// installPackages installs Debian packages, where the user may.
func installPackages(names ...string) error {
	apt, err := exec.LookPath("apt-get")
	if err != nil || runtime.GOOS != "linux" || os.Getuid() != 0 {
		return fmt.Errorf("%s can be installed by root on Debian only", strings.Join(names, " and "))
	}
	fmt.Fprintf(os.Stderr, "neo4jtest: installing %s, once\n", strings.Join(names, " and "))
	if err := run("", apt, "update", "-qq"); err != nil {
		return err
	}
	return run("", apt, append([]string{"install", "-y", "-qq", "--no-install-recommends"}, names...)...)
}

func run(folder, name string, args ...string) error {
	command := exec.Command(name, args...)
	command.Dir = folder
	command.Env = append(os.Environ(), "DEBIAN_FRONTEND=noninteractive")
	if said, err := command.CombinedOutput(); err != nil {
		return fmt.Errorf("%s %s: %w: %s", filepath.Base(name), strings.Join(args, " "), err, last(said, 2000))
	}
	return nil
}

func last(text []byte, most int) []byte {
	return text[max(0, len(text)-most):]
}

var pomVersion = regexp.MustCompile(`<artifactId>neo4j</artifactId>\s*<version>([^<]+)<`)

// version is that of Neo4j, which pom.xml alone names.
func version() string {
	return string(pomVersion.FindSubmatch(pom)[1])
}

// contentHash keeps what was made from other versions of these files apart.
func contentHash() string {
	sum := sha256.Sum256(append(append([]byte{}, pom...), program...))
	return hex.EncodeToString(sum[:4])
}
