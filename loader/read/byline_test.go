package read

import "testing"

func TestReadByline(t *testing.T) {
	cases := map[string]credit{
		"By Ann Lind":          {authors: "Ann Lind"},
		"By Lan Pham (AFP)":    {"Lan Pham", "AFP"},
		"BY ANN LIND":          {authors: "ANN LIND"},
		"By Mira Oksanen-Vale": {authors: "Mira Oksanen-Vale"},
		"By Ann Lind and Bo Ek, Associated Press": {"Ann Lind and Bo Ek", "Associated Press"},
		"By Ann Lind, Bo Ek and Jan van der Berg": {authors: "Ann Lind, Bo Ek and Jan van der Berg"},
		"By Ann Lind in Kellby":                   {authors: "Ann Lind"},
		"By Ann Lind, Diplomatic Correspondent":   {authors: "Ann Lind"},
		"By Ann Lind | Reuters":                   {"Ann Lind", "Reuters"},
		"By Ann Lind, The Kellby Times":           {"Ann Lind", "The Kellby Times"},
		"Written by: Ann Lind":                    {authors: "Ann Lind"},
		"Author: Ann Lind":                        {authors: "Ann Lind"},
		"By John B. Lind Jr.":                     {authors: "John B. Lind Jr."},
		"By AFP":                                  {agency: "AFP"},
		"By Agence France-Presse":                 {agency: "Agence France-Presse"},
	}
	for text, want := range cases {
		if got, ok := readByline(text); !ok || got != want {
			t.Errorf("%q: %+v, %v", text, got, ok)
		}
	}
	for _, text := range []string{
		"By the time Falk arrived, the ferry had left",
		"By Tuesday the talks were over.",
		"By 2027 the bridge will be built",
		"Byron Falk resigns",
		"by a margin of two votes",
		"Written in stone",
		"By",
	} {
		if got, ok := readByline(text); ok {
			t.Errorf("%q is a byline: %+v", text, got)
		}
	}
}
