package parse

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"griot/data"
	"griot/learn"
	"griot/text/lang"
)

// Model is the trained weights. It is not changed by use; many may share it.
type Model struct {
	lexicon *Lexicon
	known   int            // words
	names   map[string]fit // known in advance
	given   map[string]byte
	titles  map[string]bool
	bodies  map[string]bool
	regions map[string]bool   // provinces and well-known cities, by Normal
	pasts   map[string]string // irregular past forms and their verbs
	tags    []string          // "NOUN|NNS"
	feats   []string
	scripts []string
	rels    []string
	root    int            // the relation of roots
	kinds   []kind         // of the relations
	lemmas  map[int32]bool // known, by LemmaEntry

	vectors   []int8
	vector    int // width of a vector
	encoder   stack
	tower     *tower
	tagLayer  int // the recurrent layer that tags, features and lemmas are read from
	tag       *learn.Dense
	form      *learn.Dense // hidden units for features and lemmas
	feat      *learn.Dense
	lemma     *learn.Dense
	arc       *learn.Dense // dependent, then head
	bilinear  *learn.Dense
	reach     *learn.Dense // places of the head
	rel       *learn.Dense // dependent, then head
	relOut    *learn.Dense
	name      *learn.Dense
	nameOut   *learn.Dense
	gate      []int32 // the logistic function
	rootWords Row
	readers   sync.Pool // of *reader, whose buffers are used again
}

// Load reads the model that is part of the program.
func Load() (*Model, error) { return Read([]byte(data.CoreModel())) }

// Read makes a model of the bytes of a model file.
func Read(b []byte) (*Model, error) {
	f, err := learn.Parse(b)
	if err != nil {
		return nil, err
	}
	m := &Model{gate: logistic()}
	if err := errors.Join(m.readLists(f), m.readLayers(f)); err != nil {
		return nil, err
	}
	if err := m.readTables(); err != nil {
		return nil, err
	}
	if err := m.check(); err != nil {
		return nil, fmt.Errorf("parse: the model does not fit together: %w", err)
	}
	m.rootWords = m.lexicon.RootRow()
	return m, nil
}

// readTables reads what is known of words by rule.
func (m *Model) readTables() error {
	names, err1 := knownNames()
	before, err2 := readTitles()
	verbs, err3 := readVerbs()
	after, err4 := readBodies()
	english, err5 := lang.Of("en")
	regions, err6 := readRegions()
	if err := errors.Join(err1, err2, err3, err4, err5, err6); err != nil {
		return err
	}
	m.names, m.given, m.regions = names, english.Given, regions
	m.titles, m.pasts, m.bodies = titles(before), pasts(verbs), bodies(after)
	return nil
}

func (m *Model) readLists(f *learn.File) error {
	var words []string
	var errs []error
	for name, list := range map[string]*[]string{
		"words": &words, "tags": &m.tags, "feats": &m.feats, "scripts": &m.scripts, "rels": &m.rels,
	} {
		var err error
		*list, err = f.Strings(name)
		errs = append(errs, err)
	}
	gazette, err := f.Int32s("gazette")
	errs = append(errs, err)
	vectors, err := f.Int32s("vectors")
	errs = append(errs, err)
	m.lexicon, m.known = NewLexicon(words, gazette, vectors), len(words)
	lemmas, err := f.Int32s("lemmas")
	m.lemmas = make(map[int32]bool, len(lemmas))
	for _, l := range lemmas {
		m.lemmas[l] = true
	}
	errs = append(errs, err)
	return errors.Join(errs...)
}

func (m *Model) readLayers(f *learn.File) error {
	shape, err := f.Int32s("shape")
	if err != nil {
		return err
	}
	if len(shape) != 5 {
		return fmt.Errorf("parse: shape %v", shape)
	}
	m.tagLayer, m.vector = int(shape[3]), int(shape[4])
	var errs []error
	m.encoder, err = readStack(f, "", int(shape[0]), int(shape[2]))
	errs = append(errs, err)
	m.tower, err = readTower(f)
	errs = append(errs, err)
	m.vectors, err = f.Int8s("vector")
	errs = append(errs, err)
	for _, d := range []struct {
		name string
		at   **learn.Dense
	}{
		{"tag", &m.tag}, {"form", &m.form}, {"feat", &m.feat}, {"lemma", &m.lemma}, {"arc", &m.arc},
		{"bilinear", &m.bilinear}, {"reach", &m.reach}, {"rel", &m.rel}, {"rel.out", &m.relOut}, {"name", &m.name}, {"name.out", &m.nameOut},
	} {
		var err error
		*d.at, err = f.Dense(d.name)
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

// check tells whether the layers fit one another, so that no input can make
// them fail later.
func (m *Model) check() error {
	if m.tagLayer < 0 || m.tagLayer >= len(m.encoder.layers) {
		return fmt.Errorf("tags from layer %d of %d", m.tagLayer, len(m.encoder.layers))
	}
	if n := len(m.lexicon.vectors); len(m.vectors) != n*m.vector {
		return fmt.Errorf("%d words have %d numbers of vectors", n, len(m.vectors))
	}
	if err := errors.Join(m.encoder.check(m.vector, m.known), m.tower.check(m.vector, m.known)); err != nil {
		return err
	}
	state := m.encoder.state
	half := m.arc.Out / 2
	for _, d := range []struct {
		name    string
		l       *learn.Dense
		in, out int
	}{
		{"tag", m.tag, state, len(m.tags)},
		{"form", m.form, state, m.form.Out}, {"feat", m.feat, m.form.Out, len(m.feats)},
		{"lemma", m.lemma, m.form.Out, len(m.scripts)},
		{"arc", m.arc, state, 2 * half}, {"bilinear", m.bilinear, half, half}, {"reach", m.reach, state, Reaches},
		{"rel", m.rel, state, 2 * m.relOut.In}, {"rel.out", m.relOut, m.relOut.In, len(m.rels)},
		{"name", m.name, state, m.nameOut.In}, {"name.out", m.nameOut, m.nameOut.In, NameLabels},
	} {
		if d.l.In != d.in || d.l.Out != d.out {
			return fmt.Errorf("%s is %d×%d, not %d×%d", d.name, d.l.In, d.l.Out, d.in, d.out)
		}
	}
	if m.root = slices.Index(m.rels, "root"); m.root < 0 {
		return errors.New("no relation of roots")
	}
	for _, rel := range m.rels {
		m.kinds = append(m.kinds, kinds[rel])
	}
	for _, t := range m.tags {
		if !strings.Contains(t, "|") {
			return fmt.Errorf("tag %q", t)
		}
	}
	return nil
}
