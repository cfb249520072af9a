package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"griot"
	"griot/face/alert"
	"griot/intake/fetch"
)

// forgetAfter is how many days an entry is remembered after a feed stopped
// listing it.
const forgetAfter = 400

// watchState is what a watch knows from before. It can be deleted: what is in the
// record is not added again, but alerts are told again.
type watchState struct {
	Sources map[string]*sourceState `json:"sources"` // by address or path
	Fired   alert.Fired             `json:"fired"`
	path    string
}

// sourceState is what is known of one feed or folder.
type sourceState struct {
	Mark    fetch.Mark         `json:"mark"`
	Entries map[string]entry   `json:"entries"` // by address or file name
	Files   map[string]version `json:"files"`   // by path
}

// entry is a report as a source last gave it.
type entry struct {
	Report string    `json:"report"` // its ID in the record
	Given  string    `json:"given"`  // ID of what the feed itself said
	Last   griot.Day `json:"last"`   // when the source listed it last
}

// version tells a file from what it was before.
type version struct {
	Size     int64 `json:"size"`
	Modified int64 `json:"modified"` // nanoseconds
}

// openState reads the state of a file; one that is not there is empty.
func openState(path string) (*watchState, error) {
	s := &watchState{path: path, Sources: map[string]*sourceState{}, Fired: alert.Fired{}}
	b, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(b, s); err != nil || s.Sources == nil || s.Fired == nil {
		return nil, fmt.Errorf("%s is not the state of a watch; name another with --state, or delete it (alerts will be told again)", path)
	}
	return s, nil
}

// of is the state of a source.
func (s *watchState) of(source string) *sourceState {
	known := s.Sources[source]
	if known == nil {
		known = &sourceState{}
		s.Sources[source] = known
	}
	if known.Entries == nil {
		known.Entries = map[string]entry{}
	}
	return known
}

// forget drops the entries that the source no longer lists.
func (s *sourceState) forget(today griot.Day) {
	for key, e := range s.Entries {
		if e.Last+forgetAfter < today {
			delete(s.Entries, key)
		}
	}
}

// save writes the state whole or not at all.
func (s *watchState) save() error {
	b, err := json.Marshal(s)
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(s.path), ".griot-watch-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // gone already when all went well
	_, err = f.Write(b)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), s.path)
}
