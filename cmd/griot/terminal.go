package main

import (
	"fmt"
	"io"
	"log/slog"
	"os"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// terminal is where the program talks: data to out, talk to errs.
type terminal struct {
	in        io.Reader
	out, errs io.Writer
	quiet     bool
}

// say talks, unless the user wants quiet.
func (t *terminal) say(format string, a ...any) {
	if !t.quiet {
		fmt.Fprintf(t.errs, format+"\n", a...)
	}
}

// warn talks even then: something was left out.
func (t *terminal) warn(format string, a ...any) { fmt.Fprintf(t.errs, "griot: "+format+"\n", a...) }

// logger writes what a long-running command does, one line an event.
func (t *terminal) logger() *slog.Logger {
	level := slog.LevelInfo
	if t.quiet {
		level = slog.LevelWarn
	}
	return slog.New(slog.NewTextHandler(t.errs, &slog.HandlerOptions{Level: level}))
}

// progress shows how far a reading is, on a terminal only. Its step is called
// after each report, its end when all is done.
func (t *terminal) progress(total int, what string) (step, end func()) {
	f, ok := t.errs.(*os.File)
	if t.quiet || !ok || !term.IsTerminal(int(f.Fd())) {
		return func() {}, func() {}
	}
	bar := progressbar.NewOptions(total, progressbar.OptionSetWriter(f), progressbar.OptionSetDescription(what),
		progressbar.OptionShowCount(), progressbar.OptionClearOnFinish(), progressbar.OptionSetWidth(30))
	return func() { _ = bar.Add(1) }, func() { _ = bar.Finish() }
}
