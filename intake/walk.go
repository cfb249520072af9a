package intake

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// file is a file to read: its path, and its name as reports will cite it.
type file struct {
	path, ref string
	problem   *Problem
}

const stdin = "-"

// walk yields the files under the paths. Folders are walked in order of names;
// hidden files, meta tables and files linked in a circle are left out.
func walk(paths []string) iter.Seq[file] {
	return func(yield func(file) bool) {
		for _, path := range paths {
			if path == stdin {
				if !yield(file{path: stdin, ref: "stdin"}) {
					return
				}
				continue
			}
			info, err := os.Stat(path)
			if err != nil {
				if !yield(file{problem: unreadable(path, err)}) {
					return
				}
				continue
			}
			if !info.IsDir() {
				if !yield(file{path: path, ref: filepath.Base(path)}) {
					return
				}
				continue
			}
			w := folderWalk{root: path, yield: yield}
			if !w.walk(path, nil) {
				return
			}
		}
	}
}

type folderWalk struct {
	root  string
	yield func(file) bool
}

// walk goes through one folder; above holds the folders it lies in, so that a
// link back to one of them is seen.
func (w *folderWalk) walk(dir string, above []os.FileInfo) bool {
	info, err := os.Stat(dir)
	if err != nil {
		return w.yield(file{problem: unreadable(dir, err)})
	}
	if slices.ContainsFunc(above, func(a os.FileInfo) bool { return os.SameFile(a, info) }) {
		return w.yield(file{problem: &Problem{dir, "the folder contains itself through a link", "it was read once; remove the link to silence this"}})
	}
	inside := append(slices.Clip(above), info)
	entries, err := os.ReadDir(dir)
	if err != nil {
		return w.yield(file{problem: unreadable(dir, err)})
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		path := filepath.Join(dir, e.Name())
		info, err := os.Stat(path) // follows links
		switch {
		case err != nil:
			if !w.yield(file{problem: unreadable(path, err)}) {
				return false
			}
		case info.IsDir():
			if !w.walk(path, inside) {
				return false
			}
		case !isReport(e.Name()):
		case !info.Mode().IsRegular():
			if !w.yield(file{problem: &Problem{path, "it is no plain file but a pipe, socket or device, which may have no end", "name it by itself if it is to be read"}}) {
				return false
			}
		default:
			ref, err := filepath.Rel(w.root, path)
			if err != nil {
				ref = e.Name()
			}
			if !w.yield(file{path: path, ref: filepath.ToSlash(ref)}) {
				return false
			}
		}
	}
	return true
}

// isReport tells whether a file found in a folder is meant to be read: a README
// or the meta table of the reports beside it is not.
func isReport(name string) bool {
	low := strings.ToLower(name)
	return low != metaTable && low != "readme.md" && low != "readme.txt" && low != "readme"
}

// Open opens a file for reading. Its error is a *Problem.
func Open(path string) (*os.File, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	return f, nil
}

func unreadable(path string, err error) *Problem {
	what, advice := err.Error(), ""
	switch {
	case errors.Is(err, fs.ErrNotExist):
		what, advice = "there is no such file", "check the path"
	case errors.Is(err, fs.ErrPermission):
		what, advice = "it may not be read", "give yourself permission to read it (chmod +r)"
	case errors.Is(err, io.ErrUnexpectedEOF):
		what, advice = "it ends too early", "fetch it again"
	default:
		var pe *fs.PathError
		if errors.As(err, &pe) {
			what = fmt.Sprintf("%s: %v", pe.Op, pe.Err)
		}
	}
	return &Problem{path, what, advice}
}
