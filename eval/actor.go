package eval

import (
	"strings"

	"griot"
	"griot/claim/who"
	"griot/text"
)

// spanGold is a record of the PLOVER gold with the phrases of its actors.
type spanGold struct {
	Text   string `json:"text"`
	Date   string `json:"date"`
	Events []struct {
		Actor     []codeGold `json:"actor"`
		Recipient []codeGold `json:"recipient"`
	} `json:"events"`
}

type codeGold struct {
	Text   string `json:"text"`
	Code   string `json:"code"`
	Sector string `json:"sector"`
}

// Actor scores the codes of actors whose phrases are given: the share with the
// right country or domain by the phrase alone (country), by the phrase in its
// sentence as the program parses it (read_country), and, of those that the gold
// gives a sector, the share with the right one by the phrase alone (sector).
func Actor(gold string, _ Options) (Result, error) {
	records, err := readLines[spanGold](gold)
	if err != nil {
		return Result{}, err
	}
	d, err := who.New()
	if err != nil {
		return Result{}, err
	}
	parse, err := trees()
	if err != nil {
		return Result{}, err
	}
	var phrases, sectors, country, sector, read float64
	for _, r := range records {
		day, _ := griot.ParseDay(r.Date)
		doc, err := parse(r.Text)
		if err != nil {
			return Result{}, err
		}
		doc.Report.Published = day
		cast := d.Cast(doc)
		for _, e := range r.Events {
			for _, a := range append(e.Actor, e.Recipient...) {
				if a.Code == "" {
					continue
				}
				phrases++
				iso, sec := split(d.Code(a.Text, day))
				country += one(iso == domain(a.Code))
				inText, _ := split(codeAt(cast, doc, a.Text))
				read += one(inText == domain(a.Code))
				if want := plainSector(a.Sector); want != "" {
					sectors++
					sector += one(sec == want)
				}
			}
		}
	}
	if phrases == 0 || sectors == 0 {
		return Result{}, ErrEmpty
	}
	return Result{Docs: len(records), Figures: map[string]float64{
		"country": country / phrases, "read_country": read / phrases, "sector": sector / sectors,
	}}, nil
}

func one(ok bool) float64 {
	if ok {
		return 1
	}
	return 0
}

// codeAt is the code that the program gives the phrase where it first stands
// in the document; "" when it finds no actor there.
func codeAt(cast *who.Cast, doc *text.Doc, phrase string) string {
	at := strings.Index(doc.Report.Text, strings.TrimSpace(phrase))
	if at < 0 {
		return ""
	}
	var in text.Range
	for i, t := range doc.Tokens {
		if t.Start >= at && t.End <= at+len(strings.TrimSpace(phrase)) {
			if in.Len() == 0 {
				in.First = i
			}
			in.End = i + 1
		}
	}
	for i := in.First; i < in.End; i++ {
		if h := doc.Tokens[i].Head; !in.Has(h) {
			a, _ := cast.At(i)
			return a.Code
		}
	}
	return ""
}

// split parts a code into its country or domain, as this gold tells them
// apart, and its sector.
func split(code string) (country, sector string) {
	country, sector, _ = strings.Cut(code, " ")
	return domain(country), sector
}

// domain folds the domains that this gold does not tell apart, and corrects
// two codes that are none.
func domain(code string) string {
	switch code {
	case "UNO", "EUR", "NGO":
		return "IGO"
	case "JAP":
		return "JPN"
	case "ITL":
		return "ITA"
	}
	return code
}

// plainSector is a sector of the ontology for one of the gold, which adds
// ethnic groups and keeps names of an older codebook; "" when it gives none.
func plainSector(s string) string {
	if len(s) < 3 || s == "***" {
		return ""
	}
	switch s[:3] {
	case "OPP":
		return "PTY"
	case "CIV":
		return "CVL"
	}
	return s[:3]
}
