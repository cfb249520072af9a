//go:build unix

package sqlite_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"griot/record/sqlite"
)

// TestWhatIsNoPlainFile opens links and pipes that somebody left where a record
// is looked for.
func TestWhatIsNoPlainFile(t *testing.T) {
	for name, test := range map[string]struct {
		make func(dir, path string) error
		ok   bool
	}{
		"a folder": {func(_, path string) error { return os.Mkdir(path, 0o700) }, false},
		"a pipe":   {func(_, path string) error { return syscall.Mkfifo(path, 0o600) }, false},
		"a link to a pipe": {func(dir, path string) error {
			return errors.Join(syscall.Mkfifo(dir+"/pipe", 0o600), os.Symlink(dir+"/pipe", path))
		}, false},
		"a link to a device":       {func(_, path string) error { return os.Symlink("/dev/zero", path) }, false},
		"a link to nothing":        {func(dir, path string) error { return os.Symlink(dir+"/nothing", path) }, false},
		"a link to itself":         {func(_, path string) error { return os.Symlink(path, path) }, false},
		"a journal that is a link": {func(dir, path string) error { return os.Symlink(dir+"/nothing", path+"-wal") }, false},
		"a link to a record": {func(dir, path string) error {
			return errors.Join(os.WriteFile(dir+"/real.db", filled(t), 0o600), os.Symlink(dir+"/real.db", path))
		}, true},
	} {
		dir := t.TempDir()
		path := filepath.Join(dir, "griot.db")
		if err := test.make(dir, path); err != nil {
			t.Fatal(name, err)
		}
		opened := make(chan error, 1)
		go func() {
			rec, err := sqlite.Open(context.Background(), path)
			if err == nil {
				rec.Close()
			}
			opened <- err
		}()
		select {
		case err := <-opened:
			if (err == nil) != test.ok {
				t.Errorf("%s: %v", name, err)
			}
		case <-time.After(2 * time.Minute):
			t.Errorf("%s: Open waits for ever", name)
		}
		if _, err := os.Lstat(dir + "/nothing"); err == nil {
			t.Errorf("%s: a file was made at the link's end", name)
		}
	}
}
