package table

import (
	"context"
	"iter"
	"slices"
	"strconv"
	"strings"

	"griot"
)

// events shows what happened, as all reports together tell it.
func events() Table {
	type row = griot.Event
	return Table{Name: "events", About: "what happened, each event once, with all who report it",
		rows: fromView(griot.Events, func(d *griot.Derived) []row { return d.Events }),
		columns: []column{
			narrow("id", func(e *row) string { return e.ID }),
			narrow("when", func(e *row) string { return days(e.When) }),
			narrow("type", func(e *row) string { return string(e.Type) }),
			wide("mode", func(e *row) string { return e.Mode }),
			wide("quad", func(e *row) string { return strconv.Itoa(e.Quad) }),
			wide("scale", func(e *row) string { return strconv.FormatFloat(e.Scale, 'f', -1, 64) }),
			narrow("status", func(e *row) string { return string(e.Status) }),
			wide("background", func(e *row) string { return strconv.FormatBool(e.Background) }),
			wide("actors", func(e *row) string { return names(e.Actors) }),
			wide("actor_codes", func(e *row) string { return codes(e.Actors) }),
			wide("recipients", func(e *row) string { return names(e.Recipients) }),
			wide("recipient_codes", func(e *row) string { return codes(e.Recipients) }),
			narrow("where", func(e *row) string { return placeName(e.Where) }),
			wide("lat", func(e *row) string { return coordinate(e.Where, func(p *griot.Place) float64 { return p.Lat }) }),
			wide("lon", func(e *row) string { return coordinate(e.Where, func(p *griot.Place) float64 { return p.Lon }) }),
			wide("figures", func(e *row) string { return amounts(e.Figures) }),
			narrow("reports", func(e *row) string { return strconv.Itoa(e.Reports) }),
			narrow("independent", func(e *row) string { return strconv.Itoa(e.Independent) }),
			wide("first_reported", func(e *row) string { return e.FirstReported.String() }),
			wide("last_reported", func(e *row) string { return e.LastReported.String() }),
			wide("contested", func(e *row) string { return slots(e.Disputes) }),
			wide("claims", func(e *row) string { return strings.Join(e.Claims, "; ") }),
			narrow("title", func(e *row) string { return e.Title }),
		}}
}

func slots(disputes []griot.Dispute) string {
	var all []string
	for _, d := range disputes {
		all = append(all, d.Slot)
	}
	return strings.Join(all, "; ")
}

// expectations shows what was announced, threatened or demanded.
func expectations() Table {
	type row = griot.Expectation
	return Table{Name: "expectations", About: "what was announced, threatened or demanded, and what became of it",
		rows: fromView(griot.Expectations, func(d *griot.Derived) []row { return d.Expectations }),
		columns: []column{
			narrow("id", func(x *row) string { return x.ID }),
			narrow("kind", func(x *row) string { return x.Kind }),
			narrow("status", func(x *row) string { return x.Status }),
			narrow("who", func(x *row) string { return x.Who }),
			narrow("what", func(x *row) string { return x.What }),
			wide("type", func(x *row) string { return string(x.Type) }),
			narrow("by", func(x *row) string { return days(x.By) }),
			wide("condition", func(x *row) string { return x.Condition }),
			wide("claim", func(x *row) string { return x.Claim }),
			wide("resolved_by", func(x *row) string { return x.ResolvedBy }),
			wide("reason", func(x *row) string { return x.Reason }),
			narrow("quote", func(x *row) string { return x.Quote }),
		}}
}

// states shows what holds on the day asked about.
func states() Table {
	type row = griot.Holding
	return Table{Name: "state", About: "what holds on a day: offices, detentions, borders, sanctions, forces",
		rows: fromView(griot.Holdings, func(d *griot.Derived) []row { return d.Holdings }),
		columns: []column{
			narrow("subject", func(h *row) string { return h.Subject }),
			narrow("property", func(h *row) string { return h.Property }),
			narrow("value", func(h *row) string { return h.Value }),
			narrow("since", func(h *row) string { return days(h.Since) }),
			narrow("until", func(h *row) string {
				if h.Until == nil {
					return ""
				}
				return days(*h.Until)
			}),
			narrow("contested", func(h *row) string { return strconv.FormatBool(h.Contested) }),
			wide("claims", func(h *row) string { return strings.Join(h.Claims, "; ") }),
			wide("rule", func(h *row) string { return h.Rule }),
			wide("id", func(h *row) string { return h.ID }),
		}}
}

// actors shows who takes part.
func actors() Table {
	type row = griot.ActorEntry
	return Table{Name: "actors", About: "who takes part, by what names, in what roles",
		rows: fromView(griot.Actors, func(d *griot.Derived) []row { return d.Actors }),
		columns: []column{
			narrow("id", func(a *row) string { return a.ID }),
			narrow("name", func(a *row) string { return a.Name }),
			narrow("kind", func(a *row) string { return a.Kind }),
			narrow("code", func(a *row) string { return a.Code }),
			narrow("claims", func(a *row) string { return strconv.Itoa(a.Claims) }),
			narrow("statements", func(a *row) string { return strconv.Itoa(a.Statements) }),
			narrow("roles", func(a *row) string { return roles(a.Roles) }),
			narrow("aliases", func(a *row) string { return strings.Join(a.Aliases, "; ") }),
			wide("why", func(a *row) string { return strings.Join(a.Why, "; ") }),
		}}
}

func roles(all []griot.Role) string {
	var parts []string
	for _, r := range all {
		s := r.Role
		if r.Of != "" {
			s += " of " + r.Of
		}
		if !slices.Contains(parts, s) {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, "; ")
}

// places shows where things happen.
func places() Table {
	type row = griot.PlaceEntry
	return Table{Name: "places", About: "where things happen",
		rows: fromView(griot.Places, func(d *griot.Derived) []row { return d.Places }),
		columns: []column{
			narrow("id", func(p *row) string { return p.ID }),
			narrow("name", func(p *row) string { return p.Name }),
			narrow("country", func(p *row) string { return p.Country }),
			narrow("admin1", func(p *row) string { return p.Admin1 }),
			narrow("lat", func(p *row) string { return coordinate(&p.Place, func(p *griot.Place) float64 { return p.Lat }) }),
			narrow("lon", func(p *row) string { return coordinate(&p.Place, func(p *griot.Place) float64 { return p.Lon }) }),
			narrow("radius_km", func(p *row) string { return strconv.FormatFloat(p.RadiusKm, 'f', -1, 64) }),
			wide("geonameid", func(p *row) string { return strconv.Itoa(p.GeonameID) }),
			narrow("claims", func(p *row) string { return strconv.Itoa(p.Claims) }),
		}}
}

// entry is a row of the timeline.
type entry struct {
	From        griot.Day    `json:"from"`
	To          griot.Day    `json:"to"`
	Title       string       `json:"title"`
	Event       string       `json:"event"`
	Reports     int          `json:"reports"`
	Independent int          `json:"independent"`
	Status      griot.Status `json:"status"`
}

// timeline shows dated events, oldest first.
func timeline() Table {
	type row = entry
	return Table{Name: "timeline", About: "dated events, oldest first",
		rows: timelineRows,
		columns: []column{
			narrow("from", func(e *row) string { return e.From.String() }),
			narrow("to", func(e *row) string { return e.To.String() }),
			narrow("status", func(e *row) string { return string(e.Status) }),
			narrow("reports", func(e *row) string { return strconv.Itoa(e.Reports) }),
			narrow("independent", func(e *row) string { return strconv.Itoa(e.Independent) }),
			wide("event", func(e *row) string { return e.Event }),
			narrow("title", func(e *row) string { return e.Title }),
		}}
}

// timelineRows yields the dated events, which are in the order of their days.
func timelineRows(ctx context.Context, src *Source) iter.Seq2[any, error] {
	dated := *src
	if q := &dated.Query; q.From == 0 && q.To == 0 {
		q.From = 1
	}
	return fromView(griot.Events, func(d *griot.Derived) []entry {
		var rows []entry
		for i := range d.Events {
			e := &d.Events[i]
			rows = append(rows, entry{e.When.From, e.When.To, e.Title, e.ID, e.Reports, e.Independent, e.Status})
		}
		return rows
	})(ctx, &dated)
}
