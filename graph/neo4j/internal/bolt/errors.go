package bolt

import (
	"errors"
	"fmt"
	"io"
	"net"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"dateline/graph"
	"dateline/graph/storekit"
)

// meanings translates Neo4j's status codes by their prefixes; the first that fits
// counts. Any other code is a defect.
var meanings = []struct {
	code    string
	meaning error
}{
	// A wrong password stays wrong, so it is not ErrUnavailable.
	{"Neo.ClientError.Security.Unauthorized", graph.ErrInvalid},
	{"Neo.ClientError.Security.CredentialsExpired", graph.ErrInvalid},
	{"Neo.ClientError.Security.TokenExpired", graph.ErrInvalid},
	{"Neo.ClientError.Security.AuthProviderFailed", graph.ErrUnavailable},
	{"Neo.ClientError.Security.AuthProviderTimeout", graph.ErrUnavailable},
	{"Neo.ClientError.Security.AuthenticationRateLimit", graph.ErrUnavailable},
	{"Neo.ClientError.Security.Forbidden", graph.ErrReadOnly},
	{"Neo.ClientError.Statement.AccessMode", graph.ErrReadOnly},
	{"Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", graph.ErrReadOnly},
	{"Neo.ClientError.General.WriteOnReadOnlyAccessDatabase", graph.ErrReadOnly},
	{"Neo.ClientError.General.DatabaseFull", graph.ErrUnavailable},
	{"Neo.ClientError.Database.DatabaseNotFound", graph.ErrInvalid},
	{"Neo.ClientError.Cluster", graph.ErrUnavailable},
	{"Neo.ClientError.Schema.ConstraintValidationFailed", graph.ErrCorrupt},
	{"Neo.ClientError.Transaction.TransactionTimedOut", graph.ErrTimeout},
	{"Neo.ClientError.Transaction", graph.ErrUnavailable},
	{"Neo.DatabaseError.Transaction", graph.ErrUnavailable},
	{"Neo.DatabaseError.General.StorageDamageDetected", graph.ErrCorrupt},
	{"Neo.DatabaseError.General.IndexCorruptionDetected", graph.ErrCorrupt},
	{"Neo.TransientError", graph.ErrUnavailable},
}

// retryable reports whether the same statement may succeed later.
func retryable(err error) bool {
	var failure *driver.Neo4jError
	if errors.As(err, &failure) {
		switch failure.Code {
		// Another transaction deleted a node after this one had found it, or the server
		// aborted the transaction because it was stopping.
		case "Neo.ClientError.Statement.EntityNotFound", "Neo.ClientError.Transaction.Terminated", "Neo.ClientError.Transaction.LockClientStopped",
			"Neo.ClientError.Transaction.TransactionNotFound":
			return true
		// A single server that is read-only stays so.
		case "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase":
			return false
		}
		return failure.IsRetriable()
	}
	return errors.Is(err, errStalled) || broken(err)
}

// untrusted reports whether the server's certificate was refused, for which the driver
// has no error of its own. It stays refused.
func untrusted(err error) bool {
	return strings.Contains(err.Error(), "failed to verify certificate")
}

// refused reports whether nobody listens at the address, or there is no such host. The
// driver's error has the system's as text alone.
func refused(err error) bool {
	text := err.Error()
	return strings.Contains(text, "connection refused") || strings.Contains(text, "actively refused") || strings.Contains(text, "no such host")
}

// broken reports whether the connection broke, or could not be made.
func broken(err error) bool {
	if untrusted(err) {
		return false
	}
	var unreachable *driver.ConnectivityError
	var network net.Error
	if errors.As(err, &unreachable) || driver.IsRetryable(err) || errors.As(err, &network) ||
		errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, net.ErrClosed) {
		return true
	}
	// The driver has no error of its own for an interrupted handshake.
	return strings.Contains(err.Error(), "none of the server offered Bolt versions") ||
		strings.Contains(err.Error(), "server did not accept any of the requested Bolt versions")
}

// ErrChanged means that a writer interfered, so that a part of an answer is missing. The
// answer has to be read again.
var ErrChanged = fmt.Errorf("%w: the graph changed while it was read", graph.ErrUnavailable)

var translator = storekit.Translator{Store: "neo4j", Meaning: meaningOf}

// Translate wraps an error in what was tried and in the error of package graph that
// it means.
func Translate(err error, tried string, args ...any) error {
	return translator.Wrap(err, tried, args...)
}

// meaningOf returns nil for a defect.
func meaningOf(err error) error {
	var failure *driver.Neo4jError
	if errors.As(err, &failure) {
		for _, row := range meanings {
			if strings.HasPrefix(failure.Code, row.code) {
				return row.meaning
			}
		}
		return nil
	}
	var refused *driver.InvalidAuthenticationError
	if errors.As(err, &refused) {
		return graph.ErrInvalid
	}
	switch {
	case untrusted(err):
		return graph.ErrInvalid
	case broken(err):
		return graph.ErrUnavailable
	}
	return nil
}
