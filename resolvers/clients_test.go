package resolvers

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestClients follows contacts with the protocols' own clients, graphql-ws and graphql-sse,
// breaks the connection and resumes. It needs Node.js, and npm ci in testdata/clients.
func TestClients(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("no node: install Node.js")
	}
	const folder = "testdata/clients"
	if _, err := os.Stat(folder + "/node_modules"); err != nil {
		t.Skip("the clients are not installed: npm ci --ignore-scripts in resolvers/" + folder)
	}
	for _, protocol := range []string{"ws", "sse"} {
		t.Run(protocol, func(t *testing.T) {
			server := serveLive(t, StreamLimits{})
			follow := func(count int, since *string) func() []toldContacts {
				variables, err := json.Marshal(map[string]any{"since": since})
				if err != nil {
					t.Fatal(err)
				}
				client := exec.CommandContext(t.Context(), node, "follow.mjs", protocol, server.URL, fmt.Sprint(count), string(variables), followContacts)
				client.Dir, client.Stderr = folder, os.Stderr
				out, err := client.StdoutPipe()
				if err != nil {
					t.Fatal(err)
				}
				if err := client.Start(); err != nil {
					t.Fatal(err)
				}
				lines := bufio.NewScanner(out)
				next := func() toldContacts {
					if !lines.Scan() {
						t.Fatal("the client ended early")
					}
					return readTold(t, lines.Text())
				}
				told := []toldContacts{next()} // the checkpoint: it has subscribed
				return func() []toldContacts {
					for len(told) < count {
						told = append(told, next())
					}
					if err := client.Wait(); err != nil {
						t.Error(err)
					}
					return told
				}
			}
			all := server.contacts()
			rest := follow(1+all, nil)
			server.fill(t)
			first := rest()
			again := follow(all, &first[1].Data.Contacts.Cursor)()
			if diff := cmp.Diff(first[2:], again[1:]); diff != "" {
				t.Errorf("after resuming (-first +again):\n%s", diff)
			}
		})
	}
}
