package sqlite

import (
	"slices"

	"dateline/graph"
)

// maxCached bounds each map of a cache; a full one is emptied. A popular entity
// is soon back.
const maxCached = 4096

// cache keeps what a connection has read and will read again and again: the
// entities that most events are about, and the times as they are written. It is
// the connection's own, so that it shows what the connection's snapshot does.
type cache struct {
	// version is PRAGMA data_version, which changes as others commit; 0 on the
	// connection that writes, where no entity is kept.
	version  int64
	entities map[string]graph.Entity // with their organizations
	times    map[string]graph.EDTF
}

// at empties the cache where it is of another version.
func (c *cache) at(version int64) {
	if c.version != version {
		c.version = version
		clear(c.entities)
	}
}

// entity gives a copy, nil where there is none.
func (c *cache) entity(id string) graph.Entity {
	return cloneEntity(c.entities[id])
}

func (c *cache) keep(e graph.Entity) {
	if c.version == 0 {
		return
	}
	if c.entities == nil {
		c.entities = make(map[string]graph.Entity)
	}
	if len(c.entities) >= maxCached {
		clear(c.entities)
	}
	c.entities[e.NodeID()] = cloneEntity(e)
}

func cloneEntity(e graph.Entity) graph.Entity {
	switch e := e.(type) {
	case *graph.Person:
		person := *e
		person.Aliases = slices.Clone(e.Aliases)
		person.Positions = slices.Clone(e.Positions)
		for i, position := range person.Positions {
			if position.Organization != nil {
				person.Positions[i].Organization = cloneOrganization(position.Organization)
			}
		}
		return &person
	case *graph.Organization:
		return cloneOrganization(e)
	case *graph.Place:
		place := *e
		place.Aliases = slices.Clone(e.Aliases)
		return &place
	}
	return nil
}

func cloneOrganization(o *graph.Organization) *graph.Organization {
	organization := *o
	organization.Aliases = slices.Clone(o.Aliases)
	return &organization
}

// time reads an EDTF.
func (c *cache) time(text string) (graph.EDTF, error) {
	if time, ok := c.times[text]; ok {
		return time, nil
	}
	var time graph.EDTF
	if err := time.UnmarshalText([]byte(text)); err != nil {
		return time, err
	}
	if c.times == nil {
		c.times = make(map[string]graph.EDTF)
	}
	if len(c.times) >= maxCached {
		clear(c.times)
	}
	c.times[text] = time
	return time, nil
}
