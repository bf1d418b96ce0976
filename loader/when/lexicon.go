package when

import "time"

var monthNames = map[string]time.Month{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
	"august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
	"oct": 10, "nov": 11, "dec": 12,
}

var weekdayNames = map[string]time.Weekday{
	"monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 0,
	"mon": 1, "tue": 2, "tues": 2, "wed": 3, "weds": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 0,
}

// abbreviations are the names of months and weekdays that take a full stop.
var abbreviations = map[string]bool{
	"jan": true, "feb": true, "mar": true, "apr": true, "jun": true, "jul": true, "aug": true,
	"sep": true, "sept": true, "oct": true, "nov": true, "dec": true,
	"mon": true, "tue": true, "tues": true, "wed": true, "weds": true, "thu": true, "thur": true,
	"thurs": true, "fri": true, "sat": true, "sun": true,
}

var unitNames = map[string]unit{
	"second": second, "seconds": second, "minute": minute, "minutes": minute, "hour": hour, "hours": hour,
	"day": day, "days": day, "night": day, "nights": day, "week": week, "weeks": week, "fortnight": fortnight, "fortnights": fortnight,
	"weekend": weekend, "weekends": weekend, "month": month, "months": month, "quarter": quarter, "quarters": quarter,
	"semester": half, "semesters": half,
	"year": year, "years": year, "decade": decade, "decades": decade, "century": century, "centuries": century,
	"millennium": millennium, "millennia": millennium,
}

// seasonNames give the month that a season begins with.
var seasonNames = map[string]time.Month{
	"spring": 3, "springtime": 3, "summer": 6, "summertime": 6, "autumn": 9, "fall": 9, "winter": 12, "wintertime": 12,
}

// dayparts are the parts of a day by their TIMEX3 codes.
var dayparts = map[string]string{
	"morning": "TMO", "mornings": "TMO", "afternoon": "TAF", "afternoons": "TAF", "evening": "TEV", "evenings": "TEV",
	"night": "TNI", "nights": "TNI", "dawn": "TMO", "daybreak": "TMO", "sunrise": "TMO", "dusk": "TEV", "sunset": "TEV",
	"nightfall": "TNI", "lunchtime": "TMI", "midday": "T12:00", "noon": "T12:00", "midnight": "T24:00", "overnight": "TNI",
}

// dayAdverbs are counted from the publication, in days.
var dayAdverbs = map[string]int{"today": 0, "yesterday": -1, "tomorrow": 1}

var zones = map[string]bool{
	"gmt": true, "utc": true, "bst": true, "cet": true, "cest": true, "eet": true, "eest": true, "msk": true,
	"et": true, "est": true, "edt": true, "ct": true, "cst": true, "cdt": true, "mt": true, "mst": true, "mdt": true,
	"pt": true, "pst": true, "pdt": true, "ist": true, "jst": true, "hkt": true, "kst": true, "aest": true,
}

var cardinals = map[string]int{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
	"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
	"seventeen": 17, "eighteen": 18, "nineteen": 19, "dozen": 12,
}

var tens = map[string]int{
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

var ordinals = map[string]int{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
	"tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
	"sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}

var decadeNames = map[string]int{
	"twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970,
	"eighties": 1980, "nineties": 1990,
}
