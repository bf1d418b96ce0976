package resolvers

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"dateline/graph"

	"github.com/coder/websocket"
	"github.com/google/go-cmp/cmp"
)

// follower is a client that follows contacts, over either transport.
type follower struct {
	// next returns what it is told next; false if the connection has ended.
	next func() (toldContacts, bool)
	// breakOff ends the connection without a word.
	breakOff func()
}

// transports open followers from a cursor on.
var transports = map[string]func(t *testing.T, s *liveServer, query, since string) follower{
	"websocket":    followBySocket,
	"event stream": followByEvents,
}

func since(cursor string) map[string]any {
	if cursor == "" {
		return nil
	}
	return map[string]any{"since": cursor}
}

func followBySocket(t *testing.T, s *liveServer, query, cursor string) follower {
	c := s.dial(t)
	c.conn.SetReadLimit(1 << 20)
	c.say(`{"type": "connection_init"}`)
	c.hears("connection_ack")
	c.subscribe("1", query, since(cursor))
	next := func() (told toldContacts, open bool) {
		for {
			kind, data, err := c.conn.Read(t.Context())
			if err != nil {
				return told, false
			}
			if text := string(data); kind == websocket.MessageText && strings.Contains(text, `"next"`) {
				_, payload, _ := strings.Cut(text, `"payload":`)
				return readTold(t, strings.TrimSuffix(payload, "}")), true
			}
		}
	}
	return follower{next, func() { _ = c.conn.CloseNow() }}
}

func followByEvents(t *testing.T, s *liveServer, query, cursor string) follower {
	ctx, cancel := context.WithCancel(t.Context())
	events := s.events(ctx, t, query, since(cursor))
	events.lines.Buffer(nil, 1<<20)
	next := func() (told toldContacts, open bool) {
		event := events.read()
		if event.name != "next" {
			return told, false
		}
		return readTold(t, event.data), true
	}
	return follower{next, cancel}
}

// putOne makes an event say something else, which an article of some length reports.
func (s *liveServer) putOne(t *testing.T, summary string, length int) {
	t.Helper()
	const id = "evt_one"
	report := graph.Report{ID: graph.ReportIDOf(id), ArticleID: "art_one", Block: id, Type: graph.EventContact, Quote: "They spoke.", End: 11}
	err := s.store.Update(t.Context(), func(tx graph.Tx) error {
		if err := tx.PutBatch(&graph.Batch{Article: graph.Article{ID: report.ArticleID, Text: report.Quote + strings.Repeat(" Much else.", length/11)}, Reports: []graph.Report{report}}); err != nil {
			return err
		}
		return tx.PutEvents([]string{id}, []*graph.Event{{ID: id, Type: graph.EventContact, Means: graph.MeansCall, Summary: summary, ReportIDs: []string{report.ID}}})
	})
	if err != nil {
		t.Fatal(err)
	}
}

// cursors returns those of the whole log.
func (s *liveServer) cursors(t *testing.T) (all []string) {
	t.Helper()
	page, err := s.read.Changes(t.Context(), graph.ChangeQuery{})
	if err != nil {
		t.Fatal(err)
	}
	for _, change := range page.Changes {
		all = append(all, change.Cursor)
	}
	return all
}

// TestBrokenDeliveries: a client whose connection breaks again and again, in the middle of
// what it is told, goes on from its last cursor and is told everything once and in order.
func TestBrokenDeliveries(t *testing.T) {
	const changes, atOnce = 60, 7
	for name, open := range transports {
		t.Run(name, func(t *testing.T) {
			server := serveLive(t, StreamLimits{})
			follow := open(t, server, followContacts, "")
			first, _ := follow.next() // the checkpoint
			cursor, told := first.Data.Contacts.Cursor, []string(nil)
			for i := range changes {
				server.putOne(t, fmt.Sprint(i), 0)
			}
			for len(told) < changes {
				for range min(atOnce, changes-len(told)) {
					notice, going := follow.next()
					if !going {
						t.Fatal("the connection has ended")
					}
					cursor = notice.Data.Contacts.Cursor
					told = append(told, cursor)
				}
				follow.breakOff()
				follow = open(t, server, followContacts, cursor)
				follow.next() // the checkpoint
			}
			follow.breakOff()
			if diff := cmp.Diff(server.cursors(t), told); diff != "" {
				t.Errorf("told (-log +told):\n%s", diff)
			}
		})
	}
}

// TestDeliveryToOneWhoStopsReading: a client that takes nothing for a while is cut off, and
// goes on from its last cursor without losing anything.
func TestDeliveryToOneWhoStopsReading(t *testing.T) {
	const changes, length = 150, 100_000 // more than the system keeps for a connection
	query := strings.Replace(followContacts, "quote", "quote article { text }", 1)
	for name, open := range transports {
		t.Run(name, func(t *testing.T) {
			server := serveLive(t, StreamLimits{WriteTimeout: 200 * time.Millisecond})
			follow := open(t, server, query, "")
			first, _ := follow.next()
			cursor, told, cut := first.Data.Contacts.Cursor, []string(nil), 0
			for i := range changes {
				server.putOne(t, fmt.Sprint(i), length)
			}
			time.Sleep(time.Second) // it takes nothing
			for len(told) < changes {
				notice, going := follow.next()
				if !going {
					if cut++; cut > changes {
						t.Fatal("it is cut off for ever")
					}
					follow = open(t, server, query, cursor)
					continue
				}
				if notice.Data.Contacts.Kind == "CHECKPOINT" {
					continue
				}
				cursor = notice.Data.Contacts.Cursor
				told = append(told, cursor)
			}
			follow.breakOff()
			if cut == 0 {
				t.Error("it was never cut off")
			}
			if diff := cmp.Diff(server.cursors(t), told); diff != "" {
				t.Errorf("told (-log +told):\n%s", diff)
			}
		})
	}
}
