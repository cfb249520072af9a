package export

import (
	"encoding/json"
	"io"
	"iter"
	"strconv"
	"strings"

	"griot"
	"griot/face/brief"
)

func writeJSONL(w io.Writer, _ *griot.Known, events iter.Seq2[griot.Event, error]) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for e, err := range events {
		if err != nil {
			return err
		}
		if err := enc.Encode(e); err != nil {
			return err
		}
	}
	return nil
}

// csvColumns are the columns of the table of events, in order.
var csvColumns = []string{"id", "from", "to", "type", "mode", "quad", "scale", "status", "background", "actors", "actor_codes", "recipients", "recipient_codes",
	"place", "country", "admin1", "lat", "lon", "radius_km", "figures", "reports", "independent", "first_reported", "last_reported", "contested", "title"}

func writeCSV(w io.Writer, _ *griot.Known, events iter.Seq2[griot.Event, error]) error {
	return writeTable(w, [][]string{csvColumns}, events, csvRow)
}

func csvRow(e *griot.Event) []string {
	p := griot.Place{}
	if e.Where != nil {
		p = *e.Where
	}
	var figures, slots []string
	for _, f := range e.Figures {
		figures = append(figures, f.Words)
	}
	for _, d := range e.Disputes {
		slots = append(slots, d.Slot)
	}
	return []string{e.ID, e.When.From.String(), e.When.To.String(), string(e.Type), e.Mode, strconv.Itoa(e.Quad), decimal(e.Scale), string(e.Status), strconv.FormatBool(e.Background),
		join(e.Actors, name), join(e.Actors, code), join(e.Recipients, name), join(e.Recipients, code),
		p.Name, p.Country, p.Admin1, coordinate(&p, p.Lat), coordinate(&p, p.Lon), coordinate(&p, p.RadiusKm),
		strings.Join(figures, "; "), strconv.Itoa(e.Reports), strconv.Itoa(e.Independent), e.FirstReported.String(), e.LastReported.String(), strings.Join(slots, "; "), e.Title}
}

func name(a *griot.Actor) string { return a.Name }
func code(a *griot.Actor) string { return a.Code }

func join(actors []griot.Actor, part func(*griot.Actor) string) string {
	var parts []string
	for i := range actors {
		parts = append(parts, part(&actors[i]))
	}
	return strings.Join(parts, "; ")
}

func decimal(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// located tells whether a place has a point.
func located(p *griot.Place) bool { return p != nil && (p.Lat != 0 || p.Lon != 0) }

// coordinate is a number of a place with a point, "" for one without.
func coordinate(p *griot.Place, v float64) string {
	if !located(p) {
		return ""
	}
	return decimal(v)
}

// feature is a GeoJSON feature (RFC 7946). An event without a point has a null
// geometry, which the RFC allows for what is unlocated.
type feature struct {
	Type       string     `json:"type"`
	ID         string     `json:"id"`
	Geometry   *point     `json:"geometry"`
	Properties properties `json:"properties"`
}

// properties are the event, and once more in plain columns what a map is
// filtered, timed and labelled by.
type properties struct {
	griot.Event
	From     griot.Day `json:"from"`
	To       griot.Day `json:"to"`
	Place    *string   `json:"place"`
	Country  *string   `json:"country"`
	RadiusKm *float64  `json:"radius_km"`
}

type point struct {
	Type        string     `json:"type"`
	Coordinates [2]float64 `json:"coordinates"` // longitude, latitude
}

func writeGeoJSON(w io.Writer, _ *griot.Known, events iter.Seq2[griot.Event, error]) error {
	sep := `{"type":"FeatureCollection","features":[` + "\n"
	for e, err := range events {
		if err != nil {
			return err
		}
		f := feature{Type: "Feature", ID: e.ID, Properties: properties{Event: e, From: e.When.From, To: e.When.To}}
		if w := e.Where; w != nil {
			f.Properties.Place, f.Properties.Country, f.Properties.RadiusKm = &w.Name, &w.Country, &w.RadiusKm
		}
		if located(e.Where) {
			f.Geometry = &point{"Point", [2]float64{e.Where.Lon, e.Where.Lat}}
		}
		b, err := json.Marshal(f)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(w, sep+string(b)); err != nil {
			return err
		}
		sep = ",\n"
	}
	if strings.HasPrefix(sep, "{") {
		sep = strings.TrimSpace(sep)
	} else {
		sep = ""
	}
	_, err := io.WriteString(w, sep+"\n]}\n")
	return err
}

func writeMarkdown(w io.Writer, k *griot.Known, events iter.Seq2[griot.Event, error]) error {
	return writeBrief(w, k, events, "md")
}

func writeHTML(w io.Writer, k *griot.Known, events iter.Seq2[griot.Event, error]) error {
	return writeBrief(w, k, events, "html")
}

// writeBrief writes a brief of the events alone.
func writeBrief(w io.Writer, k *griot.Known, events iter.Seq2[griot.Event, error], format string) error {
	d := k.Derived
	d.Events = nil
	for e, err := range events {
		if err != nil {
			return err
		}
		d.Events = append(d.Events, e)
	}
	return brief.Write(w, griot.NewKnown(k.Readings, d), brief.Options{Format: format, Max: max(brief.DefaultMax, len(d.Events))})
}
