package table

import (
	"context"
	"iter"
	"strconv"
	"strings"

	"griot"
)

// claims shows what each report says happened.
func claims() Table {
	type row = griot.Claim
	return Table{Name: "claims", About: "what each report says happened, will happen or did not",
		rows: fromRecord(func(rec griot.Record, ctx context.Context, q griot.Query) iter.Seq2[row, error] {
			return rec.Claims(ctx, q)
		}),
		columns: []column{
			narrow("id", func(c *row) string { return c.ID }),
			narrow("when", func(c *row) string { return days(c.When) }),
			narrow("type", func(c *row) string { return string(c.Type) }),
			wide("mode", func(c *row) string { return c.Mode }),
			narrow("status", func(c *row) string { return string(c.Status) }),
			wide("background", func(c *row) string { return strconv.FormatBool(c.Background) }),
			narrow("actors", func(c *row) string { return names(c.Actors) }),
			wide("actor_codes", func(c *row) string { return codes(c.Actors) }),
			narrow("recipients", func(c *row) string { return names(c.Recipients) }),
			wide("recipient_codes", func(c *row) string { return codes(c.Recipients) }),
			narrow("where", func(c *row) string { return placeName(c.Where) }),
			wide("lat", func(c *row) string { return coordinate(c.Where, func(p *griot.Place) float64 { return p.Lat }) }),
			wide("lon", func(c *row) string { return coordinate(c.Where, func(p *griot.Place) float64 { return p.Lon }) }),
			wide("figures", func(c *row) string { return amounts(c.Figures) }),
			wide("voices", func(c *row) string { return voices(c.Voices) }),
			wide("contexts", func(c *row) string { return strings.Join(c.Contexts, "; ") }),
			wide("report", func(c *row) string { return c.Report }),
			narrow("ref", func(c *row) string { return c.Ref }),
			wide("outlet", func(c *row) string { return c.Outlet }),
			wide("published", func(c *row) string { return c.Published.String() }),
			wide("start", func(c *row) string { return strconv.Itoa(c.Start) }),
			wide("end", func(c *row) string { return strconv.Itoa(c.End) }),
			wide("odds", func(c *row) string { return strconv.FormatFloat(c.Odds, 'f', 2, 64) }),
			narrow("quote", func(c *row) string { return c.Quote }),
		}}
}

// statements shows who said what.
func statements() Table {
	type row = griot.Statement
	return Table{Name: "statements", About: "who said what",
		rows: fromRecord(func(rec griot.Record, ctx context.Context, q griot.Query) iter.Seq2[row, error] {
			return rec.Statements(ctx, q)
		}),
		columns: []column{
			narrow("id", func(s *row) string { return s.ID }),
			narrow("published", func(s *row) string { return s.Published.String() }),
			narrow("speaker", func(s *row) string { return s.Speaker.Name }),
			narrow("cue", func(s *row) string { return s.Cue }),
			narrow("act", func(s *row) string { return s.Act }),
			wide("kind", func(s *row) string { return string(s.Kind) }),
			wide("class", func(s *row) string { return s.Class }),
			wide("addressee", func(s *row) string {
				if s.Addressee == nil {
					return ""
				}
				return s.Addressee.Name
			}),
			wide("when", func(s *row) string { return days(s.When) }),
			wide("report", func(s *row) string { return s.Report }),
			narrow("ref", func(s *row) string { return s.Ref }),
			narrow("content", func(s *row) string { return s.Content }),
		}}
}

// figures shows the amounts that reports give. They come with the event that
// each belongs to, which is derived.
func figures() Table {
	type row = griot.Figure
	return Table{Name: "figures", About: "amounts that reports give, and the event each belongs to",
		rows: fromView(griot.Figures, func(d *griot.Derived) []row { return d.Figures }),
		columns: []column{
			narrow("id", func(f *row) string { return f.ID }),
			narrow("of", func(f *row) string { return f.Of }),
			narrow("who", func(f *row) string { return f.Who }),
			wide("min", func(f *row) string { return strconv.FormatInt(f.Min, 10) }),
			wide("max", func(f *row) string { return strconv.FormatInt(f.Max, 10) }),
			wide("approx", func(f *row) string { return strconv.FormatBool(f.Approx) }),
			narrow("amount", func(f *row) string { return Amount(f.Amount) }),
			narrow("when", func(f *row) string { return days(f.When) }),
			narrow("where", func(f *row) string { return placeName(f.Where) }),
			narrow("contested", func(f *row) string { return strconv.FormatBool(f.Contested) }),
			wide("event", func(f *row) string { return f.Event }),
			wide("voices", func(f *row) string { return voices(f.Voices) }),
			wide("report", func(f *row) string { return f.Report }),
			narrow("ref", func(f *row) string { return f.Ref }),
			narrow("quote", func(f *row) string { return f.Quote }),
		}}
}

// reports shows the reports read and what they repeat.
func reports() Table {
	type row = griot.ReportEntry
	return Table{Name: "reports", About: "the reports read, and which of them repeat others",
		rows: fromView(griot.Reports, func(d *griot.Derived) []row { return d.Reports }),
		columns: []column{
			narrow("id", func(r *row) string { return r.ID }),
			narrow("published", func(r *row) string { return r.Published.String() }),
			wide("published_basis", func(r *row) string { return string(r.PublishedBasis) }),
			narrow("outlet", func(r *row) string { return r.Outlet }),
			narrow("ref", func(r *row) string { return r.Ref }),
			wide("url", func(r *row) string { return r.URL }),
			wide("language", func(r *row) string { return r.Language }),
			narrow("words", func(r *row) string { return strconv.Itoa(r.Words) }),
			narrow("claims", func(r *row) string { return strconv.Itoa(r.Claims) }),
			narrow("copies_of", func(r *row) string { return strings.Join(r.CopiesOf, "; ") }),
			wide("shared", func(r *row) string { return strconv.FormatFloat(r.Shared, 'f', 2, 64) }),
			narrow("title", func(r *row) string { return r.Title }),
		}}
}
