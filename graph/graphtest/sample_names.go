package graphtest

import (
	"math/rand/v2"
	"strings"

	"dateline/graph"
)

var (
	syllables = strings.Fields("ba ber bran cor da del dor el fen gar hal il jo ka kes lin lo " +
		"mar mi nor o ol pe quin ra ros sa sel tan tor u vel ven wy yor zé ço šan øl ñe")
	bodies = strings.Fields("Ferries Locks Harbours Tolls Pilots Dredgers")
	states = strings.Fields("XA XB XC XD EU")
	roles  = []string{"minister", "envoy", "president", "harbour master", "spokesperson"}
)

// word returns a name of two or three syllables.
func word(dice *rand.Rand) string {
	text := ""
	for range 2 + dice.IntN(2) {
		text += pick(dice, syllables)
	}
	letters := []rune(text)
	return strings.ToUpper(string(letters[:1])) + string(letters[1:])
}

// surname returns a surname that a few entities share, so that they are in one block.
func (s *sampler) surname(number int) string { return word(s.dice("surname", number/4)) }

func (s *sampler) newName(number int) string {
	dice := s.dice("name", number)
	switch kindOfNumber(number) {
	case graph.KindPerson:
		return word(dice) + " " + s.surname(number)
	case graph.KindOrganization:
		return s.surname(number) + " " + pick(dice, bodies)
	default:
		return "Port " + word(dice)
	}
}
