// Package envelope has what every HTTP answer has, whatever it says: an ID under which the log
// has its request, compression, and for reads a tag by which a client can ask again without
// being sent the same once more.
package envelope
