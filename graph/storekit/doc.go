// Package storekit holds what every store does in the same way, whatever its
// database: ending calls when it closes, checking a request and cutting a page,
// reading a row column by column, copying what it keeps, and the rules of the
// domain that it applies while it writes (which parties an event links, how long a
// time is). It knows no database.
package storekit
