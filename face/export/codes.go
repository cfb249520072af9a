package export

import (
	"encoding/csv"
	"io"
	"iter"
	"strconv"
	"strings"

	"griot"
	"griot/data"
)

// codes translate griot's types and countries into those of other data sets.
type codes struct {
	countries map[string]data.Country
	cameo     map[string]data.CAMEO
	acled     map[string][2]string
}

func loadCodes() (c codes, err error) {
	if c.countries, err = data.Countries(); err != nil {
		return c, err
	}
	if c.cameo, err = data.CAMEOCodes(); err != nil {
		return c, err
	}
	c.acled, err = data.ACLEDTypes()
	return c, err
}

// country is the country that an event took place in, its zero value when unknown.
func (c *codes) country(e *griot.Event) data.Country {
	if e.Where == nil {
		return data.Country{}
	}
	return c.countries[e.Where.Country]
}

// byMode finds the row for a type in a mode, else for the type alone.
func byMode[T any](table map[string]T, t griot.Type, mode string) (T, bool) {
	if v, ok := table[string(t)+" "+mode]; ok {
		return v, true
	}
	v, ok := table[string(t)+" "]
	return v, ok
}

// cast is the first of an event's actors and the first of its recipients; the
// second of two sides that fight or meet stands as the recipient.
func cast(e *griot.Event) (actor, recipient griot.Actor) {
	if len(e.Actors) > 0 {
		actor = e.Actors[0]
	}
	if len(e.Recipients) > 0 {
		recipient = e.Recipients[0]
	} else if len(e.Actors) > 1 {
		recipient = e.Actors[1]
	}
	return actor, recipient
}

// split is the country (or domain) and the sector of an actor's code.
func split(code string) (country, sector string) {
	country, sector, _ = strings.Cut(code, " ")
	return country, sector
}

// number makes a stable positive number of an ID, for formats that want one.
func number(id string) string {
	_, hex, _ := strings.Cut(id, "_")
	n, err := strconv.ParseUint(hex, 16, 64)
	if err != nil {
		return "0"
	}
	return strconv.FormatUint(n>>12, 10) // 52 bits, which every reader of numbers keeps exact
}

// day is the day an event is filed under: its first, else the day it was told.
func day(e *griot.Event) griot.Day {
	if e.When.From.Known() {
		return e.When.From
	}
	if e.When.To.Known() {
		return e.When.To
	}
	return e.FirstReported
}

// deaths are the fewest, the most and the best of the numbers of killed. Open
// and approximate amounts count with the number that the words name.
func deaths(e *griot.Event) (low, best, high int64, told bool) {
	for _, f := range e.Figures {
		if f.Of != "killed" {
			continue
		}
		top := f.Max
		if top < 0 {
			top = f.Min
		}
		if !told {
			low, best, high, told = f.Min, f.Min, top, true
			continue
		}
		low, high = min(low, f.Min), max(high, top)
	}
	return low, best, high, told
}

// sources are the outlets and refs behind an event, in the order of its claims.
func sources(k *griot.Known, e *griot.Event) (outlets, urls []string) {
	seen := map[string]bool{}
	for _, id := range e.Claims {
		c := k.Claim(id)
		if c == nil || seen[c.Report] {
			continue
		}
		seen[c.Report] = true
		outlets = append(outlets, first(c.Outlet, c.Ref))
		if r := k.Report(c.Report); r != nil {
			urls = append(urls, first(r.URL, "urn:griot:"+r.ID))
		}
	}
	return outlets, urls
}

// first is the first of the strings that is not empty.
func first(all ...string) string {
	for _, s := range all {
		if s != "" {
			return s
		}
	}
	return ""
}

// notes are the sentences behind an event, up to three.
func notes(k *griot.Known, e *griot.Event) string {
	var all []string
	for _, id := range e.Claims {
		if c := k.Claim(id); c != nil && len(all) < 3 {
			all = append(all, oneLine(k.Sentence(c)))
		}
	}
	return strings.Join(all, " | ")
}

// oneLine makes white space single and takes out control characters.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// writeTable writes CSV: the lines above, then the row of each event, of which
// nil leaves the event out.
func writeTable(w io.Writer, above [][]string, events iter.Seq2[griot.Event, error], row func(*griot.Event) []string) error {
	out := csv.NewWriter(w)
	if err := out.WriteAll(above); err != nil {
		return err
	}
	for e, err := range events {
		if err != nil {
			return err
		}
		fields := row(&e)
		if fields == nil {
			continue
		}
		if err := out.Write(fields); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}
