package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/graph/neo4j/neo4jtest"
	"dateline/loader"
	"dateline/loader/merge"
	"dateline/loader/read"
)

// TestKilledLoads kills a load at 50 random moments. After each, every article that
// was reported as loaded is in the store. One more load then gives the digest of a load
// that was never disturbed.
func TestKilledLoads(t *testing.T) {
	dir := t.TempDir()
	source := filepath.Join(dir, "news.jsonl")
	ids := writeNews(t, source, 80)

	calm := filepath.Join(dir, "calm.db")
	began := time.Now()
	loadProcess(t, source, calm, 0)
	whole := time.Since(began)

	killed := filepath.Join(dir, "killed.db")
	random := rand.New(rand.NewPCG(7, 50))
	acknowledged := map[string]bool{}
	for round := range 50 {
		// The store grows from round to round; a new one every ten rounds spreads the
		// moments over the whole of a load.
		if round%10 == 0 {
			killed = filepath.Join(dir, fmt.Sprintf("killed-%d.db", round))
			clear(acknowledged)
		}
		output := loadProcess(t, source, killed, time.Duration(1+random.Int64N(int64(whole))))
		for _, line := range strings.Split(output, "\n") {
			if name, _, found := strings.Cut(strings.TrimPrefix(line, "added "), ": "); found && strings.HasPrefix(line, "added ") {
				acknowledged[ids[strings.TrimSpace(name)]] = true
			}
		}
		checkPresent(t, killed, acknowledged)
	}
	loadProcess(t, source, killed, 0)
	if got, want := fileDigest(t, killed), fileDigest(t, calm); got != want {
		t.Errorf("digest after kills %s, undisturbed %s", got, want)
	}
}

// TestKilledCopies kills a copy at random moments. One more run then gives the digest
// of the source.
func TestKilledCopies(t *testing.T) {
	dir := t.TempDir()
	source, from := filepath.Join(dir, "news.jsonl"), filepath.Join(dir, "from.db")
	writeNews(t, source, 200)
	loadProcess(t, source, from, 0)
	want := fileDigest(t, from)
	test := func(kills int, to string, environment ...string) func(t *testing.T) {
		return func(t *testing.T) {
			random := rand.New(rand.NewPCG(11, uint64(kills)))
			run := func(killAfter time.Duration) string {
				command := exec.Command("dateline", "copy", "--from", "sqlite:"+from, "--to", to)
				command.Env = append(os.Environ(), environment...)
				return killed(t, command, killAfter)
			}
			for range kills {
				run(time.Duration(1 + random.Int64N(int64(2*time.Second))))
			}
			if got := run(0); !strings.Contains(got, want) {
				t.Errorf("after kills, a copy prints %s, want digest %s", got, want)
			}
		}
	}
	t.Run("to sqlite", test(10, "sqlite:"+filepath.Join(dir, "to.db")))
	t.Run("to neo4j", func(t *testing.T) {
		openNeo4j(t).Close()
		server := neo4jtest.Shared(t)
		test(3, server.URL, "DATELINE_NEO4J_USER="+server.User, "DATELINE_NEO4J_PASSWORD="+server.Password)(t)
	})
}

// TestKilledEdits kills imports of judgements at random moments: 100, or 5 with -short.
// Every judgement that was printed is in the store afterwards, and the graph is that of
// its articles and edits.
func TestKilledEdits(t *testing.T) {
	dir := t.TempDir()
	source, whole := filepath.Join(dir, "news.jsonl"), filepath.Join(dir, "whole.db")
	const people = 16
	writeNews(t, source, 25*people)
	loadProcess(t, source, whole, 0)
	table := "name,aliases,kind\n"
	for i := 0; i < people; i += 2 {
		table += madeUpPerson(i) + "," + madeUpPerson(i+1) + ",PERSON\n"
	}
	register := filepath.Join(dir, "register.csv")
	if err := os.WriteFile(register, []byte(table), 0o600); err != nil {
		t.Fatal(err)
	}
	articles, err := os.ReadFile(whole)
	if err != nil {
		t.Fatal(err)
	}
	edits := func(name string, killAfter time.Duration) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, articles, 0o600); err != nil {
			t.Fatal(err)
		}
		output := killed(t, exec.Command("dateline", "edit", "import", register, "--store", "sqlite:"+path), killAfter)
		store := openStore(t, path)
		defer store.Close()
		for line := range strings.Lines(output) {
			_, subjects, found := strings.Cut(line, ": per_")
			if !strings.HasPrefix(line, "same ") || !found || !strings.HasSuffix(line, "\n") {
				continue
			}
			id, _, _ := strings.Cut("per_"+subjects, " ")
			page, err := store.Edits(t.Context(), graph.EditQuery{Subject: id})
			if err != nil || len(page.Nodes) == 0 {
				t.Errorf("the judgement %q was printed and is not in the store: %v", strings.TrimSpace(line), err)
			}
		}
		again := openStore(t, filepath.Join(dir, "again-"+name))
		defer again.Close()
		if err := loader.Copy(t.Context(), store, again, func([]merge.Outcome) {}); err != nil {
			t.Fatal(err)
		}
		if got, want := graphtest.Digest(t, store), graphtest.Digest(t, again); got != want {
			t.Errorf("digest after a kill %s, of the same articles and edits %s", got, want)
		}
		return output
	}
	began := time.Now()
	if got := edits("calm.db", 0); !strings.Contains(got, "8 clusters joined") {
		t.Fatalf("an import that was not killed says %s", got)
	}
	took, kills := time.Since(began), 100
	if testing.Short() {
		kills = 5
	}
	random := rand.New(rand.NewPCG(13, 100))
	for i := range kills {
		edits(fmt.Sprintf("killed-%d.db", i), time.Duration(1+random.Int64N(int64(took))))
	}
}

// loadProcess runs dateline load and returns what it printed. It kills it after
// killAfter, unless that is 0.
func loadProcess(t *testing.T, source, db string, killAfter time.Duration) string {
	t.Helper()
	return killed(t, exec.Command("dateline", "load", source, "--store", "sqlite:"+db), killAfter)
}

// killed runs a command and returns what it printed. It kills it after killAfter; if
// that is 0, the command has to succeed.
func killed(t *testing.T, command *exec.Cmd, killAfter time.Duration) string {
	t.Helper()
	var output bytes.Buffer
	command.Stdout, command.Stderr = &output, &output
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	if killAfter > 0 {
		timer := time.AfterFunc(killAfter, func() { _ = command.Process.Kill() })
		defer timer.Stop()
	}
	if err := command.Wait(); err != nil && killAfter == 0 {
		t.Fatalf("%s: %v\n%s", command, err, output.String())
	}
	return output.String()
}

func checkPresent(t *testing.T, db string, acknowledged map[string]bool) {
	t.Helper()
	if len(acknowledged) == 0 {
		return
	}
	store := openStore(t, db)
	defer store.Close()
	var ids []string
	for id := range acknowledged {
		ids = append(ids, id)
	}
	nodes, err := store.Nodes(context.Background(), ids)
	if err != nil {
		t.Fatal(err)
	}
	for i, node := range nodes {
		if node == nil {
			t.Errorf("article %s was reported as loaded and is not in the store", ids[i])
		}
	}
}

func fileDigest(t *testing.T, db string) string {
	t.Helper()
	if _, err := os.Stat(db); err != nil {
		t.Fatal(err)
	}
	store := openStore(t, db)
	defer store.Close()
	return graphtest.Digest(t, store)
}

// writeNews writes made-up articles and returns their IDs by source. There is one person
// for 25 articles, and at least six, so that the articles meet in the same blocks.
func writeNews(t *testing.T, path string, count int) map[string]string {
	t.Helper()
	people := max(6, count/25)
	verbs := []string{"met", "called", "wrote to", "spoke with", "visited"}
	var lines bytes.Buffer
	for i := range count {
		a, b, verb := madeUpPerson(i%people), madeUpPerson((i/2+1+i%5)%people), verbs[i%len(verbs)]
		day := graph.NewDate(2024, 3, 1).AddDays(i % 40)
		line, err := json.Marshal(map[string]string{
			"id": fmt.Sprint(i), "title": fmt.Sprintf("Piece %d", i), "publisher": fmt.Sprintf("Paper %d", i%7), "published": day.String(),
			"text": fmt.Sprintf("%s %s %s on Monday. The herring was discussed for the %dth time, %s said.", a, verb, b, i, a),
		})
		if err != nil {
			t.Fatal(err)
		}
		lines.Write(append(line, '\n'))
	}
	if err := os.WriteFile(path, lines.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	ids := map[string]string{}
	for item := range read.Sources(context.Background(), []string{path}, read.Options{}) {
		if item.Err != nil {
			t.Fatal(item.Err)
		}
		ids[item.Source] = item.Article.ID
	}
	return ids
}

// madeUpPerson returns the name of one of 512 people, no two with the same surname.
func madeUpPerson(number int) string {
	given := []string{"Ingrid", "Einar", "Lars", "Katrin", "Henrik", "Marit", "Astrid", "Jens", "Solveig", "Anders", "Greta", "Olav"}
	starts := []string{"Hau", "Sol", "Lind", "Berg", "Ny", "Vester", "Hag", "Dal", "Kvam", "Ros", "Skog", "Strand", "Tor", "Elv", "Fjell", "Grav"}
	ends := []string{"gen", "heim", "quist", "dal", "gaard", "land", "stad", "vik", "mark", "lund", "rud", "berg", "nes", "moen", "holt", "sund",
		"torp", "bakken", "haug", "vold", "sen", "strom", "by", "lie", "seth", "bo", "ås", "hus", "fors", "borg", "øy", "tveit"}
	start, end := number%len(starts), (number+number/len(starts))%len(ends)
	return given[number%len(given)] + " " + starts[start] + ends[end]
}
