package export

import (
	"encoding/json"
	"io"
	"iter"

	"griot"
)

// polecatEvent has the fields of POLECAT, the political event data set coded
// with PLOVER (Halterman et al. 2023), one JSON object a line.
type polecatEvent struct {
	EventID     string         `json:"event_id"`
	EventDate   griot.Day      `json:"event_date"`
	EventType   griot.Type     `json:"event_type"`
	EventMode   string         `json:"event_mode"`
	Intensity   float64        `json:"intensity"`
	QuadCode    int            `json:"quad_code"`
	Contexts    []string       `json:"contexts"`
	Status      griot.Status   `json:"status"`     // PLOVER's auxiliary marks: future, hypothetical, negation
	Historical  bool           `json:"historical"` // and historical
	Actors      []polecatActor `json:"actors"`
	Recipients  []polecatActor `json:"recipients"`
	Location    *griot.Place   `json:"location"`
	Sources     []string       `json:"sources"`
	Published   griot.Day      `json:"publication_date"`
	Text        string         `json:"text"`
	NumReports  int            `json:"num_reports"`
	Independent int            `json:"num_independent"`
}

type polecatActor struct {
	Name    string `json:"name"`
	Country string `json:"country"`
	Sector  string `json:"sector"`
	Text    string `json:"text"`
}

func writePolecat(w io.Writer, k *griot.Known, events iter.Seq2[griot.Event, error]) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for e, err := range events {
		if err != nil {
			return err
		}
		_, urls := sources(k, &e)
		row := polecatEvent{EventID: e.ID, EventDate: day(&e), EventType: e.Type, EventMode: e.Mode, Intensity: e.Scale, QuadCode: e.Quad,
			Contexts: e.Contexts, Status: e.Status, Historical: e.Background, Actors: polecatActors(e.Actors), Recipients: polecatActors(e.Recipients),
			Location: e.Where, Sources: urls, Published: e.FirstReported, Text: notes(k, &e), NumReports: e.Reports, Independent: e.Independent}
		if err := enc.Encode(row); err != nil {
			return err
		}
	}
	return nil
}

func polecatActors(actors []griot.Actor) []polecatActor {
	all := []polecatActor{}
	for _, a := range actors {
		country, sector := split(a.Code)
		all = append(all, polecatActor{a.Name, country, sector, a.Words})
	}
	return all
}
