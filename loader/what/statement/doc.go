// Package statement finds statements: somebody with a name says something in public, in
// direct or indirect speech.
//
// # Speaker and audience
//
// The subject of a verb of speech, or whom "according to" names; the audience is whom
// they told, if it is a party. The press is neither.
//
// # Words
//
// A statement rests on its sentence with the whole of its quotations, if there is content
// enough.
package statement
