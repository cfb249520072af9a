// Package explain tells what stands behind a row of the record: the sentences,
// the rules, the merges and the sources.
package explain

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"griot"
	"griot/face/phrase"
	"griot/face/plain"
)

// Why explains the event, claim, statement, figure, state, expectation, actor or
// report with an ID. It fails with griot.ErrNotFound for an ID that nothing has.
func Why(w io.Writer, k *griot.Known, id string) error {
	x := &explainer{k: k}
	switch {
	case x.event(id), x.claim(id), x.statement(id), x.figure(id), x.holding(id), x.expectation(id), x.actor(id), x.report(id):
	default:
		return fmt.Errorf("%s: %w", id, griot.ErrNotFound)
	}
	_, err := io.WriteString(w, x.String())
	return err
}

type explainer struct {
	strings.Builder
	k *griot.Known
}

// line writes a line; what came from outside is stripped of what a terminal obeys.
func (x *explainer) line(indent int, format string, a ...any) {
	x.WriteString(strings.Repeat("  ", indent) + plain.Line(fmt.Sprintf(format, a...)) + "\n")
}

func (x *explainer) event(id string) bool {
	e := x.k.Event(id)
	if e == nil {
		return false
	}
	x.line(0, "event %s: %s", e.ID, e.Title)
	x.line(1, "%s, %s; told in %s from %s", coded(e.Type, e.Mode), e.Status, phrase.Many(e.Reports, "report"), phrase.Many(e.Independent, "independent source"))
	for _, d := range e.Disputes {
		x.line(1, "contested: %s", d.Slot)
		for _, s := range d.Sides {
			x.line(2, "%s: %s", s.Value, strings.Join(s.Claims, ", "))
		}
	}
	x.line(1, "from the claims:")
	for _, c := range e.Claims {
		x.showClaim(1, x.k.Claim(c))
	}
	x.links(e.Claims)
	return true
}

// coded is an event's type with its mode, when it has one.
func coded(t griot.Type, mode string) string { return strings.TrimSpace(string(t) + " " + mode) }

// links tells why claims were put together or kept apart.
func (x *explainer) links(claims []string) {
	headed := false
	for _, l := range x.k.Links {
		if !slices.Contains(claims, l.A) && !slices.Contains(claims, l.B) {
			continue
		}
		if !headed {
			x.line(1, "decisions:")
			headed = true
		}
		verdict := "one event"
		if !l.Same {
			verdict = "kept apart"
		}
		x.line(2, "%s and %s: %s (%.2f) since %s: %s", l.A, l.B, verdict, l.Score, l.Known, l.Reason)
	}
}

func (x *explainer) claim(id string) bool {
	c := x.k.Claim(id)
	if c == nil {
		return false
	}
	x.showClaim(0, c)
	if e := x.k.EventOf(id); e != nil {
		x.line(1, "it belongs to event %s: %s", e.ID, e.Title)
	}
	x.links([]string{id})
	return true
}

func (x *explainer) showClaim(indent int, c *griot.Claim) {
	if c == nil {
		return
	}
	x.line(indent, "claim %s: %s, %s", c.ID, coded(c.Type, c.Mode), c.Status)
	x.line(indent+1, "words: %q, bytes %d to %d of %s", c.Quote, c.Start, c.End, c.Ref)
	x.line(indent+1, "sentence: %q", x.k.Sentence(c))
	x.line(indent+1, "source: %s, published %s", phrase.Or(c.Outlet, "unnamed outlet"), phrase.Or(c.Published.String(), "on an unknown day"))
	for _, a := range c.Actors {
		x.line(indent+1, "actor: %s %s from %q", a.Name, brackets(a.Code), a.Words)
	}
	for _, a := range c.Recipients {
		x.line(indent+1, "recipient: %s %s from %q", a.Name, brackets(a.Code), a.Words)
	}
	if c.When.Known() {
		x.line(indent+1, "when: %s to %s from %q (%s) %s", c.When.From, c.When.To, c.When.Words, c.When.Basis, c.When.Reason)
	}
	if p := c.Where; p != nil {
		x.line(indent+1, "where: %s, %s, within %.0f km of %.3f %.3f, from %q: %s", p.Name, p.Country, p.RadiusKm, p.Lat, p.Lon, p.Words, p.Reason)
	}
	for _, f := range c.Figures {
		x.line(indent+1, "figure: %s from %q", f.Of, f.Words)
	}
	for _, v := range c.Voices {
		x.line(indent+1, "says who: %s (%s)", v.Name, v.Cue)
	}
	x.line(indent+1, "rules: %s; odds %.2f", strings.Join(c.Rules, ", "), c.Odds)
}

func brackets(s string) string {
	if s == "" {
		return ""
	}
	return "[" + s + "]"
}

func (x *explainer) statement(id string) bool {
	s := x.k.Statement(id)
	if s == nil {
		return false
	}
	x.line(0, "statement %s: %s, %s, by %s", s.ID, s.Kind, s.Act, s.Speaker.Name)
	x.line(1, "words: %q", s.Content)
	x.line(1, "cue: %q; speaker from %q", s.Cue, s.Speaker.Words)
	x.line(1, "source: %s, %s, published %s", phrase.Or(s.Outlet, "unnamed outlet"), s.Ref, phrase.Or(s.Published.String(), "on an unknown day"))
	x.line(1, "rules: %s", strings.Join(s.Rules, ", "))
	return true
}

func (x *explainer) figure(id string) bool {
	for i := range x.k.Figures {
		f := &x.k.Figures[i]
		if f.ID != id {
			continue
		}
		x.line(0, "figure %s: %s %s, %d to %d", f.ID, f.Of, f.Who, f.Min, f.Max)
		x.line(1, "words: %q, bytes %d to %d of %s", f.Quote, f.Start, f.End, f.Ref)
		if c := x.k.Claim(f.Claim); c != nil {
			x.line(1, "read with:")
			x.showClaim(2, c)
		}
		return true
	}
	return false
}

func (x *explainer) holding(id string) bool {
	for i := range x.k.Holdings {
		h := &x.k.Holdings[i]
		if h.ID != id {
			continue
		}
		x.line(0, "state %s: %s, %s: %s", h.ID, h.Subject, h.Property, h.Value)
		x.line(1, "rule: %s", h.Rule)
		for _, c := range h.Claims {
			x.showClaim(1, x.k.Claim(c))
		}
		return true
	}
	return false
}

func (x *explainer) expectation(id string) bool {
	for i := range x.k.Expectations {
		e := &x.k.Expectations[i]
		if e.ID != id {
			continue
		}
		x.line(0, "expectation %s: %s, %s: %s", e.ID, e.Kind, e.Status, e.What)
		x.line(1, "reason: %s", e.Reason)
		x.showClaim(1, x.k.Claim(e.Claim))
		if c := x.k.Claim(e.ResolvedBy); c != nil {
			x.line(1, "resolved by:")
			x.showClaim(1, c)
		}
		return true
	}
	return false
}

func (x *explainer) actor(id string) bool {
	for i := range x.k.Actors {
		a := &x.k.Actors[i]
		if a.ID != id {
			continue
		}
		x.line(0, "actor %s: %s, %s %s", a.ID, a.Name, a.Kind, brackets(a.Code))
		x.line(1, "also called: %s", strings.Join(a.Aliases, "; "))
		for _, why := range a.Why {
			x.line(1, "one actor because: %s", why)
		}
		for _, r := range a.Roles {
			x.line(1, "role: %s of %s, from %q in %s", r.Role, r.Of, r.Quote, r.Ref)
		}
		return true
	}
	return false
}

func (x *explainer) report(id string) bool {
	r := x.k.Report(id)
	if r == nil {
		return false
	}
	x.line(0, "report %s: %s", r.ID, r.Title)
	x.line(1, "%s, %s; published %s (%s) %s", phrase.Or(r.Outlet, "unnamed outlet"), r.Ref, phrase.Or(r.Published.String(), "on an unknown day"), r.PublishedBasis, r.PublishedWhy)
	x.bound(x.k.Reading(id))
	for _, c := range x.k.CopiesOf(id) {
		x.line(1, "%.0f %% of it stands in %s: %s", 100*c.Shared, c.Of, c.Why)
	}
	for i := range x.k.Reading(id).Claims {
		x.showClaim(1, &x.k.Reading(id).Claims[i])
	}
	return true
}
