package who

// widenPlaces takes the point of the compass before a place's name into it:
// "Southern California".
func (f *finder) widenPlaces() {
	for index := range f.names {
		n := &f.names[index]
		if n.Start == 0 || n.Start == n.End || f.owner[n.Start-1] >= 0 || !compass[f.doc.Tokens[n.Start-1].Text] {
			continue
		}
		if n.class == classPlace || n.entry != nil && (n.entry.use == usePlace || n.entry.use == useState) {
			n.Start--
			n.class, n.entry = classPlace, nil
			f.owner[n.Start] = index
		}
	}
}

// widenCompanies takes "Inc" and the like into the name before, and makes a
// company of it.
func (f *finder) widenCompanies() {
	for index := range f.names {
		n := &f.names[index]
		if n.Start == n.End || n.End >= len(f.doc.Tokens) || f.owner[n.End] >= 0 || !companySuffix[f.doc.Tokens[n.End].Text] {
			continue
		}
		if n.entry != nil && n.entry.use != useOrganization && n.entry.use != usePlace {
			continue
		}
		f.owner[n.End] = index
		n.End++
		if n.entry == nil || n.entry.use == usePlace {
			n.class, n.entry = classOrganization, nil
		}
	}
}
