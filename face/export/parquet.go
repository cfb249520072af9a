package export

import (
	"io"
	"iter"

	"github.com/parquet-go/parquet-go"

	"griot"
)

// parquetEvent is a row of the Parquet file: the columns of the CSV export, with
// days as dates, lists as lists and unknown values as nulls.
type parquetEvent struct {
	ID            string   `parquet:"id"`
	Title         string   `parquet:"title"`
	From          *int32   `parquet:"from,optional,date"`
	To            *int32   `parquet:"to,optional,date"`
	Type          string   `parquet:"type,dict"`
	Mode          string   `parquet:"mode,dict"`
	Quad          int32    `parquet:"quad"`
	Scale         float64  `parquet:"scale"`
	Status        string   `parquet:"status,dict"`
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

func writeParquet(w io.Writer, _ *griot.Known, events iter.Seq2[griot.Event, error]) error {
	out := parquet.NewGenericWriter[parquetEvent](w, parquet.CreatedBy("griot", "1", ""))
	for e, err := range events {
		if err != nil {
			return err
		}
		if _, err := out.Write([]parquetEvent{parquetRow(&e)}); err != nil {
			return err
		}
	}
	return out.Close()
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
