package entity

import (
	"strings"

	"dateline/graph"
	"dateline/loader/lexicon"
)

// Sector is where a person's offices are. It distinguishes namesakes: nobody is a minister
// and a chief executive at once unless an article says so.
type Sector string

// SectorSeveral is of a person whom one article names with offices in several sectors.
const (
	SectorUnknown Sector = ""
	SectorState   Sector = "state"
	SectorCompany Sector = "company"
	SectorSport   Sector = "sport"
	SectorSeveral Sector = "several"
)

// titleSectors are words and phrases of titles, folded, that occur in one sector only: a
// president or a director may be in any.
var titleSectors = lexicon.Sectors()

// SectorOf returns the sector of a person's positions.
func SectorOf(positions []graph.Position) Sector { return sectorCache{}.of(positions) }

// sectorCache holds the sectors of titles that have been looked up.
type sectorCache map[string]Sector

func (c sectorCache) of(positions []graph.Position) Sector {
	found := SectorUnknown
	for _, p := range positions {
		sector, known := c[p.Title]
		if !known {
			sector = sectorOfTitle(p.Title)
			c[p.Title] = sector
		}
		switch {
		case sector == SectorUnknown || sector == found:
		case found == SectorUnknown:
			found = sector
		default:
			return SectorSeveral
		}
	}
	return found
}

func sectorOfTitle(title string) Sector {
	folded, found := " "+graph.Fold(title)+" ", SectorUnknown
	for words, name := range titleSectors {
		sector := Sector(name)
		if !strings.Contains(folded, " "+words+" ") {
			continue
		}
		if found != SectorUnknown && found != sector {
			return SectorSeveral
		}
		found = sector
	}
	return found
}

// compatible reports whether one person can be in both sectors.
func (s Sector) compatible(other Sector) bool {
	return s == other || s == SectorUnknown || other == SectorUnknown || s == SectorSeveral || other == SectorSeveral
}
