// Package plot draws the record as SVG: lanes of what happened, quantities over
// time, maps. A drawing carries no styles of its own, only classes, and every
// mark that leads somewhere is a link, so that it works without a script. Each
// drawing repeats what a list or table beside it says.
package plot

import (
	"html"
	"html/template"
	"strconv"
	"strings"
)

// drawing collects the elements of an SVG picture.
type drawing struct{ b strings.Builder }

// newDrawing begins a picture of a width and height, in its own units; label is
// what a screen reader says of it.
func newDrawing(width, height float64, class, label string) *drawing {
	d := &drawing{}
	d.b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" role="group" viewBox="0 0 ` + number(width) + " " + number(height) +
		`" width="` + number(width) + `" height="` + number(height) + `" class="` + class + `" aria-label="` + html.EscapeString(label) + `">`)
	return d
}

// done ends the picture. All that it holds was escaped or is a number.
func (d *drawing) done() template.HTML {
	d.b.WriteString("</svg>")
	return template.HTML(d.b.String())
}

// line draws a straight line.
func (d *drawing) line(class string, x1, y1, x2, y2 float64) {
	d.b.WriteString(`<line class="` + class + `" x1="` + number(x1) + `" y1="` + number(y1) + `" x2="` + number(x2) + `" y2="` + number(y2) + `"/>`)
}

func (d *drawing) rect(class string, x, y, width, height float64) {
	d.b.WriteString(`<rect class="` + class + `" x="` + number(x) + `" y="` + number(y) + `" width="` + number(width) + `" height="` + number(height) + `" rx="2"/>`)
}

func (d *drawing) circle(class string, x, y, r float64) {
	d.b.WriteString(`<circle class="` + class + `" cx="` + number(x) + `" cy="` + number(y) + `" r="` + number(r) + `"/>`)
}

// text writes words; anchor is start, middle or end.
func (d *drawing) text(class, anchor string, x, y float64, words string) {
	d.b.WriteString(`<text class="` + class + `" text-anchor="` + anchor + `" x="` + number(x) + `" y="` + number(y) + `">` + html.EscapeString(words) + `</text>`)
}

// link makes what draw draws lead to an address. It is left out of the order of
// tabs, since the list beside the picture has the same links.
func (d *drawing) link(href, title string, draw func()) {
	title = html.EscapeString(title)
	d.b.WriteString(`<a tabindex="-1" href="` + html.EscapeString(href) + `" aria-label="` + title + `"><title>` + title + `</title>`)
	draw()
	d.b.WriteString("</a>")
}

// number writes a coordinate with at most one decimal.
func number(f float64) string {
	return strings.TrimSuffix(strconv.FormatFloat(f, 'f', 1, 64), ".0")
}

// clip shortens words to n letters.
func clip(s string, n int) string {
	r := []rune(s[:min(len(s), 4*n)])
	if len(r) <= n {
		return string(r)
	}
	return strings.TrimSpace(string(r[:n-1])) + "…"
}
