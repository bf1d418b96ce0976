package storekit

import (
	"fmt"

	"dateline/graph"
)

// CheckCountry refuses what cannot be the code of a country.
func CheckCountry(code string) error {
	if len(code) == 2 && isCapital(code[0]) && isCapital(code[1]) {
		return nil
	}
	return fmt.Errorf("%w: country %.40q: want an ISO 3166-1 alpha-2 code in capitals, such as FR", graph.ErrInvalid, code)
}

func isCapital(c byte) bool { return c >= 'A' && c <= 'Z' }
