package export

import (
	"io"
	"iter"

	"griot"
)

// eventColumns are the columns of the Parquet file: those of the CSV export, with
// days as dates, lists as lists and unknown values as nulls.
var eventColumns = []parquetColumn{
	{"id", textKind, func(p *parquetPage, e *griot.Event) { p.text(e.ID) }},
	{"title", textKind, func(p *parquetPage, e *griot.Event) { p.text(e.Title) }},
	{"from", dateKind.orNull(), func(p *parquetPage, e *griot.Event) { p.date(e.When.From) }},
	{"to", dateKind.orNull(), func(p *parquetPage, e *griot.Event) { p.date(e.When.To) }},
	{"type", textKind, func(p *parquetPage, e *griot.Event) { p.text(string(e.Type)) }},
	{"mode", textKind, func(p *parquetPage, e *griot.Event) { p.text(e.Mode) }},
	{"quad", countKind, func(p *parquetPage, e *griot.Event) { p.count(e.Quad) }},
	{"scale", realKind, func(p *parquetPage, e *griot.Event) { p.real(e.Scale) }},
	{"status", textKind, func(p *parquetPage, e *griot.Event) { p.text(string(e.Status)) }},
	{"background", truthKind, func(p *parquetPage, e *griot.Event) { p.truth(e.Background) }},
	{"contexts", listKind, func(p *parquetPage, e *griot.Event) { p.list(e.Contexts) }},
	{"actors", listKind, func(p *parquetPage, e *griot.Event) { p.list(each(e.Actors, name)) }},
	{"actor_codes", listKind, func(p *parquetPage, e *griot.Event) { p.list(each(e.Actors, code)) }},
	{"recipients", listKind, func(p *parquetPage, e *griot.Event) { p.list(each(e.Recipients, name)) }},
	{"recipient_codes", listKind, func(p *parquetPage, e *griot.Event) { p.list(each(e.Recipients, code)) }},
	{"place", textKind.orNull(), placeText(func(p *griot.Place) string { return p.Name })},
	{"country", textKind.orNull(), placeText(func(p *griot.Place) string { return p.Country })},
	{"admin1", textKind.orNull(), placeText(func(p *griot.Place) string { return p.Admin1 })},
	{"lat", realKind.orNull(), placeReal(func(p *griot.Place) float64 { return p.Lat })},
	{"lon", realKind.orNull(), placeReal(func(p *griot.Place) float64 { return p.Lon })},
	{"radius_km", realKind.orNull(), placeReal(func(p *griot.Place) float64 { return p.RadiusKm })},
	{"killed_min", tollKind.orNull(), func(p *parquetPage, e *griot.Event) {
		if low, _, _, told := deaths(e); p.known(told) {
			p.toll(low)
		}
	}},
	{"killed_max", tollKind.orNull(), func(p *parquetPage, e *griot.Event) {
		if _, _, high, told := deaths(e); p.known(told) {
			p.toll(high)
		}
	}},
	{"reports", countKind, func(p *parquetPage, e *griot.Event) { p.count(e.Reports) }},
	{"independent", countKind, func(p *parquetPage, e *griot.Event) { p.count(e.Independent) }},
	{"first_reported", dateKind.orNull(), func(p *parquetPage, e *griot.Event) { p.date(e.FirstReported) }},
	{"last_reported", dateKind.orNull(), func(p *parquetPage, e *griot.Event) { p.date(e.LastReported) }},
	{"contested", listKind, func(p *parquetPage, e *griot.Event) {
		p.list(each(e.Disputes, func(d *griot.Dispute) string { return d.Slot }))
	}},
	{"claims", listKind, func(p *parquetPage, e *griot.Event) { p.list(e.Claims) }},
}

func writeParquet(w io.Writer, _ *griot.Known, events iter.Seq2[griot.Event, error]) error {
	out := newParquetFile(w, eventColumns)
	for e, err := range events {
		if err != nil {
			return err
		}
		if err := out.add(&e); err != nil {
			return err
		}
	}
	return out.close()
}

// each is one text of each of the rows.
func each[T any](rows []T, text func(*T) string) []string {
	var all []string
	for i := range rows {
		all = append(all, text(&rows[i]))
	}
	return all
}

// placeText puts a text of an event's place, null when it has none.
func placeText(text func(*griot.Place) string) func(*parquetPage, *griot.Event) {
	return func(p *parquetPage, e *griot.Event) {
		if p.known(e.Where != nil) {
			p.text(text(e.Where))
		}
	}
}

// placeReal puts a number of an event's place, null when it has no point.
func placeReal(number func(*griot.Place) float64) func(*parquetPage, *griot.Event) {
	return func(p *parquetPage, e *griot.Event) {
		if p.known(located(e.Where)) {
			p.real(number(e.Where))
		}
	}
}
