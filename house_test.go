package griot_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// mayKnow is the import table of ARCHITECTURE.md: which rooms a room may import.
// Packages of one room may import one another.
var mayKnow = map[string][]string{
	"root":     {},
	"learn":    {"root"},
	"data":     {"root"},
	"intake":   {"root"},
	"text":     {"root", "learn", "data"},
	"claim":    {"root", "learn", "data", "text"},
	"fuse":     {"root", "learn", "data"},
	"record":   {"root"},
	"stream":   {"root"},
	"face":     {"root", "data"},
	"pipeline": {"root", "intake", "text", "claim", "fuse"},
	"eval":     {"root", "data", "text", "claim", "fuse", "pipeline"},
	"train":    {"root", "data", "learn", "text", "claim", "eval"},
	"cmd":      {"root", "data", "record", "stream", "face", "pipeline", "eval", "intake"},
}

// wholeHouse are the rooms whose tests may use everything, because they test the
// whole house.
var wholeHouse = []string{"cmd", "eval", "pipeline"}

const (
	maxFileLines     = 500
	maxFunctionLines = 60
)

var generated = regexp.MustCompile(`(?m)^// Code generated .* DO NOT EDIT\.$`)

type source struct {
	path, room string
	test       bool
	file       *ast.File
	lines      int
}

func house(t *testing.T) (*token.FileSet, []source) {
	t.Helper()
	fset := token.NewFileSet()
	var all []source
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if name := d.Name(); path != "." && (strings.HasPrefix(name, ".") || name == "node_modules" || name == "testdata" || name == "out") {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(path, ".go") {
			return nil
		}
		f, err := parser.ParseFile(fset, path, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		for _, c := range f.Comments {
			if generated.MatchString("// " + strings.TrimPrefix(c.Text(), "// ")) {
				return nil
			}
		}
		room, _, found := strings.Cut(filepath.ToSlash(path), "/")
		if !found {
			room = "root"
		}
		all = append(all, source{path, room, strings.HasSuffix(path, "_test.go"), f, fset.File(f.Pos()).LineCount()})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return fset, all
}

func TestRoomsImportOnlyWhatTheyMayKnow(t *testing.T) {
	_, all := house(t)
	for _, s := range all {
		allowed, known := mayKnow[s.room]
		if !known {
			t.Errorf("%s: the room %q is not in the table; add it there and in ARCHITECTURE.md", s.path, s.room)
			continue
		}
		if s.test && slices.Contains(wholeHouse, s.room) {
			continue
		}
		for _, imp := range s.file.Imports {
			path, _ := strconv.Unquote(imp.Path.Value)
			if path != "griot" && !strings.HasPrefix(path, "griot/") {
				if s.room == "root" && !s.test && strings.Contains(path, ".") {
					t.Errorf("%s imports %s; the root knows only the standard library", s.path, path)
				}
				continue
			}
			room, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(path, "griot"), "/"), "/")
			if room == "" {
				room = "root"
			}
			if room != s.room && !slices.Contains(allowed, room) {
				t.Errorf("%s imports %s; %s may know only %v", s.path, path, s.room, allowed)
			}
		}
	}
}

func TestFilesAndFunctionsAreSmall(t *testing.T) {
	fset, all := house(t)
	for _, s := range all {
		if s.lines > maxFileLines {
			t.Errorf("%s has %d lines; at most %d", s.path, s.lines, maxFileLines)
		}
		for _, decl := range s.file.Decls {
			f, ok := decl.(*ast.FuncDecl)
			if !ok {
				continue
			}
			if n := fset.Position(f.End()).Line - fset.Position(f.Pos()).Line + 1; n > maxFunctionLines {
				t.Errorf("%s: %s has %d lines; at most %d", s.path, f.Name.Name, n, maxFunctionLines)
			}
			if f.Name.Name == "init" && f.Recv == nil {
				t.Errorf("%s: no init functions: say what runs where it runs", s.path)
			}
		}
	}
}

func TestEveryExportedNameIsDocumented(t *testing.T) {
	_, all := house(t)
	documented := map[string]bool{}
	for _, s := range all {
		if s.test {
			continue
		}
		dir := filepath.Dir(s.path)
		documented[dir] = documented[dir] || s.file.Doc != nil
		for _, name := range undocumented(s.file) {
			t.Errorf("%s: %s has no comment", s.path, name)
		}
	}
	for dir, ok := range documented {
		if !ok {
			t.Errorf("%s: no file of the package says what it is for", dir)
		}
	}
}

// undocumented lists the exported names of a file without a comment. A group
// of values may share one comment above it.
func undocumented(f *ast.File) []string {
	var names []string
	for _, decl := range f.Decls {
		switch d := decl.(type) {
		case *ast.FuncDecl:
			if d.Name.IsExported() && d.Doc == nil && exportedReceiver(d) && !wellKnown(d.Name.Name) {
				names = append(names, d.Name.Name)
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				switch s := spec.(type) {
				case *ast.TypeSpec:
					if s.Name.IsExported() && d.Doc == nil && s.Doc == nil {
						names = append(names, s.Name.Name)
					}
				case *ast.ValueSpec:
					if s.Names[0].IsExported() && d.Doc == nil && s.Doc == nil && s.Comment == nil {
						names = append(names, s.Names[0].Name)
					}
				}
			}
		}
	}
	return names
}

func exportedReceiver(f *ast.FuncDecl) bool {
	if f.Recv == nil {
		return true
	}
	t := f.Recv.List[0].Type
	if p, ok := t.(*ast.StarExpr); ok {
		t = p.X
	}
	id, ok := t.(*ast.Ident)
	return ok && id.IsExported()
}

// wellKnown names are methods of standard interfaces, whose meaning is given there.
func wellKnown(name string) bool {
	return slices.Contains([]string{"String", "Error", "Unwrap", "Len", "Less", "Swap", "ServeHTTP", "Close"}, name)
}

func TestNoRoomForEverything(t *testing.T) {
	_, all := house(t)
	for _, s := range all {
		for _, dir := range strings.Split(filepath.Dir(s.path), string(filepath.Separator)) {
			if slices.Contains([]string{"util", "utils", "common", "helpers", "models", "misc"}, dir) {
				t.Errorf("%s: %q says nothing of what is in it", s.path, dir)
			}
		}
	}
}
