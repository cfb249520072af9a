package export

import (
	"encoding/xml"
	"io"
	"iter"

	"griot"
)

// kmlFile is the part of KML 2.2 (OGC 07-147r2) that events need.
type kmlFile struct {
	XMLName  xml.Name    `xml:"http://www.opengis.net/kml/2.2 kml"`
	Document kmlDocument `xml:"Document"`
}

type kmlDocument struct {
	Name       string         `xml:"name"`
	Placemarks []kmlPlacemark `xml:"Placemark"`
}

type kmlPlacemark struct {
	ID          string    `xml:"id,attr"`
	Name        string    `xml:"name"`
	Description string    `xml:"description"`
	Span        *kmlSpan  `xml:"TimeSpan"`
	Data        []kmlData `xml:"ExtendedData>Data"`
	Point       *kmlPoint `xml:"Point"`
}

type kmlSpan struct {
	Begin string `xml:"begin,omitempty"`
	End   string `xml:"end,omitempty"`
}

type kmlData struct {
	Name  string `xml:"name,attr"`
	Value string `xml:"value"`
}

type kmlPoint struct {
	Coordinates string `xml:"coordinates"` // longitude,latitude
}

// writeKML writes one placemark an event; events without a place have no point.
func writeKML(w io.Writer, k *griot.Known, events iter.Seq2[griot.Event, error]) error {
	file := kmlFile{Document: kmlDocument{Name: "griot"}}
	for e, err := range events {
		if err != nil {
			return err
		}
		p := kmlPlacemark{ID: e.ID, Name: legal(e.Title), Description: legal(notes(k, &e)), Data: []kmlData{
			{"type", string(e.Type)}, {"mode", e.Mode}, {"status", string(e.Status)}, {"actors", legal(join(e.Actors, name))}, {"recipients", legal(join(e.Recipients, name))},
		}}
		if e.When.Known() {
			p.Span = &kmlSpan{e.When.From.String(), e.When.To.String()}
		}
		if located(e.Where) {
			p.Point = &kmlPoint{decimal(e.Where.Lon) + "," + decimal(e.Where.Lat)}
			p.Data = append(p.Data, kmlData{"place", legal(e.Where.Name)}, kmlData{"radius_km", decimal(e.Where.RadiusKm)})
		}
		file.Document.Placemarks = append(file.Document.Placemarks, p)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", " ")
	if err := enc.Encode(file); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// legal is text without the characters that XML 1.0 forbids.
func legal(s string) string { return oneLine(s) }
