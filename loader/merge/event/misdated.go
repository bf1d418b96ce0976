package event

import "dateline/graph"

// joinMisdated joins clusters of neighbouring days if neither could be joined with any
// other: they are more often one event that an article misdates than two events. The
// event then has a conflict of time. Both places in the list hold the joint cluster
// afterwards.
func joinMisdated(clusters []*cluster, bonds *bonds) {
	partners := misdatedPartners(clusters, bonds)
	for i := range clusters {
		if len(partners[i]) != 1 {
			continue
		}
		other := partners[i][0]
		if len(partners[other]) != 1 || clusters[i] == clusters[other] {
			continue
		}
		clusters[other].leader().misdated = true
		for _, a := range clusters[other].accounts {
			clusters[i].add(a)
		}
		bonds.joined(clusters[i], clusters[other])
		clusters[other] = clusters[i]
	}
}

// misdatedPartners returns, for each cluster, those of the day before or after that may
// be the same event.
func misdatedPartners(clusters []*cluster, bonds *bonds) [][]int {
	byDay := map[graph.Date][]int{}
	for i, c := range clusters {
		if leader := c.leader(); leader.width == 1 && leader.rules.misdated != nil {
			day := leader.Time.Earliest()
			byDay[day] = append(byDay[day], i)
		}
	}
	partners := make([][]int, len(clusters))
	for day, list := range byDay {
		for _, i := range list {
			for _, j := range byDay[day.AddDays(1)] {
				if clusters[i].maybeMisdated(clusters[j]) && bonds.allowJoint(clusters[i], clusters[j]) {
					partners[i], partners[j] = append(partners[i], j), append(partners[j], i)
				}
			}
		}
	}
	return partners
}

// maybeMisdated reports whether two clusters of neighbouring days may be one event.
func (c *cluster) maybeMisdated(other *cluster) bool {
	for _, a := range other.accounts {
		if c.isOf(a.ArticleID) {
			return false
		}
	}
	for _, a := range c.compared() {
		for _, b := range other.compared() {
			if !sameParties(a, b) || !a.rules.misdated(a, b) {
				return false
			}
		}
	}
	return true
}
