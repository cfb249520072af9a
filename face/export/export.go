// Package export writes the events of a record in the formats that analysts'
// other tools read. Each format is one file here and one row in Formats.
package export

import (
	"fmt"
	"io"
	"iter"
	"strings"

	"griot"
)

// Format is one way to write events.
type Format struct {
	Name  string
	About string
	// Write writes the events; k gives the claims, reports and ledgers beside them.
	Write func(w io.Writer, k *griot.Known, events iter.Seq2[griot.Event, error]) error
}

// Formats lists every format.
func Formats() []Format {
	return []Format{
		{"jsonl", "one JSON object an event, as griot events --format jsonl", writeJSONL},
		{"csv", "a table of events", writeCSV},
		{"acled", "ACLED's columns", writeACLED},
		{"gdelt", "GDELT 2.0 events, tab-separated, no header", writeGDELT},
		{"ucdp", "UCDP GED's columns: attacks with deaths, low, best and high", writeUCDP},
		{"polecat", "PLOVER events with POLECAT's fields, JSON Lines", writePolecat},
		{"geojson", "events as points with their radius (RFC 7946)", writeGeoJSON},
		{"kml", "events as placemarks (KML 2.2)", writeKML},
		{"timelinejs", "a TimelineJS 3 story", writeTimelineJS},
		{"ical", "expectations with a day, as a calendar (RFC 5545)", writeICal},
		{"webannotation", "claims as W3C Web Annotations with PROV, JSON-LD", writeWebAnnotation},
		{"stix", "a STIX 2.1 bundle", writeSTIX},
		{"ftm", "FollowTheMoney entities, JSON Lines", writeFTM},
		{"graphml", "who to whom, as a network", writeGraphML},
		{"hxl", "a table with HXL tags", writeHXL},
		{"parquet", "a Parquet file", writeParquet},
		{"md", "the brief in Markdown", writeMarkdown},
		{"html", "the brief as one page", writeHTML},
	}
}

// Find is the format with a name.
func Find(name string) (Format, error) {
	var names []string
	for _, f := range Formats() {
		if f.Name == name {
			return f, nil
		}
		names = append(names, f.Name)
	}
	return Format{}, fmt.Errorf("there is no export %q; there are %s", name, strings.Join(names, ", "))
}

// Events yields the events that a query lets through.
func Events(k *griot.Known, q griot.Query) iter.Seq2[griot.Event, error] {
	return func(yield func(griot.Event, error) bool) {
		for i := range k.Events {
			if q.Event(&k.Events[i]) && !yield(k.Events[i], nil) {
				return
			}
		}
	}
}
