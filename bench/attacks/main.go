// Attacks sends what a hostile client could send to a running server, many times, and
// prints what each costs the server: processor time and growth of memory for one request;
// and what an honest client notices while fifty connections of another send the same: the
// times of its own small query alone and beside the attack, in turns, and whether /readyz
// stays green. It reads /proc, so it needs Linux.
//
//	go run ./bench/attacks --data FOLDER
//
// It needs the graph that bench/questions has made in FOLDER, and starts dateline serve anew
// for each attack, with a key for each of the two clients and without budgets, which would
// soon refuse everything. The fifty connections are those of another process with the
// lowest priority, since a real attacker has a machine of its own.
package main

import (
	"context"
	"dateline/bench/command"
	"fmt"
	"strings"
	"time"

	"github.com/alecthomas/kong"
)

type options struct {
	Data     string        `help:"Folder with questions-40000.db of bench/questions." type:"path"`
	File     string        `help:"The graph's file in the folder." default:"questions-40000.db"`
	Requests int           `help:"How often each attack is sent while its cost is measured." default:"50"`
	Clients  int           `help:"Connections of the attacker while the honest client is watched." default:"50"`
	For      time.Duration `help:"How long the honest client is watched in all, alone and beside the attack." default:"3s"`
	Turns    int           `help:"In how many turns it is watched alone and beside the attack: a busy machine then does the same to both." default:"3"`
	Only     string        `help:"Only the attacks whose name has this."`
	Hammer   string        `help:"Only send the attack of this name to the server of --url, as the one with --key, until standard input ends." hidden:""`
	URL      string        `hidden:""`
	Key      string        `hidden:""`
	Budgets  bool          `help:"Keep the budgets that a server has unless it is told otherwise."`
}

func main() {
	var o options
	kong.Parse(&o, kong.Description("Measures what attacks cost a server, and what an honest client notices of them."))
	run := o.run
	if o.Hammer != "" {
		run = o.hammer
	}
	command.Run(run)
}

func (o *options) run(ctx context.Context) error {
	binary, err := command.Build(ctx, o.Data)
	if err != nil {
		return err
	}
	fmt.Printf("%d times each; then %d connections\n\n", o.Requests, o.Clients)
	fmt.Println("| attack | answered | refused | cut off | CPU a request | memory a request | honest p50 | p99 | attacked p50 | p99 | not ready |\n|---|---|---|---|---|---|---|---|---|---|---|")
	for _, a := range attacks() {
		if !strings.Contains(a.name, o.Only) {
			continue
		}
		if err := o.measure(ctx, binary, a); err != nil {
			return fmt.Errorf("%s: %w", a.name, err)
		}
	}
	return nil
}

// measure prints the line of one attack.
func (o *options) measure(ctx context.Context, binary string, a attack) error {
	s, err := o.start(ctx, binary)
	if err != nil {
		return err
	}
	defer s.stop()
	if _, _, err := s.watch(ctx, time.Second); err != nil { // warms it up
		return err
	}
	cost, err := s.costOf(ctx, a, o.Requests)
	if err != nil {
		return err
	}
	var alone, beside []time.Duration
	notReady := 0
	for range o.Turns {
		took, _, err := s.watch(ctx, o.For/time.Duration(o.Turns))
		if err != nil {
			return err
		}
		alone = append(alone, took...)
		took, missed, err := o.watchBeside(ctx, s, a)
		if err != nil {
			return err
		}
		beside, notReady = append(beside, took...), notReady+missed
	}
	fmt.Printf("| %s | %s | %s | %s | %d |\n", a.name, cost, timesOf(alone), timesOf(beside), notReady)
	return nil
}

// watchBeside watches the honest client for a turn while an attack goes on.
func (o *options) watchBeside(ctx context.Context, s *server, a attack) (took []time.Duration, notReady int, err error) {
	stop, err := o.startHammer(s, a)
	if err != nil {
		return nil, 0, err
	}
	defer stop()
	time.Sleep(time.Second) // until it has begun
	return s.watch(ctx, o.For/time.Duration(o.Turns))
}
