package resolvers

import (
	"encoding/json"
	"math"

	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// integers returns a decoded JSON value with its whole numbers as int64 and the others as
// float64. gqlgen accepts only an int64 or a json.Number as an Int, and it accepts a
// json.Number as a String as well, since that is a string in Go.
func integers(value any) any {
	switch v := value.(type) {
	case map[string]any:
		out := make(map[string]any, len(v))
		for name, inner := range v {
			out[name] = integers(inner)
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i, inner := range v {
			out[i] = integers(inner)
		}
		return out
	case json.Number:
		if whole, err := v.Int64(); err == nil {
			return whole
		}
		number, _ := v.Float64() // ±Inf if it is too large
		return integers(number)
	case float64:
		const exact = 1 << 53 // a larger float64 can stand for several whole numbers
		if v == math.Trunc(v) && math.Abs(v) < exact {
			return int64(v)
		}
	}
	return value
}

// checkIntegers refuses an Int variable that is a string, which gqlgen accepts if it
// consists of digits, and a whole number that no int64 holds; others are refused before.
func checkIntegers(variables ast.VariableDefinitionList, given map[string]any) *gqlerror.Error {
	for _, v := range variables {
		if v.Type.Name() != "Int" {
			continue
		}
		if problem := notInteger(given[v.Variable]); problem != "" {
			err := gqlerror.ErrorPathf(ast.Path{ast.PathName("variable"), ast.PathName(v.Variable)}, "cannot use %s as Int", problem)
			errcode.Set(err, errcode.ValidationFailed)
			return err
		}
	}
	return nil
}

// notInteger says what keeps a value, or one of a list, from being an Int; "" if nothing
// does.
func notInteger(value any) string {
	switch v := value.(type) {
	case string:
		return "string"
	case float64:
		return "a number this large"
	case []any:
		for _, item := range v {
			if problem := notInteger(item); problem != "" {
				return problem
			}
		}
	}
	return ""
}
