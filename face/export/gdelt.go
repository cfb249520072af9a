package export

import (
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"

	"griot"
)

// writeGDELT writes the 61 tab-separated columns of the GDELT 2.0 event table,
// without a header (GDELT Event Codebook V2.0). Events that have no CAMEO code
// in the codebook's sense, or no day, are left out. IsRootEvent is 1; NumMentions
// counts claims, NumSources independent families, NumArticles reports; the tone,
// which griot does not measure, is 0.
func writeGDELT(w io.Writer, k *griot.Known, events iter.Seq2[griot.Event, error]) error {
	c, err := loadCodes()
	if err != nil {
		return err
	}
	for e, err := range events {
		if err != nil {
			return err
		}
		if row := c.gdelt(k, &e); row != nil {
			if _, err := io.WriteString(w, strings.Join(row, "\t")+"\n"); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *codes) gdelt(k *griot.Known, e *griot.Event) []string {
	code, ok := byMode(c.cameo, e.Type, e.Mode)
	on := day(e)
	if !ok || !on.Known() || !e.Status.Real() {
		return nil
	}
	year, month, _ := on.Date()
	actor, recipient := cast(e)
	row := []string{number(e.ID), compact(on), fmt.Sprintf("%04d%02d", year, month), strconv.Itoa(year), fraction(on)}
	row = append(row, gdeltActor(actor)...)
	row = append(row, gdeltActor(recipient)...)
	row = append(row, "1", code.Code, code.Code[:min(3, len(code.Code))], code.Code[:2], strconv.Itoa(e.Quad), code.Goldstein,
		strconv.Itoa(len(e.Claims)), strconv.Itoa(e.Independent), strconv.Itoa(e.Reports), "0")
	none := []string{"0", "", "", "", "", "", "", ""}
	row = append(row, none...)
	row = append(row, none...)
	row = append(row, c.gdeltPlace(e.Where)...)
	_, urls := sources(k, e)
	return append(row, compact(e.FirstReported)+"000000", first(append(urls, "")...))
}

func compact(d griot.Day) string { return strings.ReplaceAll(d.String(), "-", "") }

// fraction is the date as a year with a fraction, as GDELT computes it:
// year + (month × 30 + day) / 365.
func fraction(d griot.Day) string {
	y, m, dd := d.Date()
	return fmt.Sprintf("%.4f", float64(y)+min(float64(m*30+dd)/365, .9999))
}

// gdeltActor is the ten columns of an actor.
func gdeltActor(a griot.Actor) []string {
	country, sector := split(a.Code)
	row := make([]string, 10)
	row[0], row[1] = country+sector, strings.ToUpper(oneLine(a.Name))
	switch country {
	case "IGO", "UNO", "EUR", "NGO", "IMG", "MNC":
		row[3] = country
	case "ISM":
		row[5] = "MOS"
	default:
		row[2] = country
	}
	row[7] = sector
	return row
}

// gdeltPlace is the eight columns of where an event took place.
func (c *codes) gdeltPlace(p *griot.Place) []string {
	if p == nil {
		return []string{"0", "", "", "", "", "", "", ""}
	}
	country := c.countries[p.Country]
	kind := "4" // a city outside the United States
	switch {
	case strings.EqualFold(p.Name, country.Name):
		kind = "1"
	case strings.EqualFold(p.Name, p.Admin1):
		kind = "5"
	case p.Country == "US":
		kind = "3"
	}
	var parts []string
	for _, s := range []string{p.Name, p.Admin1, country.Name} {
		if s != "" && (len(parts) == 0 || parts[len(parts)-1] != s) {
			parts = append(parts, oneLine(s))
		}
	}
	feature := ""
	if p.GeonameID > 0 {
		feature = strconv.Itoa(p.GeonameID)
	}
	return []string{kind, strings.Join(parts, ", "), country.FIPS, country.FIPS, "", coordinate(p, p.Lat), coordinate(p, p.Lon), feature}
}
