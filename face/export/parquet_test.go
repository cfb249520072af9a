package export

import (
	"bytes"
	"fmt"
	"iter"
	"reflect"
	"testing"

	"github.com/parquet-go/parquet-go"

	"griot"
)

// parquetEvent is a row as readers of the file declare it.
type parquetEvent struct {
	ID            string   `parquet:"id"`
	Title         string   `parquet:"title"`
	From          *int32   `parquet:"from,optional,date"`
	To            *int32   `parquet:"to,optional,date"`
	Type          string   `parquet:"type"`
	Mode          string   `parquet:"mode"`
	Quad          int32    `parquet:"quad"`
	Scale         float64  `parquet:"scale"`
	Status        string   `parquet:"status"`
	Background    bool     `parquet:"background"`
	Contexts      []string `parquet:"contexts,list"`
	Actors        []string `parquet:"actors,list"`
	ActorCodes    []string `parquet:"actor_codes,list"`
	Recipients    []string `parquet:"recipients,list"`
	RecipientCode []string `parquet:"recipient_codes,list"`
	Place         *string  `parquet:"place,optional"`
	Country       *string  `parquet:"country,optional"`
	Admin1        *string  `parquet:"admin1,optional"`
	Lat           *float64 `parquet:"lat,optional"`
	Lon           *float64 `parquet:"lon,optional"`
	RadiusKm      *float64 `parquet:"radius_km,optional"`
	KilledMin     *int64   `parquet:"killed_min,optional"`
	KilledMax     *int64   `parquet:"killed_max,optional"`
	Reports       int32    `parquet:"reports"`
	Independent   int32    `parquet:"independent"`
	FirstReported *int32   `parquet:"first_reported,optional,date"`
	LastReported  *int32   `parquet:"last_reported,optional,date"`
	Contested     []string `parquet:"contested,list"`
	Claims        []string `parquet:"claims,list"`
}

func parquetRow(e *griot.Event) parquetEvent {
	row := parquetEvent{ID: e.ID, Title: e.Title, From: epochDay(e.When.From), To: epochDay(e.When.To), Type: string(e.Type), Mode: e.Mode,
		Quad: int32(e.Quad), Scale: e.Scale, Status: string(e.Status), Background: e.Background, Contexts: e.Contexts, Claims: e.Claims,
		Reports: int32(e.Reports), Independent: int32(e.Independent), FirstReported: epochDay(e.FirstReported), LastReported: epochDay(e.LastReported)}
	for _, a := range e.Actors {
		row.Actors, row.ActorCodes = append(row.Actors, a.Name), append(row.ActorCodes, a.Code)
	}
	for _, a := range e.Recipients {
		row.Recipients, row.RecipientCode = append(row.Recipients, a.Name), append(row.RecipientCode, a.Code)
	}
	for _, d := range e.Disputes {
		row.Contested = append(row.Contested, d.Slot)
	}
	if p := e.Where; p != nil {
		row.Place, row.Country, row.Admin1 = &p.Name, &p.Country, &p.Admin1
		if located(p) {
			row.Lat, row.Lon, row.RadiusKm = &p.Lat, &p.Lon, &p.RadiusKm
		}
	}
	if low, _, high, told := deaths(e); told {
		row.KilledMin, row.KilledMax = &low, &high
	}
	return row
}

// epochDay is a day as Parquet's DATE counts it, from 1 January 1970.
func epochDay(d griot.Day) *int32 {
	if !d.Known() {
		return nil
	}
	n := int32(d - griot.NewDay(1970, 1, 1))
	return &n
}

// TestParquetRowGroups writes more rows than one group holds, of every shape, and
// reads them all again by the library.
func TestParquetRowGroups(t *testing.T) {
	known := sample()
	n := rowsInGroup + 7
	event := func(i int) griot.Event {
		e := known.Events[i%len(known.Events)]
		e.ID, e.Background = fmt.Sprint("e_", i), i%3 == 0
		if i%5 == 0 {
			e.Where, e.Contexts, e.Figures, e.When = nil, nil, nil, griot.Interval{}
		}
		return e
	}
	var events iter.Seq2[griot.Event, error] = func(yield func(griot.Event, error) bool) {
		for i := 0; i < n && yield(event(i), nil); i++ {
		}
	}
	var file bytes.Buffer
	if err := writeParquet(&file, known, events); err != nil {
		t.Fatal(err)
	}
	rows, err := parquet.Read[parquetEvent](bytes.NewReader(file.Bytes()), int64(file.Len()))
	if err != nil || len(rows) != n {
		t.Fatalf("%d rows, %v; want %d", len(rows), err, n)
	}
	for i := range rows {
		e := event(i)
		if want := parquetRow(&e); fmt.Sprint(plain(rows[i])) != fmt.Sprint(plain(want)) {
			t.Fatalf("row %d is %v, want %v", i, plain(rows[i]), plain(want))
		}
	}
}

func TestParquetWithoutRows(t *testing.T) {
	var file bytes.Buffer
	if err := writeParquet(&file, sample(), func(func(griot.Event, error) bool) {}); err != nil {
		t.Fatal(err)
	}
	if rows, err := parquet.Read[parquetEvent](bytes.NewReader(file.Bytes()), int64(file.Len())); err != nil || len(rows) != 0 {
		t.Errorf("%d rows, %v; want none", len(rows), err)
	}
}

// plain is a row with its pointers followed.
func plain(e parquetEvent) []any {
	var all []any
	for v := reflect.ValueOf(e); len(all) < v.NumField(); {
		f := v.Field(len(all))
		switch {
		case f.Kind() == reflect.Pointer && f.IsNil():
			all = append(all, nil)
		case f.Kind() == reflect.Pointer:
			all = append(all, f.Elem().Interface())
		default:
			all = append(all, f.Interface())
		}
	}
	return all
}
