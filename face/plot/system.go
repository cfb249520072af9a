package plot

import (
	"fmt"
	"html/template"
	"strings"
)

// Hub is an actor in the middle of a system, with those it is tied to around it.
// One without spokes stands by itself.
type Hub struct {
	Node
	Spokes []Spoke
}

// Node is an actor and what holds of it alone.
type Node struct {
	Name, Href string
	Facts      []Fact
}

// Fact is a state of affairs in a few words, and the day since when it holds.
type Fact struct {
	Text, Since string
	Class       string // of its colour
	Title, Href string
}

// Spoke is an actor that a hub is tied to, and by what.
type Spoke struct {
	Node
	Ties []Tie
}

// Tie is a state of affairs between a hub and another: Out when the hub does it
// to the other, In when the other does it to the hub.
type Tie struct {
	Fact
	Out, In bool
}

const (
	systemWidth = 960.0
	sideWidth   = 196.0
	gapWidth    = 182.0
	hubWidth    = systemWidth - 2*sideWidth - 2*gapWidth
	nameHeight  = 16.0
	nameLetters = 21
	factHeight  = 16.0
	tieHeight   = 25.0
	cardGap     = 10.0
	loneColumns = 4
)

// System draws actors and the states of affairs between them: each hub in the
// middle, the others left and right of it, a line with its words for every tie,
// an arrow at the end of whom it is done to. Actors without ties stand below.
func System(hubs []Hub, label string) template.HTML {
	var tied []Hub
	var lone []Node
	height := 1.0
	for _, h := range hubs {
		if len(h.Spokes) == 0 {
			lone = append(lone, h.Node)
			continue
		}
		tied = append(tied, h)
		height += hubHeight(&h) + 2*cardGap
	}
	for i := 0; i < len(lone); i += loneColumns {
		height += rowHeight(lone[i:min(len(lone), i+loneColumns)]) + cardGap
	}
	d := newDrawing(systemWidth, height, "system", label)
	y := 1.0
	for i := range tied {
		d.hub(&tied[i], y)
		y += hubHeight(&tied[i]) + 2*cardGap
	}
	for i := 0; i < len(lone); i += loneColumns {
		row := lone[i:min(len(lone), i+loneColumns)]
		width := (systemWidth - (loneColumns-1)*cardGap) / loneColumns
		for j := range row {
			d.card("card", &row[j], float64(j)*(width+cardGap), y, width, rowHeight(row))
		}
		y += rowHeight(row) + cardGap
	}
	return d.done()
}

// height is what a card needs for its name and its facts.
func (n *Node) height() float64 {
	h := n.head() + float64(len(n.Facts))*factHeight
	if len(n.Facts) > 0 {
		h += 5
	}
	return h
}

// head is what the name needs.
func (n *Node) head() float64 { return 8 + float64(len(n.lines()))*nameHeight }

// lines are the name in one line, or in two when it is long.
func (n *Node) lines() []string {
	name := []rune(n.Name)
	if len(name) <= nameLetters {
		return []string{n.Name}
	}
	first := string(name[:nameLetters])
	if i := strings.LastIndexByte(first, ' '); i > 0 {
		first = first[:i]
	}
	return []string{first, clip(strings.TrimSpace(strings.TrimPrefix(n.Name, first)), nameLetters)}
}

func (s *Spoke) height() float64 { return max(s.Node.height(), float64(len(s.Ties))*tieHeight) }

func rowHeight(row []Node) float64 {
	most := 0.0
	for i := range row {
		most = max(most, row[i].height())
	}
	return most
}

// sides puts each spoke on the side that is shorter so far, and tells how high
// the sides are.
func sides(h *Hub) (left []bool, heights [2]float64) {
	for i := range h.Spokes {
		side := 0
		if heights[1] < heights[0] {
			side = 1
		}
		left = append(left, side == 0)
		heights[side] += h.Spokes[i].height() + cardGap
	}
	return left, heights
}

func hubHeight(h *Hub) float64 {
	_, heights := sides(h)
	return max(h.height(), max(heights[0], heights[1])-cardGap)
}

func (d *drawing) hub(h *Hub, top float64) {
	left, heights := sides(h)
	whole := hubHeight(h)
	d.card("card middle", &h.Node, sideWidth+gapWidth, top, hubWidth, whole)
	at := [2]float64{top + (whole-heights[0]+cardGap)/2, top + (whole-heights[1]+cardGap)/2}
	for i := range h.Spokes {
		s := &h.Spokes[i]
		if left[i] {
			d.card("card", &s.Node, 0, at[0], sideWidth, s.height())
			d.ties(s, sideWidth+gapWidth, sideWidth, at[0])
			at[0] += s.height() + cardGap
		} else {
			right := systemWidth - sideWidth
			d.card("card", &s.Node, right, at[1], sideWidth, s.height())
			d.ties(s, right-gapWidth, right, at[1])
			at[1] += s.height() + cardGap
		}
	}
}

// ties draws the lines between the edge of the hub and that of the other.
func (d *drawing) ties(s *Spoke, hub, other, top float64) {
	y := top + (s.height()-float64(len(s.Ties))*tieHeight)/2
	for _, t := range s.Ties {
		d.link(t.Href, t.Title, func() {
			d.text("tie", "middle", (hub+other)/2, y+12, clip(joined(t.Text, t.Since), 29))
			d.line("tie "+t.Class, hub, y+17, other, y+17)
			if t.Out {
				d.arrow("tip "+t.Class, hub, other, y+17)
			}
			if t.In {
				d.arrow("tip "+t.Class, other, hub, y+17)
			}
		})
		y += tieHeight
	}
}

func joined(words, since string) string {
	if since == "" {
		return words
	}
	return words + ", " + since
}

// arrow draws the head of an arrow that comes from one x and ends at another.
func (d *drawing) arrow(class string, from, to, y float64) {
	back := 7.0
	if to > from {
		back = -back
	}
	fmt.Fprintf(&d.b, `<path class="%s" d="M%s %sl%s -4v8z"/>`, class, number(to), number(y), number(back))
}

// card draws a node: its name, and its facts below.
func (d *drawing) card(class string, n *Node, x, y, width, height float64) {
	d.rect(class, x+.5, y, width-1, height)
	name := func() {
		for i, line := range n.lines() {
			d.text("name", "start", x+10, y+16+float64(i)*nameHeight, line)
		}
	}
	if n.Href == "" {
		name()
	} else {
		d.link(n.Href, n.Name, name)
	}
	for i, f := range n.Facts {
		at := y + n.head() + float64(i)*factHeight
		d.link(f.Href, f.Title, func() {
			d.rect("dot "+f.Class, x+10, at+3, 7, 7)
			d.text("fact", "start", x+22, at+10, clip(f.Text, int((width-70)/5.7)))
			d.text("tick", "end", x+width-9, at+10, f.Since)
		})
	}
}
