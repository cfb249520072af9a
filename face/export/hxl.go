package export

import (
	"io"
	"iter"
	"strconv"

	"griot"
)

// hxlColumns are the headers and, under them, the tags of the Humanitarian
// Exchange Language (HXL 1.1).
var hxlColumns = [][2]string{
	{"Event", "#event+id"}, {"Title", "#event+name"}, {"Type", "#event+type"}, {"Status", "#status"}, {"From", "#date+start"}, {"To", "#date+end"},
	{"Actors", "#org+actor+name"}, {"Affected", "#affected+group+name"}, {"Place", "#loc+name"}, {"Admin 1", "#adm1+name"}, {"Country", "#country+code+v_iso2"},
	{"Latitude", "#geo+lat"}, {"Longitude", "#geo+lon"}, {"Killed, at least", "#affected+killed+min"}, {"Killed, at most", "#affected+killed+max"},
	{"Wounded, at least", "#affected+injured+min"}, {"Displaced, at least", "#affected+displaced+min"}, {"Reports", "#meta+reports+num"}, {"Independent", "#meta+independent+num"},
}

func writeHXL(w io.Writer, _ *griot.Known, events iter.Seq2[griot.Event, error]) error {
	headers, tags := make([]string, len(hxlColumns)), make([]string, len(hxlColumns))
	for i, c := range hxlColumns {
		headers[i], tags[i] = c[0], c[1]
	}
	return writeTable(w, [][]string{headers, tags}, events, hxlRow)
}

func hxlRow(e *griot.Event) []string {
	p := griot.Place{}
	if e.Where != nil {
		p = *e.Where
	}
	low, _, high, told := deaths(e)
	killedMin, killedMax := "", ""
	if told {
		killedMin, killedMax = strconv.FormatInt(low, 10), strconv.FormatInt(high, 10)
	}
	return []string{e.ID, oneLine(e.Title), string(e.Type), string(e.Status), e.When.From.String(), e.When.To.String(),
		join(e.Actors, name), join(e.Recipients, name), p.Name, p.Admin1, p.Country, coordinate(&p, p.Lat), coordinate(&p, p.Lon),
		killedMin, killedMax, least(e, "wounded"), least(e, "displaced"), strconv.Itoa(e.Reports), strconv.Itoa(e.Independent)}
}

// least is the smallest amount of a kind, "" when none is told.
func least(e *griot.Event, of string) string {
	s, low := "", int64(0)
	for _, f := range e.Figures {
		if f.Of == of && (s == "" || f.Min < low) {
			low = f.Min
			s = strconv.FormatInt(low, 10)
		}
	}
	return s
}
