//go:build linux

package sqlite_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"griot"
	"griot/record/recordtest"
	"griot/record/sqlite"
)

// TestFullDisk reads a record on a disk with no room, and tries to write to it.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=2m"); err != nil {
		t.Skip("SKIPPED: no small file system can be made here (root on Linux can, as in .ci/run):", err)
	}
	defer syscall.Unmount(dir, 0)
	file, path := filled(t), filepath.Join(dir, "griot.db")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, left := range []int64{300 << 10, 40 << 10, 4 << 10, 0} { // room for a journal, hardly one, none
		fillUp(t, dir, left)
		healthy, err := readAll(path)
		if err != nil {
			t.Errorf("%d bytes left: %v", left, err)
		}
		if healthy == "" {
			t.Errorf("%d bytes left: nothing is read", left)
		}
		write(t, path, left)
		if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, file) {
			t.Errorf("%d bytes left: the file was changed (%v)", left, err)
		}
	}
}

// fillUp writes a file of zeros until so many bytes are left.
func fillUp(t *testing.T, dir string, left int64) {
	t.Helper()
	var s syscall.Statfs_t
	if err := syscall.Statfs(dir, &s); err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(filepath.Join(dir, "zeros"), os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if n := int64(s.Bavail)*int64(s.Bsize) - left; n > 0 {
		if _, err := f.Write(make([]byte, n)); err != nil {
			t.Fatal(err)
		}
	}
}

// write tries what does not fit.
func write(t *testing.T, path string, left int64) {
	ctx := context.Background()
	rec, err := sqlite.Open(ctx, path)
	if err != nil {
		t.Errorf("%d bytes left: Open: %v", left, err)
		return
	}
	defer rec.Close()
	more := recordtest.Many(400)[60:]
	if _, err := rec.AddAll(ctx, more); err == nil {
		t.Errorf("%d bytes left: AddAll: no error", left)
	} else if !errors.Is(err, griot.ErrReadOnly) && !strings.Contains(err.Error(), "make room") {
		t.Errorf("%d bytes left: AddAll: %v, which does not say what to do", left, err)
	}
	d := griot.Derived{Totals: &griot.Totals{}, Reports: griot.ReportEntries(more, nil)}
	for i := range more {
		d.Figures = append(d.Figures, more[i].Figures...)
		d.Figures = append(d.Figures, more[i].Figures...)
	}
	if err := rec.SaveDerived(ctx, "v", d); !errors.Is(err, griot.ErrReadOnly) {
		t.Errorf("%d bytes left: SaveDerived: %v, want ErrReadOnly, so that listings do without", left, err)
	}
}
