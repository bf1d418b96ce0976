package storekit

// Finding is the result of one check of a store.
type Finding struct {
	// Check is what was checked, in a word: file, schema, integrity.
	Check string
	// Faults are sentences on what is wrong; none if all is well.
	Faults []string
	// Advice is what to do about the faults.
	Advice string
}
