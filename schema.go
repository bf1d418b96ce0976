package main

import (
	"fmt"

	"dateline/schema"
)

type schemaCommand struct{}

func (schemaCommand) Run(app *App) error {
	fmt.Fprint(app.Stdout, schema.SDL())
	return nil
}
