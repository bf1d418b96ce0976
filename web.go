package main

import (
	"time"

	"dateline/loader/source"
)

// webFlags say how pages are fetched.
type webFlags struct {
	Private  bool          `help:"Also fetch from this machine and private networks."`
	Pause    time.Duration `help:"Time between two requests to one host (default ${default}); a site's robots.txt may ask for more." default:"1s" placeholder:"TIME"`
	Patience time.Duration `help:"How long one request may take (default ${default})." default:"20s" placeholder:"TIME"`
}

func (f webFlags) web() *source.Web {
	return &source.Web{Agent: "dateline/" + version(), Private: f.Private, Pause: f.Pause, Patience: f.Patience}
}
