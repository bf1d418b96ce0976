// Package terminal lays text out for people who read it in a terminal: how wide it is
// there, where lines break, and which way it is written.
//
// What articles say is not trusted: [Plain] drops what would move the cursor, change
// colours or turn the direction of the text around it.
package terminal
