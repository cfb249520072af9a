package export

import (
	"encoding/json"
	"io"
	"iter"
	"strings"

	"griot"
)

// ftmEntity is an entity of FollowTheMoney, one JSON object a line: events, and
// the persons and organisations that take part in them. Every property is a list
// of strings.
type ftmEntity struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"` // encoding/json sorts the names
}

func writeFTM(w io.Writer, k *griot.Known, events iter.Seq2[griot.Event, error]) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	kinds := map[string]string{}
	for i := range k.Actors {
		kinds[k.Actors[i].ID] = k.Actors[i].Kind
	}
	written := map[string]bool{}
	for e, err := range events {
		if err != nil {
			return err
		}
		for _, a := range append(append([]griot.Actor{}, e.Actors...), e.Recipients...) {
			if written[a.ID] || a.ID == "" {
				continue
			}
			written[a.ID] = true
			if err := enc.Encode(ftmActor(a, kinds[a.ID])); err != nil {
				return err
			}
		}
		if err := enc.Encode(ftmEvent(k, &e)); err != nil {
			return err
		}
	}
	return nil
}

func ftmActor(a griot.Actor, kind string) ftmEntity {
	schema := "LegalEntity"
	switch kind {
	case "person":
		schema = "Person"
	case "organisation", "group", "office":
		schema = "Organization"
	}
	p := map[string][]string{}
	put(p, "name", oneLine(a.Name))
	put(p, "notes", a.Code)
	return ftmEntity{a.ID, schema, p}
}

func ftmEvent(k *griot.Known, e *griot.Event) ftmEntity {
	p := map[string][]string{}
	put(p, "name", oneLine(e.Title))
	put(p, "summary", notes(k, e))
	put(p, "startDate", e.When.From.String())
	put(p, "endDate", e.When.To.String())
	put(p, "recordId", e.ID)
	put(p, "keywords", string(e.Type))
	put(p, "keywords", e.Mode)
	put(p, "keywords", string(e.Status))
	if e.Where != nil {
		put(p, "location", e.Where.Name)
		put(p, "country", strings.ToLower(e.Where.Country))
	}
	for _, a := range append(append([]griot.Actor{}, e.Actors...), e.Recipients...) {
		put(p, "involved", a.ID)
	}
	outlets, urls := sources(k, e)
	for i := range outlets {
		put(p, "publisher", outlets[i])
		put(p, "sourceUrl", web(urls[i]))
	}
	return ftmEntity{e.ID, "Event", p}
}

// put adds a value to a property, once, unless it is empty.
func put(p map[string][]string, name, value string) {
	if value == "" {
		return
	}
	for _, v := range p[name] {
		if v == value {
			return
		}
	}
	p[name] = append(p[name], value)
}
