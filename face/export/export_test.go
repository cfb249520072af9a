package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"flag"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/parquet-go/parquet-go"

	"griot"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// readers read each format back as strictly as its specification asks.
var readers = map[string]func(*testing.T, []byte){
	"jsonl": readEvents, "csv": readTable(csvColumns, 3), "acled": readACLED, "gdelt": readGDELT, "ucdp": readUCDP, "polecat": readPolecat,
	"geojson": readGeoJSON, "kml": readKML, "timelinejs": readTimelineJS, "ical": readICal, "webannotation": readWebAnnotation,
	"stix": readSTIX, "ftm": readFTM, "graphml": readGraphML, "hxl": readHXL, "parquet": readParquet,
	"md": readText("# Situation report"), "html": readText("<!doctype html>"),
}

func TestFormats(t *testing.T) {
	k := sample()
	for _, f := range Formats() {
		t.Run(f.Name, func(t *testing.T) {
			var first, second bytes.Buffer
			for _, b := range []*bytes.Buffer{&first, &second} {
				if err := f.Write(b, k, Events(k, griot.Query{})); err != nil {
					t.Fatal(err)
				}
			}
			if !bytes.Equal(first.Bytes(), second.Bytes()) {
				t.Error("the same record gave two different files")
			}
			read, ok := readers[f.Name]
			if !ok {
				t.Fatal("no strict reader for this format")
			}
			read(t, first.Bytes())
			golden(t, f.Name, first.Bytes())
		})
	}
}

func TestEmptyRecord(t *testing.T) {
	k := griot.NewKnown(nil, griot.Derived{})
	for _, f := range Formats() {
		if err := f.Write(io.Discard, k, Events(k, griot.Query{})); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", "golden."+name)
	if *update {
		if err := os.WriteFile(path, got, 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; make it with -update", err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("it differs from %s; look at it, then rewrite that with -update", path)
	}
}

func readText(start string) func(*testing.T, []byte) {
	return func(t *testing.T, b []byte) {
		if !bytes.HasPrefix(b, []byte(start)) {
			t.Errorf("it begins with %.40q", b)
		}
		if bytes.Contains(b, []byte("<b>tags</b>")) {
			t.Error("a report's tags came through as tags")
		}
	}
}

// strict decodes JSON and refuses fields that the target does not have.
func strict(t *testing.T, b []byte, to any) {
	t.Helper()
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.DisallowUnknownFields()
	if err := dec.Decode(to); err != nil {
		t.Fatal(err)
	}
	if _, err := dec.Token(); err != io.EOF {
		t.Error("something follows the JSON value")
	}
}

func jsonLines(t *testing.T, b []byte, each func([]byte)) int {
	t.Helper()
	n := 0
	for line := range bytes.Lines(b) {
		each(line)
		n++
	}
	return n
}

func readEvents(t *testing.T, b []byte) {
	if n := jsonLines(t, b, func(line []byte) { strict(t, line, &griot.Event{}) }); n != 3 {
		t.Errorf("%d events, want 3", n)
	}
}

func readPolecat(t *testing.T, b []byte) {
	jsonLines(t, b, func(line []byte) {
		var e polecatEvent
		strict(t, line, &e)
		if e.EventType.Quad() != e.QuadCode || e.EventID == "" {
			t.Errorf("%+v", e)
		}
	})
}

// table reads CSV whose rows all have as many fields as its columns.
func table(t *testing.T, b []byte) (header []string, rows []map[string]string) {
	t.Helper()
	r := csv.NewReader(bytes.NewReader(b))
	all, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range all[1:] {
		m := map[string]string{}
		for i, name := range all[0] {
			m[name] = row[i]
		}
		rows = append(rows, m)
	}
	return all[0], rows
}

func readTable(columns []string, n int) func(*testing.T, []byte) {
	return func(t *testing.T, b []byte) {
		header, rows := table(t, b)
		if !slices.Equal(header, columns) || len(rows) != n {
			t.Errorf("%d rows under %v", len(rows), header)
		}
	}
}

func readACLED(t *testing.T, b []byte) {
	header, rows := table(t, b)
	if len(header) != 31 || len(rows) != 1 {
		t.Fatalf("%d columns, %d rows; want 31 and 1", len(header), len(rows))
	}
	r := rows[0]
	want := map[string]string{"event_date": "2023-08-15", "year": "2023", "time_precision": "1", "event_type": "Battles", "sub_event_type": "Armed clash",
		"actor1": "Rebels", "inter1": "Rebel group", "actor2": "Armed Forces of Niger", "inter2": "State forces", "iso": "562", "country": "Niger", "region": "Africa",
		"latitude": "13.12", "longitude": "1.8", "geo_precision": "1", "fatalities": "17"}
	for name, v := range want {
		if r[name] != v {
			t.Errorf("%s is %q, want %q", name, r[name], v)
		}
	}
}

func readUCDP(t *testing.T, b []byte) {
	header, rows := table(t, b)
	if len(header) != 49 || len(rows) != 1 {
		t.Fatalf("%d columns, %d rows; want 49 and 1", len(header), len(rows))
	}
	for name, v := range map[string]string{"type_of_violence": "1", "low": "17", "best": "17", "high": "20", "geom_wkt": "POINT (1.8 13.12)", "date_start": "2023-08-15", "side_a": "Rebels"} {
		if rows[0][name] != v {
			t.Errorf("%s is %q, want %q", name, rows[0][name], v)
		}
	}
}

// gdeltTypes are the types of GDELT's 61 columns: i integer, f number, s text.
const gdeltTypes = "iiiif" + "ssssssssss" + "ssssssssss" + "isssifiiif" + "isssssss" + "isssssss" + "isssffss" + "is"

func readGDELT(t *testing.T, b []byte) {
	n := jsonLines(t, b, func(line []byte) {
		fields := strings.Split(strings.TrimSuffix(string(line), "\n"), "\t")
		if len(fields) != 61 || len(gdeltTypes) != 61 {
			t.Fatalf("%d columns, want 61", len(fields))
		}
		for i, kind := range gdeltTypes {
			if fields[i] == "" {
				continue
			}
			var err error
			switch kind {
			case 'i':
				_, err = strconv.ParseInt(fields[i], 10, 64)
			case 'f':
				_, err = strconv.ParseFloat(fields[i], 64)
			}
			if err != nil {
				t.Errorf("column %d: %v", i+1, err)
			}
		}
		if fields[26] != "193" && fields[26] != "110" || len(fields[28]) != 2 {
			t.Errorf("codes %q", fields[25:31])
		}
	})
	if n != 2 {
		t.Errorf("%d rows, want 2: an announced act is no event for GDELT", n)
	}
}

func readGeoJSON(t *testing.T, b []byte) {
	var c struct {
		Type     string    `json:"type"`
		Features []feature `json:"features"`
	}
	strict(t, b, &c)
	if c.Type != "FeatureCollection" || len(c.Features) != 3 {
		t.Fatalf("%s of %d", c.Type, len(c.Features))
	}
	for _, f := range c.Features {
		if f.Type != "Feature" || f.Geometry != nil && (f.Geometry.Type != "Point" || f.Geometry.Coordinates != [2]float64{1.8, 13.12}) {
			t.Errorf("%+v", f)
		}
	}
}

func readKML(t *testing.T, b []byte) {
	var f kmlFile
	if err := xml.Unmarshal(b, &f); err != nil {
		t.Fatal(err)
	}
	p := f.Document.Placemarks
	if len(p) != 3 || p[0].Point.Coordinates != "1.8,13.12" || p[1].Point != nil || p[2].Name != oneLine(hostile) {
		t.Errorf("%+v", p)
	}
}

func readTimelineJS(t *testing.T, b []byte) {
	var tl timelineJS
	strict(t, b, &tl)
	if len(tl.Events) != 2 || tl.Events[1].End == nil || tl.Events[1].End.Day != 20 {
		t.Errorf("%+v", tl.Events)
	}
}

func readICal(t *testing.T, b []byte) {
	lines := strings.Split(string(b), "\r\n")
	if lines[len(lines)-1] != "" || strings.Contains(strings.ReplaceAll(string(b), "\r\n", ""), "\n") {
		t.Error("lines must end with CR LF")
	}
	var whole []string
	for _, l := range lines[:len(lines)-1] {
		if len(l) > lineBytes {
			t.Errorf("a line of %d bytes: %q", len(l), l)
		}
		if strings.HasPrefix(l, " ") {
			whole[len(whole)-1] += l[1:]
		} else {
			whole = append(whole, l)
		}
	}
	if whole[0] != "BEGIN:VCALENDAR" || whole[len(whole)-1] != "END:VCALENDAR" {
		t.Errorf("%q", whole)
	}
	property := regexp.MustCompile(`^[A-Z]+(;[A-Z]+=[A-Z]+)?:`)
	for _, l := range whole {
		if !property.MatchString(l) {
			t.Errorf("no property: %q", l)
		}
	}
	for _, want := range []string{"DTSTART;VALUE=DATE:20230818", "DTEND;VALUE=DATE:20230821", "STATUS:TENTATIVE", "UID:x_1@griot"} {
		if !slices.Contains(whole, want) {
			t.Errorf("%s is missing", want)
		}
	}
}

func readWebAnnotation(t *testing.T, b []byte) {
	var page annotationPage
	strict(t, b, &page)
	if page.Type != "AnnotationPage" || len(page.Items) != 3 {
		t.Fatalf("%s of %d", page.Type, len(page.Items))
	}
	text := []rune(sample().Readings[0].Report.Text)
	for _, a := range page.Items {
		quote, at := a.Target.Selector[0], a.Target.Selector[1]
		if string(text[*at.Start:*at.End]) != quote.Exact {
			t.Errorf("letters %d to %d are not %q", *at.Start, *at.End, quote.Exact)
		}
		if !strings.Contains(string(text), quote.Prefix+quote.Exact+quote.Suffix) {
			t.Errorf("the words around %q are not the report's", quote.Exact)
		}
	}
}

func readSTIX(t *testing.T, b []byte) {
	var bundle stixBundle
	strict(t, b, &bundle)
	id := regexp.MustCompile(`^[a-z-]+--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)
	there := map[string]bool{}
	for _, o := range bundle.Objects {
		if !id.MatchString(o.ID) || !strings.HasPrefix(o.ID, o.Type+"--") || there[o.ID] {
			t.Errorf("ID %s of a %s", o.ID, o.Type)
		}
		there[o.ID] = true
		for _, at := range []string{o.Created, o.Modified} {
			if _, err := time.Parse("2006-01-02T15:04:05.000Z", at); err != nil {
				t.Error(err)
			}
		}
		if o.SpecVersion != "2.1" || o.Type != "relationship" && o.Name == "" {
			t.Errorf("%+v", o)
		}
	}
	for _, o := range bundle.Objects {
		if o.Type == "relationship" && (!there[o.Source] || !there[o.Target] || o.Relationship == "") {
			t.Errorf("a relationship between what is not in the bundle: %+v", o)
		}
	}
}

func readFTM(t *testing.T, b []byte) {
	there := map[string]bool{}
	jsonLines(t, b, func(line []byte) {
		var e ftmEntity
		strict(t, line, &e)
		there[e.ID] = true
		for _, ref := range e.Properties["involved"] {
			if !there[ref] {
				t.Errorf("%s involves %s, which was not written before", e.ID, ref)
			}
		}
		if !slices.Contains([]string{"Event", "Person", "Organization", "LegalEntity"}, e.Schema) || len(e.Properties["name"]) != 1 {
			t.Errorf("%+v", e)
		}
	})
}

func readGraphML(t *testing.T, b []byte) {
	var g graphML
	if err := xml.Unmarshal(b, &g); err != nil {
		t.Fatal(err)
	}
	nodes := map[string]bool{}
	for _, n := range g.Graph.Nodes {
		nodes[n.ID] = true
	}
	if len(g.Graph.Edges) != 2 {
		t.Errorf("%d edges, want 2", len(g.Graph.Edges))
	}
	for _, e := range g.Graph.Edges {
		if !nodes[e.Source] || !nodes[e.Target] {
			t.Errorf("an edge between nodes that are not there: %+v", e)
		}
	}
}

func readHXL(t *testing.T, b []byte) {
	header, rows := table(t, b)
	tag := regexp.MustCompile(`^#[a-z0-9]+(\+[a-z0-9_]+)*$`)
	for _, name := range header {
		if !tag.MatchString(rows[0][name]) {
			t.Errorf("%q is no HXL tag", rows[0][name])
		}
	}
	if rows[1]["Killed, at least"] != "17" || rows[1]["Killed, at most"] != "20" || rows[2]["Killed, at least"] != "" {
		t.Errorf("%v", rows[1])
	}
}

func readParquet(t *testing.T, b []byte) {
	rows, err := parquet.Read[parquetEvent](bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	k := sample()
	for i := range k.Events {
		if want := parquetRow(&k.Events[i]); rows[i].ID != want.ID || !reflect.DeepEqual(rows[i].From, want.From) || !reflect.DeepEqual(rows[i].Lat, want.Lat) || rows[i].Title != want.Title {
			t.Errorf("row %d is %+v, want %+v", i, rows[i], want)
		}
	}
}
