package unit

import (
	"hash/fnv"
	"slices"
)

// A lock is a node (:Lock {id}). To take it, we remove a label that the node does not
// have, which locks the node without writing anything. (Removing a property that it does
// not have would not lock it.) There is a fixed range of locks for each kind of name, and
// a name takes one of them by its hash, so that no lock has to be created. The ranges are
// in the order in which merging takes locks, and so are the locks within a range, so that
// most transactions wait for each other and few end in a deadlock.
const (
	articleLocks = 0
	memberLocks  = 1024
	reportLocks  = 2048
	locksInRange = 1024
)

// locks returns the IDs of the locks of names, in ascending order.
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
	// takeLocks begins a statement that reads what the locks protect.
	takeLocks = `UNWIND $locks AS lock MATCH (l:Lock {id: lock}) USING INDEX SEEK l:Lock(id) REMOVE l:Held WITH count(*) AS held `

	gates = 16
	// Gates are a shared lock of many nodes: Updates take one of them, as the last thing
	// before a commit, and a Walk takes all, so that each waits for the other.
	takeOneGate  = `MATCH (g:Gate {id: $gate}) USING INDEX SEEK g:Gate(id) REMOVE g:Held`
	TakeAllGates = `UNWIND range(0, 15) AS id MATCH (g:Gate {id: id}) USING INDEX SEEK g:Gate(id) REMOVE g:Held RETURN count(*)`
)
