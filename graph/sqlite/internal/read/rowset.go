package read

import (
	"database/sql/driver"
	"fmt"
	"sync"
	"sync/atomic"

	"modernc.org/sqlite"

	"dateline/graph/sqlite/internal/mapping"
)

// rowSet is a set of rows of events, which are numbered from 1 with few gaps. SQLite would
// keep the rows of IN (SELECT …) in a B-tree, which takes a microsecond for each row, and
// would make it anew for each statement. Statements ask for a rowSet by its number, with
// dateline_in, which takes a fifth of that.
type rowSet struct {
	bits  []uint64
	count int
}

func (s *rowSet) add(row int64) {
	word, bit := int(row/64), uint64(1)<<(row%64)
	if word >= len(s.bits) {
		s.bits = append(s.bits, make([]uint64, word+1-len(s.bits))...)
	}
	if s.bits[word]&bit == 0 {
		s.bits[word] |= bit
		s.count++
	}
}

func (s *rowSet) has(row int64) bool {
	word := int(row / 64)
	return row >= 0 && word < len(s.bits) && s.bits[word]&(1<<(row%64)) != 0
}

// intersect removes what another set does not have.
func (s *rowSet) intersect(other *rowSet) {
	both := new(rowSet)
	for row := range s.rows {
		if other.has(row) {
			both.add(row)
		}
	}
	*s = *both
}

// rows calls yield for each row, in order.
func (s *rowSet) rows(yield func(row int64) bool) {
	for word, bits := range s.bits {
		for bit := range 64 {
			if bits&(1<<bit) != 0 && !yield(int64(word*64+bit)) {
				return
			}
		}
	}
}

// rowSets are those that statements may ask for, by their numbers.
var rowSets struct {
	sync.Map
	last atomic.Int64
}

func init() {
	sqlite.MustRegisterDeterministicScalarFunction("dateline_in", 2, func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
		number, _ := args[0].(int64)
		row, _ := args[1].(int64)
		set, ok := rowSets.Load(number)
		if !ok {
			return nil, fmt.Errorf("there is no set %d", number)
		}
		return set.(*rowSet).has(row), nil
	})
}

// number makes a set known to the statements of this transaction.
func (s *Session) number(set *rowSet) int64 {
	number := rowSets.last.Add(1)
	rowSets.Store(number, set)
	s.sets = append(s.sets, number)
	return number
}

// forgetSets ends what number began.
func (s *Session) forgetSets() {
	for _, number := range s.sets {
		rowSets.Delete(number)
	}
	s.sets = nil
}

// within returns the condition that a row, given by its column, is in a set. Of few rows,
// SQLite gets the list, and can begin with them.
func (s *Session) within(row string, set *rowSet) part {
	if set.count > few {
		return part{" AND dateline_in(?, " + row + ")", []any{s.number(set)}}
	}
	rows := make([]int64, 0, set.count)
	for row := range set.rows {
		rows = append(rows, row)
	}
	return part{" AND " + row + " IN (SELECT value FROM json_each(?))", []any{mapping.RowList(rows)}}
}

// setOf reads the rows of a query.
func (r *View) setOf(queries ...part) (*rowSet, error) {
	set := new(rowSet)
	for _, q := range queries {
		err := r.Each(q.from, q.args, func(r *mapping.Row) error {
			set.add(r.Number())
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return set, nil
}
