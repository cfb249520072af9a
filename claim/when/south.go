package when

import (
	"slices"
	"strings"

	"griot/text"
)

// A report from the south of the equator has its summer in December.

// southern and northern are how the names of countries, and of their people, begin
// that are far from the equator on either side. Reports name the country they are
// from most often.
var (
	southern = strings.Fields("argentin buenos chile santiago austral sydney canberra zealand wellington auckland johannesburg pretoria uruguay montevideo paragua bolivia zimbabw harare namibia windhoek botswan mozambi maputo malagasy madagasc lesotho eswatini swazi")
	northern = strings.Fields("american washington europ brit london chin beijing india russia moscow ukrain kyiv japan tokyo canad german berlin franc french paris ital spain spanish ottawa iran iraq israel syria turk korea mexic")
)

// inSouth tells whether a report is from the south.
func inSouth(doc *text.Doc) bool {
	south, north := 0, 0
	for i := range doc.Tokens {
		form := doc.Tokens[i].Form
		if form == "" || form[0] < 'A' || form[0] > 'Z' {
			continue
		}
		form = strings.ToLower(form)
		switch begins := func(stem string) bool { return strings.HasPrefix(form, stem) }; {
		case slices.ContainsFunc(southern, begins), form == "africa" && i > 0 && doc.Tokens[i-1].Form == "South", form == "african" && i > 0 && doc.Tokens[i-1].Form == "South":
			south++
		case slices.ContainsFunc(northern, begins):
			north++
		}
	}
	return south > 0 && south > north
}

// turned is the season, by its number, that bears the same name on the other side
// of the equator: the southern summer is the northern winter.
func turned(season int) int { return (season+1)%4 + 1 }

// turnedValue is the value of a season of the south.
func turnedValue(value string) string {
	for i, code := range seasonCodes {
		if before, ok := strings.CutSuffix(value, "-"+code); ok && i > 0 {
			return before + "-" + seasonCodes[turned(i)]
		}
	}
	return value
}
