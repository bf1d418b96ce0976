package unit

import (
	"hash/fnv"
	"slices"
)

// Locks are nodes (:Lock {id}) of which a label that they don't have is removed:
// that locks a node, and writes nothing. (To remove a property that is not there
// does not lock.) Everything that is locked by name has one
// of a range of them, so that none has to be made. Ranges come in the order in
// which merging locks, and locks of a range are taken in order, so that most
// transactions wait for each other instead of breaking each other off.
const (
	articleLocks = 0
	memberLocks  = 1024
	reportLocks  = 2048
	locksInRange = 1024
)

// locks returns the IDs of the locks of names, in order.
func locks(first int, names []string) []any {
	chosen := make(map[int]bool, len(names))
	for _, name := range names {
		hash := fnv.New32a()
		hash.Write([]byte(name))
		chosen[first+int(hash.Sum32()%locksInRange)] = true
	}
	ids := make([]int, 0, len(chosen))
	for id := range chosen {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	list := make([]any, len(ids))
	for i, id := range ids {
		list[i] = id
	}
	return list
}

const (
	// takeLocks begins a statement that reads what the locks keep as it is.
	takeLocks = `UNWIND $locks AS lock MATCH (l:Lock {id: lock}) USING INDEX SEEK l:Lock(id) REMOVE l:Held WITH count(*) AS held `

	gates = 16
	// takeOneGate waits for a Walk to end. It is the last before a commit.
	takeOneGate  = `MATCH (g:Gate {id: $gate}) USING INDEX SEEK g:Gate(id) REMOVE g:Held`
	TakeAllGates = `UNWIND range(0, 15) AS id MATCH (g:Gate {id: id}) USING INDEX SEEK g:Gate(id) REMOVE g:Held RETURN count(*)`
)
