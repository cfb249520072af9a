package who

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"griot"
)

func TestGSR(t *testing.T) {
	d := directory(t)
	f, _ := os.Open("/work/shared/gold/events/plover_gsr.jsonl")
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<22)
	n, ok, sec, nsec := 0, 0, 0, 0
	for sc.Scan() {
		var r struct {
			Date   string
			Events []struct {
				Actor, Recipient []struct{ Text, Code, Sector string }
			}
		}
		json.Unmarshal(sc.Bytes(), &r)
		day, _ := griot.ParseDay(r.Date)
		for _, e := range r.Events {
			for _, a := range append(e.Actor, e.Recipient...) {
				if a.Code == "" {
					continue
				}
				n++
				id := d.read(a.Text, day)
				c := id.code
				iso, s := c, ""
				if len(c) > 3 {
					iso, s = c[:3], c[4:]
				}
				if iso == "UNO" || iso == "EUR" || iso == "NGO" {
					iso = "IGO"
				}
				want := a.Code
				if want == "JAP" {
					want = "JPN"
				}
				if want == "NGO" {
					want = "IGO"
				}
				if iso == want {
					ok++
				} else {
					fmt.Printf("%-60q want %s %s got %q %s\n", a.Text, a.Code, a.Sector, c, id.name)
				}
				if len(a.Sector) >= 3 && a.Sector != "***" {
					nsec++
					if s == a.Sector[:3] || a.Sector == "OPP" && s == "PTY" || a.Sector == "CIV" && s == "CVL" {
						sec++
					} else if os.Getenv("SEC") != "" {
						fmt.Printf("   S %-60q want %s %s got %q\n", a.Text, a.Code, a.Sector, c)
					}
				}
			}
		}
	}
	fmt.Println(n, ok, float64(ok)/float64(n), nsec, float64(sec)/float64(nsec))
}
