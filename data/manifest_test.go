package data_test

import (
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write today's hashes into MANIFEST")

// columns of MANIFEST: path, origin, licence, sha256, program.
const columns = 5

// TestManifest checks that MANIFEST lists every data file, with its origin, its
// licence and the hash of what is there.
func TestManifest(t *testing.T) {
	b, err := os.ReadFile("MANIFEST")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimRight(string(b), "\n"), "\n")
	listed := map[string]bool{}
	for i, line := range lines {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != columns || slices.Contains(f, "") {
			t.Errorf("MANIFEST:%d: %d columns, want path, origin, licence, sha256, program", i+1, len(f))
			continue
		}
		listed[f[0]] = true
		content, err := os.ReadFile(f[0])
		if err != nil {
			t.Errorf("MANIFEST:%d: %v", i+1, err)
			continue
		}
		sum := sha256.Sum256(content)
		if hash := hex.EncodeToString(sum[:]); hash != f[3] {
			if !*update {
				t.Errorf("MANIFEST:%d: %s has changed; look at its origin and licence, then run go test ./data -update", i+1, f[0])
			}
			f[3] = hash
		}
		lines[i] = strings.Join(f, "\t")
	}
	for _, path := range dataFiles(t) {
		if !listed[path] {
			t.Errorf("%s is not in MANIFEST", path)
		}
	}
	if *update {
		if err := os.WriteFile("MANIFEST", []byte(strings.Join(lines, "\n")+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// dataFiles are the files that griot is built with, and not those about them.
func dataFiles(t *testing.T) []string {
	t.Helper()
	var all []string
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.Contains(path, string(filepath.Separator)) {
			return err
		}
		if name := d.Name(); strings.HasSuffix(name, ".go") || strings.HasPrefix(name, "README") || strings.HasPrefix(name, "LICENSE") {
			return nil
		}
		all = append(all, filepath.ToSlash(path))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
