package brief

import (
	"slices"
	"strings"

	"griot"
)

// contested sets the sides of each dispute beside one another, with who takes
// each.
func (c *composer) contested() []Line {
	var lines []Line
	events := c.ranked(func(e *griot.Event) bool { return len(e.Disputes) > 0 })
	slices.SortFunc(events, griot.ByDay)
	for _, e := range events {
		for _, d := range e.Disputes {
			if len(d.Sides) < 2 {
				continue
			}
			var sides, ids []string
			for _, s := range d.Sides {
				sides = append(sides, c.side(d.Slot, &s))
				if len(s.Claims) > 0 {
					ids = append(ids, s.Claims[0])
				}
			}
			text := withoutToll(e.Title) + ": " + strings.Join(sides, ", against ") + "."
			lines = append(lines, Line{Text: text, Notes: c.notes(ids...)})
		}
	}
	return lines
}

// withoutToll is a title less the dead and wounded that it ends with, since the
// dispute gives them.
func withoutToll(title string) string {
	if i := strings.LastIndex(title, "; "); i > 0 && (strings.HasSuffix(title, "killed") || strings.HasSuffix(title, "wounded")) {
		return title[:i]
	}
	return strings.TrimSuffix(title, ".")
}

// side is one of the values in dispute and who gives it: the voice of the first
// claim on that side, and the outlets.
func (c *composer) side(slot string, s *griot.Side) string {
	text := s.Value
	switch slot {
	case "actors":
		text = "by " + text
	case "status", "when", "where":
	default:
		text += " " + slot
	}
	var by []string
	if len(s.Claims) > 0 {
		if cl := c.known.Claim(s.Claims[0]); cl != nil && len(cl.Voices) > 0 && len(s.Outlets) < 2 {
			by = append(by, voiceName(cl.Voices[0]))
		}
	}
	by = slices.DeleteFunc(append(by, s.Outlets...), func(name string) bool { return name == "" })
	if len(by) > 0 {
		text += " (" + strings.Join(by, ", ") + ")"
	}
	return text
}
