package export

import (
	"crypto/sha1" // RFC 4122 asks for it in names of version 5
	"encoding/hex"
	"encoding/json"
	"io"
	"iter"
	"net/url"
	"strings"

	"griot"
)

// stixBundle is a bundle of STIX 2.1 objects (OASIS Standard, 10 June 2021):
// an incident for each event, an identity for each actor, a location for each
// place, and relationships between them. IDs are UUIDs of version 5 of griot's
// IDs; times are the days on which reports first and last told of the event.
type stixBundle struct {
	Type    string       `json:"type"`
	ID      string       `json:"id"`
	Objects []stixObject `json:"objects"`
}

// stixObject has the properties of the kinds of object that are written.
type stixObject struct {
	Type         string          `json:"type"`
	SpecVersion  string          `json:"spec_version"`
	ID           string          `json:"id"`
	Created      string          `json:"created"`
	Modified     string          `json:"modified"`
	Name         string          `json:"name,omitempty"`
	Description  string          `json:"description,omitempty"`
	Class        string          `json:"identity_class,omitempty"`
	Country      string          `json:"country,omitempty"`
	Area         string          `json:"administrative_area,omitempty"`
	Latitude     *float64        `json:"latitude,omitempty"`
	Longitude    *float64        `json:"longitude,omitempty"`
	Relationship string          `json:"relationship_type,omitempty"`
	Source       string          `json:"source_ref,omitempty"`
	Target       string          `json:"target_ref,omitempty"`
	Labels       []string        `json:"labels,omitempty"`
	References   []stixReference `json:"external_references,omitempty"`
}

type stixReference struct {
	SourceName  string `json:"source_name"`
	URL         string `json:"url,omitempty"`
	Description string `json:"description,omitempty"`
}

func writeSTIX(w io.Writer, k *griot.Known, events iter.Seq2[griot.Event, error]) error {
	s := &stixWriter{k: k, seen: map[string]bool{}, bundle: stixBundle{Type: "bundle", ID: "bundle--" + uuid("bundle"), Objects: []stixObject{}}}
	for e, err := range events {
		if err != nil {
			return err
		}
		s.event(&e)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(s.bundle)
}

type stixWriter struct {
	k      *griot.Known
	seen   map[string]bool
	bundle stixBundle
}

// epoch stands for times that are not known; STIX has no way to leave them out.
const epoch = "1970-01-01T00:00:00.000Z"

func stamp(d griot.Day) string {
	if !d.Known() {
		return epoch
	}
	return d.String() + "T00:00:00.000Z"
}

// add adds an object once and returns its ID.
func (s *stixWriter) add(kind, key string, o stixObject) string {
	o.Type, o.SpecVersion, o.ID = kind, "2.1", kind+"--"+uuid(key)
	if o.Created == "" {
		o.Created, o.Modified = epoch, epoch
	}
	if !s.seen[o.ID] {
		s.seen[o.ID] = true
		s.bundle.Objects = append(s.bundle.Objects, o)
	}
	return o.ID
}

func (s *stixWriter) event(e *griot.Event) {
	outlets, urls := sources(s.k, e)
	var refs []stixReference
	for i := range outlets {
		refs = append(refs, stixReference{SourceName: outlets[i], URL: web(urls[i]), Description: "reported it"})
	}
	incident := s.add("incident", e.ID, stixObject{Name: oneLine(e.Title), Description: notes(s.k, e), Labels: []string{string(e.Type), string(e.Status)},
		Created: stamp(e.FirstReported), Modified: stamp(e.LastReported), References: refs})
	for _, a := range e.Actors {
		s.relate(incident, "attributed-to", s.actor(a), e)
	}
	for _, a := range e.Recipients {
		s.relate(incident, "targets", s.actor(a), e)
	}
	if located(e.Where) {
		p := e.Where
		place := s.add("location", p.Name+"/"+p.Country+"/"+decimal(p.Lat)+"/"+decimal(p.Lon), stixObject{Name: first(oneLine(p.Name), "unnamed place"),
			Country: p.Country, Area: p.Admin1, Latitude: &p.Lat, Longitude: &p.Lon})
		s.relate(incident, "located-at", place, e)
	}
}

// web is an address that can be followed, else "".
func web(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}

func (s *stixWriter) actor(a griot.Actor) string {
	class := "group"
	country, _ := split(a.Code)
	switch country {
	case "IGO", "UNO", "EUR", "NGO", "MNC":
		class = "organization"
	}
	return s.add("identity", a.ID, stixObject{Name: first(oneLine(a.Name), "unnamed"), Class: class})
}

func (s *stixWriter) relate(source, kind, target string, e *griot.Event) {
	s.add("relationship", source+kind+target, stixObject{Relationship: kind, Source: source, Target: target,
		Created: stamp(e.FirstReported), Modified: stamp(e.LastReported)})
}

// griotNamespace is the UUID under which griot's names lie.
var griotNamespace = [16]byte{0x67, 0x72, 0x69, 0x6f, 0x74, 0x2d, 0x4b, 0x65, 0x8e, 0x70, 0x65, 0x72, 0x2d, 0x72, 0x65, 0x63}

// uuid is the UUID of version 5 (RFC 4122) of a name.
func uuid(name string) string {
	h := sha1.New()
	h.Write(griotNamespace[:])
	h.Write([]byte(name))
	u := h.Sum(nil)[:16]
	u[6] = u[6]&0x0f | 0x50
	u[8] = u[8]&0x3f | 0x80
	x := hex.EncodeToString(u)
	return x[:8] + "-" + x[8:12] + "-" + x[12:16] + "-" + x[16:20] + "-" + x[20:]
}
