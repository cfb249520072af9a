package export

import (
	"io"
	"iter"
	"strconv"
	"strings"

	"griot"
)

// ucdpColumns are the columns of the UCDP Georeferenced Event Dataset, version
// 24.1 (Sundberg and Melander 2013, and its codebook).
var ucdpColumns = []string{"id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id", "conflict_name",
	"dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b",
	"number_of_sources", "source_article", "source_office", "source_date", "source_headline", "source_original",
	"where_prec", "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid",
	"country", "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end",
	"deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob"}

// writeUCDP writes attacks in which people were killed in the columns of UCDP
// GED. best is the number of the first source, low and high are the least and
// the most that any source gives. Numbers that UCDP assigns itself stay empty.
func writeUCDP(w io.Writer, k *griot.Known, events iter.Seq2[griot.Event, error]) error {
	c, err := loadCodes()
	if err != nil {
		return err
	}
	return writeTable(w, [][]string{ucdpColumns}, events, func(e *griot.Event) []string { return c.ucdpRow(k, e) })
}

func (c *codes) ucdpRow(k *griot.Known, e *griot.Event) []string {
	low, best, high, told := deaths(e)
	if e.Type != griot.Assault || !told || !e.Status.Real() || !e.When.Known() {
		return nil
	}
	country := c.country(e)
	a, b := cast(e)
	violence, civilians, unknown := violenceType(a, b), "0", "0"
	if violence == "3" {
		civilians = strconv.FormatInt(best, 10)
	} else {
		unknown = strconv.FormatInt(best, 10)
	}
	outlets, urls := sources(k, e)
	year, _, _ := day(e).Date()
	p := griot.Place{}
	if e.Where != nil {
		p = *e.Where
	}
	wkt := ""
	if located(e.Where) {
		wkt = "POINT (" + decimal(p.Lon) + " " + decimal(p.Lat) + ")"
	}
	from, to := e.When.From, e.When.To
	if !from.Known() {
		from = to
	}
	if !to.Known() {
		to = from
	}
	return []string{number(e.ID), e.ID, strconv.Itoa(year), "", "Clear", violence, "", "", "", "", "", first(a.Name, "unknown") + " - " + first(b.Name, "Civilians"),
		"", "", a.Name, "", "", first(b.Name, "Civilians"),
		strconv.Itoa(e.Independent), strings.Join(urls, "; "), strings.Join(outlets, "; "), e.FirstReported.String(), e.Title, notes(k, e),
		geoPrecision(e.Where), p.Name, p.Words, p.Admin1, "", coordinate(&p, p.Lat), coordinate(&p, p.Lon), wkt, "",
		country.Name, "", continents[country.Continent], "1", timePrecision(e.When), from.String(), to.String(),
		"0", "0", civilians, unknown, strconv.FormatInt(best, 10), strconv.FormatInt(high, 10), strconv.FormatInt(low, 10), "", ""}
}

// violenceType is UCDP's: 1 with a state on one side, 2 between groups, 3
// against civilians.
func violenceType(a, b griot.Actor) string {
	switch {
	case isCivilian(b) || b.Name == "":
		return "3"
	case inter(a) == "State forces" || inter(b) == "State forces":
		return "1"
	}
	return "2"
}
