package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/mail"
	"regexp"
	"strings"

	"github.com/jhillyerd/enmime/v2"

	"dateline/graph"
)

func looksLikeMbox(head []byte) bool {
	line, rest, found := bytes.Cut(head, []byte("\n"))
	if !found || !bytes.HasPrefix(line, []byte("From ")) {
		return false
	}
	header, _, found := bytes.Cut(rest, []byte(":"))
	return found && len(header) > 0 && !bytes.ContainsAny(header, " \t\r\n")
}

// openMbox opens the messages of a mailbox one by one, so that it can be of any size.
func openMbox(w *walk, item Item, body *bufio.Reader) {
	most := w.maxBytes()
	var message bytes.Buffer
	n, tooLarge := 0, false
	flush := func() {
		if n > 0 {
			name := member(item.Name, fmt.Sprint(n))
			if tooLarge {
				w.fail(Failure(TooLarge, name, nil, "is larger than %s, the limit for one message", Size(most)))
			} else {
				w.message(name, bytes.NewReader(message.Bytes()))
			}
		}
		message.Reset()
		n, tooLarge = n+1, false
	}
	atStart, blank := true, true // of a line; whether the line before is empty
	for w.more() {
		part, err := body.ReadSlice('\n')
		if atStart && blank && bytes.HasPrefix(part, []byte("From ")) {
			flush()
		} else if len(part) > 0 {
			if atStart && bytes.HasPrefix(bytes.TrimLeft(part, ">"), []byte("From ")) {
				part = bytes.TrimPrefix(part, []byte(">"))
			}
			if !tooLarge {
				message.Write(part)
			}
			tooLarge = tooLarge || int64(message.Len()) > most
		}
		blank = atStart && len(bytes.TrimSpace(part)) == 0
		atStart = bytes.HasSuffix(part, []byte("\n"))
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			if err != io.EOF {
				w.fail(failureOf(item.Name, err, Unreadable, "cannot be read to its end"))
			}
			break
		}
	}
	flush()
}

// openMail opens one message.
func openMail(w *walk, item Item, body *bufio.Reader) { w.message(item.Name, body) }

// mailParser reads malformed parts as far as they go, and parts with wrong charsets too.
var mailParser = enmime.NewParser(enmime.SkipMalformedParts(true), enmime.SetReadPartErrorPolicy(enmime.AllowCorruptTextPartErrorPolicy),
	enmime.DisableTextConversion(true), enmime.MaxStoredPartErrors(8))

// message gives the text of a message and its readable attachments.
func (w *walk) message(name string, body io.Reader) {
	most := w.maxBytes()
	data, err := io.ReadAll(io.LimitReader(body, most+1))
	switch {
	case err != nil:
		w.fail(failureOf(name, err, Unreadable, "cannot be read"))
		return
	case int64(len(data)) > most:
		w.fail(Failure(TooLarge, name, nil, "is larger than %s, the limit for one message", Size(most)))
		return
	case hasTooManyParts(data):
		w.fail(Failure(TooLarge, name, nil, "has more than %d parts, or %d within each other", maxParts, maxNested))
		return
	}
	envelope, err := parseMessage(bytes.NewReader(data))
	if err != nil {
		w.fail(Failure(Damaged, name, err, "is not a mail message"))
		return
	}
	item := Item{Name: name, Known: knownOfMessage(envelope), Kind: graph.SourceMessage}
	text, html := strings.TrimSpace(envelope.Text), strings.TrimSpace(envelope.HTML)
	switch {
	case html != "": // newsletters write their text part for nobody
		item.Format, item.Body, item.Size = "fragment", strings.NewReader(html), int64(len(html))
	case text != "":
		item.Format, item.Body, item.Size = "text", strings.NewReader(text), int64(len(text))
	}
	if item.Body != nil && !w.give(item) {
		return
	}
	attached := w.attachments(name, envelope)
	if item.Body == nil && attached == 0 {
		w.fail(Failure(NoText, name, nil, "is a message without text"))
	}
}

// The limits of a message's parts: a reader of mail takes time by the square of how deep
// they are nested, and memory for each.
const (
	maxParts  = 2_000
	maxNested = 50
)

var (
	partHeader   = regexp.MustCompile(`(?im)^content-type:`)
	nestedHeader = regexp.MustCompile(`(?im)^content-type:\s*(?:multipart|message)/`)
)

func hasTooManyParts(message []byte) bool {
	return len(partHeader.FindAllIndex(message, maxParts+1)) > maxParts || len(nestedHeader.FindAllIndex(message, maxNested+1)) > maxNested
}

// attachments opens what is attached to a message, and returns how many files it opened.
func (w *walk) attachments(name string, envelope *enmime.Envelope) (opened int) {
	for _, part := range append(envelope.Attachments, envelope.OtherParts...) {
		if part.FileName == "" || !w.more() {
			continue
		}
		full := member(name, part.FileName)
		if !w.isWorthOpening(part.FileName) {
			w.pass(full, unreadKind(part.FileName))
			continue
		}
		if w.depth == maxDepth {
			w.fail(Failure(TooLarge, full, nil, "is inside more than %d archives", maxDepth))
			continue
		}
		opened++
		w.depth++
		w.open(Item{Name: full, Body: bytes.NewReader(part.Content), Size: int64(len(part.Content))})
		w.depth--
	}
	return opened
}

// parseMessage returns an error if the library panics on a hostile message.
func parseMessage(body io.Reader) (envelope *enmime.Envelope, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the reader panicked: %v", p)
		}
	}()
	return mailParser.ReadEnvelope(body)
}

// knownOfMessage takes a newsletter's sender for its publisher, and a person's for the
// author.
func knownOfMessage(envelope *enmime.Envelope) Known {
	known := Known{
		ID:    strings.Trim(envelope.GetHeader("Message-ID"), "<> "),
		Title: envelope.GetHeader("Subject"),
	}
	if language := envelope.GetHeader("Content-Language"); language != "" {
		known.Language, _, _ = strings.Cut(language, ",")
	}
	if from, err := envelope.AddressList("From"); err == nil && len(from) > 0 {
		if isNewsletter(envelope) {
			known.Publisher = senderName(from[0])
		} else {
			known.Byline = senderName(from[0])
		}
	}
	if at, err := envelope.Date(); err == nil && !at.IsZero() {
		known.Published, known.PublishedFrom = graph.DateOf(at), FromMessage
	}
	return known
}

func senderName(from *mail.Address) string {
	if from.Name != "" {
		return from.Name
	}
	return from.Address
}

func isNewsletter(envelope *enmime.Envelope) bool {
	return envelope.GetHeader("List-Unsubscribe") != "" || envelope.GetHeader("List-Id") != ""
}
