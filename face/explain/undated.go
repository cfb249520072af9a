package explain

import "griot"

// bound says from when on a report without a day of publication can have been
// published: it tells of an event that reports with a day tell of too, and that
// had happened. This is inferred and shown as such; the report stays undated.
func (x *explainer) bound(reading *griot.Reading) {
	if reading.Report.Published.Known() {
		return
	}
	var latest *griot.Event
	for i := range reading.Claims {
		c := &reading.Claims[i]
		if c.Status != griot.Happened {
			continue
		}
		e := x.k.EventOf(c.ID)
		if e == nil || !e.FirstReported.Known() || !e.When.From.Known() || e.When.From > e.LastReported {
			continue
		}
		if latest == nil || e.When.From > latest.When.From {
			latest = e
		}
	}
	if latest != nil {
		x.line(1, "inferred: published on %s or later, for it tells of event %s, %s, which reports first told of on %s",
			latest.When.From, latest.ID, latest.Title, latest.FirstReported)
	}
}
