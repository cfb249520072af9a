// Command griot reads news reports of a crisis and keeps the record: who did
// what to whom, when, where, who says so, what reports contest, what is
// announced and not yet done, and the state of affairs that follows.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
)

// Exit codes, as the help and the contract name them.
const (
	exitOK      = 0
	exitFailure = 1
	exitUsage   = 2
	exitDiffers = 3 // an alert fired, or a difference was found
	exitPartial = 4 // some inputs could not be read, the rest was
)

// softLimit is how many bytes of memory may be in use before garbage is collected
// more often than when as much garbage as there are things in use has gathered. It
// is reached by deriving from some 50,000 reports; GOMEMLIMIT in the environment
// has precedence.
const softLimit = 2560 << 20

func main() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(softLimit)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := Run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// Run runs one command and returns its exit code.
func Run(ctx context.Context, args []string, in io.Reader, out, errs io.Writer) int {
	root := newRoot(&terminal{in: in, out: out, errs: errs})
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errs)
	ran, err := root.ExecuteContextC(ctx)
	if err == nil {
		return exitOK
	}
	var exit *exitError
	if errors.As(err, &exit) {
		switch {
		case exit.code == exitUsage:
			fmt.Fprintf(errs, "griot: %v; see %s --help\n", exit.err, ran.CommandPath())
		case exit.err != nil:
			fmt.Fprintln(errs, "griot:", exit.err)
		}
		return exit.code
	}
	if ctx.Err() != nil {
		fmt.Fprintln(errs, "griot: interrupted; what was read is kept, and the same command goes on from there")
		return exitFailure
	}
	fmt.Fprintln(errs, "griot:", err)
	return exitFailure
}

// exitError ends the program with a code of its own; err may be nil when all
// has been said.
type exitError struct {
	code int
	err  error
}

func (e *exitError) Error() string {
	if e.err == nil {
		return fmt.Sprint("exit ", e.code)
	}
	return e.err.Error()
}

// usage is an error in how the command was called.
func usage(format string, a ...any) error {
	return &exitError{exitUsage, fmt.Errorf(format, a...)}
}

// newRoot is the command line: one explicit list of commands.
func newRoot(t *terminal) *cobra.Command {
	root := &cobra.Command{
		Use:   "griot",
		Short: "Read reports of a crisis and keep the record",
		Long: `griot reads news reports of a crisis and keeps the record: who did what to whom,
when, where, who says so; what reports contest; what is announced and not yet
done; and the state of affairs that follows, on any day, as it was known on any
day. Every fact shows the words it was read from.

Exit codes: 0 ok; 1 failure; 2 wrong usage; 3 an alert fired or a difference was
found; 4 some inputs could not be read, the rest was.`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          unknownCommand,
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.CompletionOptions.HiddenDefaultCmd = true
	root.SuggestionsMinimumDistance = 2
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usage("%w", err) })
	for _, g := range []struct {
		title    string
		commands []*cobra.Command
	}{
		{"Keep the record:", []*cobra.Command{newRead(t), newWatch(t), newCorrect(t), newGazetteer(t)}},
		{"Ask it:", append(newListings(t), newBrief(t), newDiff(t), newWhy(t))},
		{"Hand it on:", []*cobra.Command{newExport(t), newServe(t)}},
		{"Run and check it:", []*cobra.Command{newWorker(t), newFuse(t), newDoctor(t), newEval(t)}},
	} {
		root.AddGroup(&cobra.Group{ID: g.title, Title: g.title})
		for _, c := range g.commands {
			c.GroupID = g.title
			root.AddCommand(c)
		}
	}
	root.SetHelpCommandGroupID("Run and check it:")
	for _, c := range root.Commands() {
		asUsage(c)
	}
	return root
}

// unknownCommand is the error of what is no command.
func unknownCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if near := c.SuggestionsFor(args[0]); len(near) > 0 {
		return usage("unknown command %q, perhaps %s", args[0], strings.Join(near, " or "))
	}
	return usage("unknown command %q", args[0])
}

// asUsage makes wrong arguments of a command usage errors.
func asUsage(c *cobra.Command) {
	if check := c.Args; check != nil {
		c.Args = func(c *cobra.Command, args []string) error {
			if err := check(c, args); err != nil {
				return usage("%s: %w", c.Name(), err)
			}
			return nil
		}
	}
}
