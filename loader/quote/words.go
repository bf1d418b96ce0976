package quote

import "dateline/loader/lexicon"

// cueClasses are words that attribute, by what they tell of a content.
var cueClasses = lexicon.QuoteCues()
