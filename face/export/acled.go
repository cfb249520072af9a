package export

import (
	"io"
	"iter"
	"strconv"
	"strings"

	"griot"
)

// acledColumns are the columns of ACLED's event files (ACLED Codebook 2023).
var acledColumns = []string{"event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
	"actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting",
	"iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision",
	"source", "source_scale", "notes", "fatalities", "tags", "timestamp"}

// writeACLED writes events in ACLED's columns. Only types that ACLED records,
// and acts that are said to have happened on a known day, are written.
// fatalities is the lowest number that a source gives, 0 when none does, as
// ACLED counts them.
func writeACLED(w io.Writer, k *griot.Known, events iter.Seq2[griot.Event, error]) error {
	c, err := loadCodes()
	if err != nil {
		return err
	}
	return writeTable(w, [][]string{acledColumns}, events, func(e *griot.Event) []string { return c.acledRow(k, e) })
}

func (c *codes) acledRow(k *griot.Known, e *griot.Event) []string {
	kind, ok := byMode(c.acled, e.Type, e.Mode)
	if !ok || !e.When.Known() || !e.Status.Real() {
		return nil
	}
	country := c.country(e)
	actor, recipient := cast(e)
	if isCivilian(recipient) && kind[0] == "Battles" {
		kind = [2]string{"Violence against civilians", "Attack"}
	}
	low, _, _, _ := deaths(e)
	outlets, _ := sources(k, e)
	year, _, _ := day(e).Date()
	p := griot.Place{}
	if e.Where != nil {
		p = *e.Where
	}
	targeting := ""
	if isCivilian(recipient) {
		targeting = "Civilian targeting"
	}
	return []string{country.ISO3 + number(e.ID), day(e).String(), strconv.Itoa(year), timePrecision(e.When), disorder(kind[0]), kind[0], kind[1],
		actor.Name, rest(e.Actors), inter(actor), recipient.Name, rest(e.Recipients), inter(recipient), "", targeting,
		country.Numeric, continents[country.Continent], country.Name, p.Admin1, "", "", p.Name, coordinate(&p, p.Lat), coordinate(&p, p.Lon), geoPrecision(e.Where),
		strings.Join(outlets, "; "), "", notes(k, e), strconv.FormatInt(low, 10), strings.Join(e.Contexts, "; "), strconv.FormatInt(e.LastReported.Time().Unix(), 10)}
}

var continents = map[string]string{"AF": "Africa", "AN": "Antarctica", "AS": "Asia", "EU": "Europe", "NA": "North America", "OC": "Oceania", "SA": "South America"}

func isCivilian(a griot.Actor) bool {
	_, sector := split(a.Code)
	switch sector {
	case "CVL", "REF", "JRN", "EDU", "MED", "LAB", "AGR":
		return true
	}
	return false
}

// inter is ACLED's kind of actor.
func inter(a griot.Actor) string {
	_, sector := split(a.Code)
	switch sector {
	case "MIL", "COP", "GOV", "SPY", "JUD", "LEG":
		return "State forces"
	case "REB", "UAF":
		return "Rebel group"
	case "PRM":
		return "Political militia"
	}
	if a.Name == "" {
		return ""
	}
	if isCivilian(a) {
		return "Civilians"
	}
	return "External/Other forces"
}

func disorder(eventType string) string {
	switch eventType {
	case "Protests":
		return "Demonstrations"
	case "Riots":
		return "Demonstrations; Political violence"
	case "Strategic developments":
		return "Strategic developments"
	}
	return "Political violence"
}

// timePrecision is 1 for a day, 2 for a week, 3 for anything wider.
func timePrecision(i griot.Interval) string {
	switch {
	case i.From == i.To:
		return "1"
	case i.From.Known() && i.To.Known() && i.To-i.From < 7:
		return "2"
	}
	return "3"
}

// geoPrecision is 1 for a town, 2 for its surroundings, 3 for a region or more.
func geoPrecision(p *griot.Place) string {
	switch {
	case p == nil || p.RadiusKm > 60:
		return "3"
	case p.RadiusKm > 15:
		return "2"
	}
	return "1"
}

// rest names the participants after the first.
func rest(actors []griot.Actor) string {
	if len(actors) < 2 {
		return ""
	}
	return join(actors[1:], name)
}
