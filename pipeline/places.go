package pipeline

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"griot/claim/where"
	"griot/intake"
)

// Places are places of the user's own, beside the gazetteer's.
type Places []where.Entry

// ReadPlaces reads the files of places in a folder: GeoNames dumps of countries
// (NE.txt) and CSV tables with the columns name, lat and lon. A folder that is
// not there holds none.
func ReadPlaces(dir string) (Places, error) {
	files, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var all Places
	for _, f := range files { // in the order of their names
		places, err := CheckPlaces(filepath.Join(dir, f.Name()))
		if err != nil {
			return nil, fmt.Errorf("%w; mend the file or take it out of %s", err, dir)
		}
		all = append(all, places...)
	}
	return all, nil
}

// CheckPlaces reads one file of places.
func CheckPlaces(path string) (Places, error) {
	f, err := intake.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return where.ReadPlaces(f, path)
}
