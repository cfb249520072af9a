package web

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"griot"
)

// reportPage is the text of a report with all that was read from it marked.
type reportPage struct {
	Row        reportRow
	URL        string // "" unless it is a web address
	Words      int
	Paragraphs []paragraph
	Claims     []claimRow
	More       int // claims on this page that are not listed
	Said       []statementRow
	Copies     []copyRow
	CopiedBy   []reportRow
	Why        string
}

// paragraph is a block of the text.
type paragraph struct {
	Kind   griot.BlockKind
	Pieces []piece
}

// piece is words that the same claims and statements cover.
type piece struct {
	Text  string
	IDs   []string // of what begins here
	Class string   // "" for words that nothing was read from
	Href  string   // of the event
	Title string
}

type claimRow struct {
	ID, Href, Quote, Type, Mode string
	Status                      griot.Status
	Quad                        int
	Who, Whom                   []named
	When                        griot.Interval
	Place                       string
}

func (a *ask) reportText() (*content, error) {
	r := a.known.Reading(a.id)
	if r == nil {
		return nil, a.missing("the report")
	}
	if at := a.values.Get("at"); at != "" {
		start, err := strconv.Atoi(at)
		if err != nil {
			return nil, fmt.Errorf("%wat: %q is no place in a text", errQuestion, at)
		}
		a.number = a.chunkOf(r, start)
		a.values.Del("at")
	}
	chunks := chunksOf(r)
	c := chunks[min(a.number, len(chunks))-1]
	p := &reportPage{Row: a.reportRow(r), Words: len(strings.Fields(r.Report.Text))}
	if u := r.Report.URL; strings.HasPrefix(u, "https://") || strings.HasPrefix(u, "http://") {
		p.URL = u
	}
	var here []*griot.Claim
	for i := range r.Claims {
		if at := r.Claims[i].Start; at >= c.start && at < c.end || c.start == c.end {
			here = append(here, &r.Claims[i])
		}
	}
	p.More = max(0, len(here)-chunkClaims)
	here = firstOf(here, chunkClaims)
	for _, x := range here {
		p.Claims = append(p.Claims, a.claimRow(x))
	}
	said := a.saidIn(r, c)
	for _, s := range firstOf(said, 20) {
		p.Said = append(p.Said, a.statementRow(s))
	}
	m := marker{a: a, text: r.Report.Text, claims: here, said: said, figures: figuresIn(r, c), started: map[string]bool{}}
	p.Paragraphs = m.paragraphs(&r.Report, c)
	for _, cp := range a.known.Copies {
		if cp.Report == a.id && len(p.Copies) < 5 && a.known.Reading(cp.Of) != nil {
			p.Copies = append(p.Copies, copyRow{a.reportRow(a.known.Reading(cp.Of)), cp.Shared, cp.Why, nil})
		}
		if by := a.known.Reading(cp.Report); cp.Of == a.id && by != nil && len(p.CopiedBy) < 10 {
			p.CopiedBy = append(p.CopiedBy, a.reportRow(by))
		}
	}
	if !a.links.static {
		p.Why = a.links.to("api/v1/why/" + r.Report.ID)
	}
	return &content{title: p.Row.Title, body: p, pages: len(chunks)}, nil
}

func (a *ask) claimRow(c *griot.Claim) claimRow {
	row := claimRow{ID: c.ID, Quote: c.Quote, Type: lowerType(c.Type), Mode: c.Mode, Status: c.Status, Quad: c.Type.Quad(), Who: a.actorsNamed(c.Actors, 3), Whom: a.actorsNamed(c.Recipients, 3), When: c.When}
	if e := a.known.EventOf(c.ID); e != nil {
		row.Href = a.links.event(e.ID)
	}
	if c.Where != nil {
		row.Place = c.Where.Name
	}
	return row
}

// saidIn are the statements that begin in a chunk, at most chunkClaims.
func (a *ask) saidIn(r *griot.Reading, c chunk) []*griot.Statement {
	var all []*griot.Statement
	for i := range r.Statements {
		s := &r.Statements[i]
		if len(s.Spans) > 0 && s.Spans[0][0] >= c.start && s.Spans[0][0] < c.end && len(all) < chunkClaims {
			all = append(all, s)
		}
	}
	return all
}

// figuresIn are the figures of no claim that begin in a chunk, at most
// chunkClaims: the page of figures leads to them.
func figuresIn(r *griot.Reading, c chunk) []*griot.Figure {
	var all []*griot.Figure
	for i := range r.Figures {
		f := &r.Figures[i]
		if f.Claim == "" && f.Start >= c.start && f.Start < c.end && len(all) < chunkClaims {
			all = append(all, f)
		}
	}
	return all
}

// marker cuts a text at the edges of what was read from it.
type marker struct {
	a       *ask
	text    string
	claims  []*griot.Claim
	said    []*griot.Statement
	figures []*griot.Figure
	started map[string]bool
}

func (m *marker) paragraphs(r *griot.Report, c chunk) []paragraph {
	blocks := r.Blocks
	if len(blocks) == 0 {
		blocks = []griot.Block{{Start: 0, End: len(r.Text), Kind: griot.Body}}
	}
	var all []paragraph
	for _, b := range blocks {
		start, end := max(b.Start, c.start), min(b.End, c.end)
		for start < end && end <= len(m.text) {
			stop := end
			if i := strings.Index(m.text[start:end], "\n\n"); i >= 0 {
				stop = start + i
			}
			if strings.TrimSpace(m.text[start:stop]) != "" {
				all = append(all, paragraph{b.Kind, m.pieces(start, stop)})
			}
			start = stop + len("\n\n")
		}
	}
	return all
}

func (m *marker) pieces(start, end int) []piece {
	edges := []int{start, end}
	add := func(from, to int) {
		for _, at := range []int{from, to} {
			if at > start && at < end {
				edges = append(edges, at)
			}
		}
	}
	for _, c := range m.claims {
		add(c.Start, c.End)
	}
	for _, s := range m.said {
		for _, span := range s.Spans {
			add(span[0], span[1])
		}
	}
	for _, f := range m.figures {
		add(f.Start, f.End)
	}
	slices.Sort(edges)
	edges = slices.Compact(edges)
	var all []piece
	for i := 0; i+1 < len(edges); i++ {
		all = append(all, m.piece(edges[i], edges[i+1]))
	}
	return all
}

func (m *marker) piece(start, end int) piece {
	p := piece{Text: m.text[start:end]}
	begin := func(id string) {
		if !m.started[id] {
			m.started[id] = true
			p.IDs = append(p.IDs, id)
		}
	}
	for _, s := range m.said {
		for _, span := range s.Spans {
			if span[0] < end && span[1] > start {
				p.Class = "said"
				begin(s.ID)
			}
		}
	}
	for _, f := range m.figures {
		if f.Start < end && f.End > start {
			p.Class = "said"
			begin(f.ID)
		}
	}
	shortest := 0
	for _, c := range m.claims {
		if c.Start >= end || c.End <= start {
			continue
		}
		begin(c.ID)
		if size := c.End - c.Start; p.Title == "" || size < shortest {
			shortest = size
			p.Class = fmt.Sprintf("claim q%d", c.Type.Quad())
			if !c.Status.Real() {
				p.Class += " unreal"
			}
			p.Title = lowerType(c.Type) + ", " + string(c.Status)
			if e := m.a.known.EventOf(c.ID); e != nil {
				p.Href = m.a.links.event(e.ID)
			}
		}
	}
	return p
}
