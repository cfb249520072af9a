package main

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// progress is how far a training has come.
type progress struct {
	Epoch, Step int
	Shape       shape
}

// save writes the state of the training, whole or not at all.
func (t *trainer) save() error {
	path := filepath.Join(t.out, "checkpoint")
	f, err := os.Create(path + ".new")
	if err != nil {
		return err
	}
	t.Shape = t.shape()
	if err := errors.Join(t.write(f), f.Close()); err != nil {
		return err
	}
	return os.Rename(path+".new", path)
}

func (t *trainer) shape() shape { return t.net.shape }

func (t *trainer) write(w io.Writer) error {
	head, err := json.Marshal(t.progress)
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(w, "%s\n", head); err != nil {
		return err
	}
	for _, p := range t.params {
		for _, x := range [][]float32{p.w, p.m, p.v, p.mean} {
			if err := binary.Write(w, binary.LittleEndian, x); err != nil {
				return err
			}
		}
	}
	return nil
}

// resume goes on from the checkpoint, if there is one.
func (t *trainer) resume() error {
	f, err := os.Open(filepath.Join(t.out, "checkpoint"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close()
	head, err := readLine(f)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(head, &t.progress); err != nil {
		return fmt.Errorf("checkpoint: %w", err)
	}
	if t.Shape != t.shape() {
		return fmt.Errorf("the checkpoint is of another shape: %+v", t.Shape)
	}
	for _, p := range t.params {
		for _, x := range [][]float32{p.w, p.m, p.v, p.mean} {
			if err := binary.Read(f, binary.LittleEndian, x); err != nil {
				return fmt.Errorf("checkpoint: %w", err)
			}
		}
	}
	for _, p := range t.params {
		p.stale = true
	}
	fmt.Printf("going on after epoch %d\n", t.Epoch)
	return nil
}

// readLine reads up to a line break and not a byte more.
func readLine(r io.Reader) ([]byte, error) {
	var line []byte
	b := make([]byte, 1)
	for {
		if _, err := io.ReadFull(r, b); err != nil {
			return nil, err
		}
		if b[0] == '\n' {
			return line, nil
		}
		line = append(line, b[0])
	}
}
