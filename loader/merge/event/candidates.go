package event

// candidateIndex finds the clusters that an account may join by their leaders, so that
// an account is compared with a few and not with all of its block.
type candidateIndex interface {
	// add adds a cluster's leader under the cluster's number. Numbers rise.
	add(leader *account, number int)
	// candidates returns, in rising order, the numbers of all clusters whose leader may
	// be of the same event as an account. Others may be among them.
	candidates(a *account) []int
}
