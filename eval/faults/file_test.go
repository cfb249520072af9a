//go:build unix

package faults_test

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// healthy is a record file, and what its claims are.
func healthy(t *testing.T) (file []byte, claims string) {
	t.Helper()
	griot, path := built(t), filepath.Join(t.TempDir(), "griot.db")
	must(t, griot, "read", "--quiet", "--record", path, stories[0])
	claims = must(t, griot, "claims", "--format", "jsonl", "--record", path)
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return file, claims
}

// try runs a command and returns its exit code and what it prints.
func try(t *testing.T, c *exec.Cmd) (code int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	c.Stdout, c.Stderr, c.Env = &o, &e, oneCore()
	if err := c.Run(); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			t.Fatal(err)
		}
	}
	return c.ProcessState.ExitCode(), o.String(), e.String()
}

// TestDamagedFiles examines record files that were cut short or had bits
// flipped. A damage is named and the file left as it was, or it touched nothing
// that is read.
func TestDamagedFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED with -short: runs the program dozens of times")
	}
	griot := built(t)
	file, claims := healthy(t)
	chance := rand.New(rand.NewPCG(8, 2023))
	var damaged [][]byte
	for _, part := range []int{1, 50, 99, 100, 4096, len(file) / 2, len(file) - 1} {
		damaged = append(damaged, file[:part])
	}
	for range 16 {
		b := bytes.Clone(file)
		for range 4 {
			b[chance.IntN(len(b))] ^= 1 << chance.IntN(8)
		}
		damaged = append(damaged, b)
	}
	found := 0
	for i, b := range damaged {
		path := filepath.Join(t.TempDir(), "griot.db")
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		code, _, errs := try(t, exec.Command(griot, "doctor", "--quiet", "--record", path))
		if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, b) {
			t.Errorf("damage %d: the file was changed (%v)", i, err)
		}
		if strings.Contains(errs, "goroutine ") {
			t.Errorf("damage %d: a fault of the program: %s", i, errs)
		}
		if code != 0 {
			found++
			if code != 1 || errs == "" {
				t.Errorf("damage %d: exit %d, said %q", i, code, errs)
			}
			continue
		}
		if _, got, _ := try(t, exec.Command(griot, "claims", "--format", "jsonl", "--record", path)); got != claims {
			t.Errorf("damage %d is not found, and the claims are others", i)
		}
	}
	t.Logf("%d of %d damages found; the others changed no claim", found, len(damaged))
	if found < len(damaged)/3 {
		t.Errorf("only %d of %d damages were found", found, len(damaged))
	}
}

// TestAFileThatMayNotBeWrittenCanBeRead lists a record as a user who may write
// neither the file nor its folder.
func TestAFileThatMayNotBeWrittenCanBeRead(t *testing.T) {
	griot := built(t)
	file, claims := healthy(t)
	dir, err := os.MkdirTemp("", "griot-readonly-") // t.TempDir lies in folders that only its owner may enter
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	defer os.Chmod(dir, 0o755)
	path := filepath.Join(dir, "griot.db")
	if err := errors.Join(os.WriteFile(path, file, 0o444), os.Chmod(dir, 0o555)); err != nil {
		t.Fatal(err)
	}
	command := func(args ...string) *exec.Cmd {
		c := exec.Command(griot, append(args, "--record", path)...)
		c.Dir = "/"
		if os.Getuid() == 0 { // whom no permissions hold
			c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
		}
		return c
	}
	if code, got, errs := try(t, command("claims", "--format", "jsonl")); code != 0 || got != claims {
		t.Errorf("claims: exit %d: %s", code, errs)
	}
	if code, _, errs := try(t, command("brief")); code != 0 {
		t.Errorf("brief: exit %d: %s", code, errs)
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, file) {
		t.Errorf("the file was changed (%v)", err)
	}
}

// TestALinkToAnotherFileIsNoRecord follows a link to a file that is no record.
func TestALinkToAnotherFileIsNoRecord(t *testing.T) {
	dir := t.TempDir()
	secret, link := filepath.Join(dir, "secret"), filepath.Join(dir, "griot.db")
	const words = "not a record at all"
	if err := errors.Join(os.WriteFile(secret, []byte(words), 0o600), os.Symlink(secret, link)); err != nil {
		t.Fatal(err)
	}
	code, _, errs := try(t, exec.Command(built(t), "read", "--quiet", "--record", link, stories[0]))
	after, err := os.ReadFile(secret)
	if code != 1 || string(after) != words || err != nil || strings.Contains(errs, words) {
		t.Errorf("exit %d, the file is now %q: %s", code, after, errs)
	}
}
