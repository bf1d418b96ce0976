// Package source finds where articles come from, and yields each thing that may hold
// some as an [Item]: bytes, with what is already known of them. It does not look into
// the articles themselves; that is what package read does with the items.
//
// # Paths
//
// [Items] takes files, folders, patterns such as news/*.txt, "-" for standard input, and
// web addresses (walk.go). Files in a folder that hold no articles, such as pictures, are
// passed over, and each is told.
//
// # Containers
//
// A container is a file that holds other files or articles with metadata of their own:
// ZIP, tar and gzip (archive.go), mail (mail.go), feeds (feed.go), lists of feeds and of
// pages (lists.go), web archives (warc.go), books (epub.go). container.go has the table; a
// member that is a container is opened too. What a container says of a member wins over what
// is guessed from the member's text.
//
// # Limits
//
// Whatever a file says of itself, no member is read beyond what its reader asks for, no
// archive yields more than a fixed multiple of its own size (bound.go), containers are
// nested only a few deep, and lists have a limit too. A member that breaks a limit gives
// an item with an error, and the others are read.
package source
