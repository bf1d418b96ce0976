// Package languagetest has the language pipeline that all tests of a program share.
package languagetest

import (
	"sync"

	"dateline/loader/language"
)

// Pipeline returns a pipeline with the embedded model, which is loaded once. It panics
// if the model is damaged.
var Pipeline = sync.OnceValue(func() *language.Pipeline {
	pipeline, err := language.New()
	if err != nil {
		panic(err)
	}
	return pipeline
})
