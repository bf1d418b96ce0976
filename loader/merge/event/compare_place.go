package event

import "dateline/loader/merge/entity"

// placesApart reports whether two accounts give places that nobody can be in at once. That
// makes two events of them unless they give the same day: then one of them has the place
// wrong more often than the parties met in two places on a day.
func placesApart(a, b *account) bool {
	return a.place != b.place && a.at != nil && b.at != nil && entity.PlacesApart(a.at, b.at)
}

// sameDay reports whether both accounts give the same day.
func sameDay(a, b *account) bool {
	return a.width == 1 && b.width == 1 && a.Time.EDTF.Overlaps(b.Time.EDTF)
}
