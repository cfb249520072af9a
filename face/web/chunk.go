package web

import (
	"strings"
	"unicode/utf8"

	"griot"
)

// chunk is as much of a report's text as one page shows: bytes start to end.
type chunk struct{ start, end int }

// What a page of a report holds at most.
const (
	chunkBytes  = 9000
	chunkClaims = 100
)

// chunksOf cuts a report into pages at the ends of paragraphs, or within one
// that is too long; no page has too many claims unless they stand on one spot.
func chunksOf(r *griot.Reading) []chunk {
	text := r.Report.Text
	if len(text) <= chunkBytes && len(r.Claims) <= chunkClaims {
		return []chunk{{0, len(text)}}
	}
	var all []chunk
	claim := 0
	for start := 0; start < len(text); {
		end := cutText(text, start)
		n := claim
		for n < len(r.Claims) && r.Claims[n].Start < end {
			n++
		}
		if n-claim > chunkClaims {
			if at := r.Claims[claim+chunkClaims].Start; at > start {
				end = at
			}
		}
		for claim < len(r.Claims) && r.Claims[claim].Start < end {
			claim++
		}
		all = append(all, chunk{start, end})
		start = end
	}
	if len(all) == 0 {
		all = []chunk{{}}
	}
	return all
}

// cutText is where a page that begins at start ends.
func cutText(text string, start int) int {
	if len(text)-start <= chunkBytes {
		return len(text)
	}
	window := text[start : start+chunkBytes]
	for _, mark := range []string{"\n\n", "\n", ". ", " "} {
		if i := strings.LastIndex(window, mark); i > chunkBytes/2 {
			return start + i + len(mark)
		}
	}
	end := start + chunkBytes
	for !utf8.RuneStart(text[end]) {
		end--
	}
	return end
}

// chunkOf is the page of a report, from 1, on which a byte stands.
func (a *ask) chunkOf(r *griot.Reading, at int) int {
	all, ok := a.chunks[r.Report.ID]
	if !ok {
		all = chunksOf(r)
		if a.chunks != nil {
			a.chunks[r.Report.ID] = all
		}
	}
	for i, c := range all {
		if at < c.end {
			return i + 1
		}
	}
	return len(all)
}
