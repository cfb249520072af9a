package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"griot/record"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"griot": main})
}

// TestScenarios runs the whole program as testdata/scenarios tell.
func TestScenarios(t *testing.T) {
	examples, err := filepath.Abs("../../examples")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "../../testdata/scenarios",
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("EXAMPLES", examples)
			e.Setenv("NO_COLOR", "1")
			e.Setenv("GORACE", "atexit_sleep_ms=0") // each program would sleep for a second
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exit":   exitCode,
			"binary": writeBinary,
			"lines":  countLines,
		},
	})
}

// exitCode runs "exit CODE PROGRAM ARGS…" and checks the code.
func exitCode(ts *testscript.TestScript, _ bool, args []string) {
	err := ts.Exec(args[1], args[2:]...)
	code := "0"
	if err != nil {
		var ee *exec.ExitError
		if !errors.As(err, &ee) {
			ts.Fatalf("%v", err)
		}
		code = fmt.Sprint(ee.ExitCode())
	}
	if code != args[0] {
		ts.Fatalf("exit code %s, want %s", code, args[0])
	}
}

// writeBinary runs "binary FILE": a file that is no text.
func writeBinary(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte("\x7fELF\x02\x01\x01\x00\x00\x00"), 0o600))
}

// countLines runs "lines stdout MIN": at least so many lines.
func countLines(ts *testscript.TestScript, _ bool, args []string) {
	n := strings.Count(ts.ReadFile(args[0]), "\n")
	var want int
	if _, err := fmt.Sscan(args[1], &want); err != nil {
		ts.Fatalf("%v", err)
	}
	if n < want {
		ts.Fatalf("%d lines, want at least %d", n, want)
	}
}

// run runs a command in this process.
func run(t *testing.T, args ...string) (code int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	code = Run(context.Background(), args, strings.NewReader(""), &o, &e)
	return code, o.String(), e.String()
}

func versionOf(t *testing.T, path string) string {
	t.Helper()
	rec, err := record.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer rec.Close()
	v, err := rec.Version(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// TestKilledReadGoesOn kills a reading at several moments; reading again must
// end in the same record as a reading that nobody disturbed.
func TestKilledReadGoesOn(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED with -short: kills the program several times")
	}
	griot, err := exec.LookPath("griot") // testscript.Main put it on the path
	if err != nil {
		t.Fatal(err)
	}
	paths := []string{"../../testdata/stories/war", "../../testdata/stories/flood", "../../testdata/stories/protest", "../../examples/niger-2023"}
	dir := t.TempDir()
	calm := filepath.Join(dir, "calm.db")
	if code, _, errs := run(t, append([]string{"read", "--quiet", "--record", calm}, paths...)...); code != exitOK && code != exitPartial {
		t.Fatalf("exit %d: %s", code, errs)
	}
	want := versionOf(t, calm)
	killed := filepath.Join(dir, "killed.db")
	args := append([]string{"read", "--quiet", "--jobs", "1", "--record", killed}, paths...)
	for round := range 8 {
		c := exec.Command(griot, args...)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(60+90*round) * time.Millisecond)
		_ = c.Process.Kill()
		_ = c.Wait()
	}
	if out, err := exec.Command(griot, args...).CombinedOutput(); err != nil && !isPartial(err) {
		t.Fatalf("%v\n%s", err, out)
	}
	if got := versionOf(t, killed); got != want {
		t.Errorf("version %s after kills, want %s", got, want)
	}
	if code, out, errs := run(t, "doctor", "--record", killed); code != exitOK {
		t.Errorf("doctor: exit %d\n%s%s", code, out, errs)
	}
}

// isPartial tells the exit after which some inputs were left out.
func isPartial(err error) bool {
	var ee *exec.ExitError
	return errors.As(err, &ee) && ee.ExitCode() == exitPartial
}

// TestFullDisk reads into a file system with no room.
func TestFullDisk(t *testing.T) {
	if runtime.GOOS != "linux" || os.Getuid() != 0 {
		t.Skip("SKIPPED: needs root on Linux to make a small file system; .ci/run has it")
	}
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=256k"); err != nil {
		t.Skip("SKIPPED: no small file system can be made here:", err)
	}
	defer syscall.Unmount(dir, 0)
	path := filepath.Join(dir, "griot.db")
	code, _, errs := run(t, "read", "--quiet", "--record", path, "../../testdata/stories/war", "../../examples/niger-2023")
	if code != exitFailure || !strings.Contains(errs, "full") {
		t.Errorf("exit %d, said %q; want 1 and that the disk is full", code, errs)
	}
	// What was read before is whole, and with room the same command goes on.
	roomy := filepath.Join(t.TempDir(), "griot.db")
	copyFile(t, path, roomy)
	if code, out, errs := run(t, "doctor", "--record", roomy); code != exitOK {
		t.Errorf("doctor: exit %d\n%s%s", code, out, errs)
	}
}

// TestDeletedWhileOpen deletes a record that another program has open, so that its
// journal stays; the next reading says what to do.
func TestDeletedWhileOpen(t *testing.T) {
	griot, err := exec.LookPath("griot")
	if err != nil {
		t.Fatal(err)
	}
	path, report := filepath.Join(t.TempDir(), "griot.db"), filepath.Join(t.TempDir(), "report.txt")
	if err := os.WriteFile(report, []byte("Soldiers killed four farmers in Boni on Monday."), 0o600); err != nil {
		t.Fatal(err)
	}
	held, err := record.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer held.Close()
	if out, err := exec.Command(griot, "read", "--quiet", "--record", path, report).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(griot, "read", "--quiet", "--record", path, report).CombinedOutput()
	if err == nil || !strings.Contains(string(out), "remove "+path+"-wal and "+path+"-shm") {
		t.Errorf("%v, said %q; want what to do", err, out)
	}
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	for _, suffix := range []string{"", "-wal"} {
		in, err := os.Open(from + suffix)
		if err != nil {
			continue
		}
		out, err := os.Create(to + suffix)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(out, in); err != nil {
			t.Fatal(err)
		}
		in.Close()
		out.Close()
	}
}
