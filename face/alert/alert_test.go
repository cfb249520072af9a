package alert

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"griot"
)

// known is a record of two sentences and the events they tell of, of which the
// first is told of twice and contested.
func known(title string) *griot.Known {
	r := griot.Report{Ref: "1.txt", Outlet: "Daily", Title: title, URL: "https://daily.example/1", Published: griot.NewDay(2023, 8, 4),
		Text: "Rebels seized a bridge and killed a guard. The army withdrew."}
	r.ID = r.Identify()
	claim := func(id string, start, end, to int) griot.Claim {
		return griot.Claim{ID: id, Source: r.Source(), Start: start, End: end, Quote: r.Text[start:end], Sentence: griot.Span{End: to}}
	}
	reading := griot.Reading{Report: r, Claims: []griot.Claim{claim("c_1", 0, 22, 42), claim("c_2", 27, 41, 42)}}
	last := claim("c_3", 43, 60, 61)
	last.Sentence.Start = 43
	reading.Claims = append(reading.Claims, last)
	return griot.NewKnown([]griot.Reading{reading}, griot.Derived{Events: []griot.Event{
		{ID: "e_1", Type: griot.Assault, Status: griot.Happened, Claims: []string{"c_1", "c_2"}, Independent: 2, Disputes: []griot.Dispute{{Slot: "killed"}}},
		{ID: "e_2", Type: griot.Retreat, Status: griot.Happened, Claims: []string{"c_3"}, Independent: 1},
	}})
}

func TestRules(t *testing.T) {
	for _, test := range []struct {
		name string
		rule Rule
		want string
	}{
		{"everything", Rule{}, "e_1 e_2"},
		{"a type", Rule{Query: griot.Query{Types: []griot.Type{griot.Retreat}}}, "e_2"},
		{"well supported", Rule{Query: griot.Query{MinIndependent: 2}}, "e_1"},
		{"contested", Rule{Contested: true}, "e_1"},
		{"a place", Rule{Query: griot.Query{Places: []string{"Boni"}}}, ""},
	} {
		var got []string
		for _, a := range test.rule.Alerts(known("Bridge"), Fired{}) {
			got = append(got, a.Event.ID)
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("%s: %q, want %q", test.name, s, test.want)
		}
	}
}

func TestAnAlertCarriesItsSentencesOnce(t *testing.T) {
	rule := Rule{Name: "all"}
	a := rule.Alerts(known("Bridge"), Fired{})[0]
	if len(a.Sentences) != 1 || a.Sentences[0].Text != "Rebels seized a bridge and killed a guard." || a.Sentences[0].URL != "https://daily.example/1" {
		t.Errorf("sentences %+v", a.Sentences)
	}
}

func TestAnEventIsToldOfOnce(t *testing.T) {
	rule, fired := Rule{Name: "all"}, Fired{}
	k := known("Bridge")
	for _, a := range rule.Alerts(k, fired) {
		fired.Add(&a)
	}
	k.Events[0].ID, k.Events[0].Claims = "e_9", []string{"c_2"} // it took another ID
	if again := rule.Alerts(k, fired); len(again) != 0 {
		t.Errorf("told again: %+v", again)
	}
	k = known("Bridge seized") // published again at the same address
	if again := rule.Alerts(k, fired); len(again) != 0 {
		t.Errorf("told again after an edit: %+v", again)
	}
	other := Rule{Name: "other"}
	if n := len(other.Alerts(k, fired)); n != 2 {
		t.Errorf("another rule tells of %d events, want 2", n)
	}
}

func TestDelivery(t *testing.T) {
	rule := Rule{Name: "all"}
	a := rule.Alerts(known("Bridge"), Fired{})[0]
	var posted []byte
	hook := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		posted, _ = io.ReadAll(r.Body)
		if r.URL.Path == "/broken" {
			w.WriteHeader(http.StatusInternalServerError)
		}
	}))
	defer hook.Close()
	dir := t.TempDir()
	file, copied := filepath.Join(dir, "alerts.jsonl"), filepath.Join(dir, "copied.json")
	var out bytes.Buffer
	for _, to := range []string{"stdout", "file:" + file, "file:" + file, "webhook:" + hook.URL, "command:tee " + copied} {
		if err := Deliver(context.Background(), to, &a, &out); err != nil {
			t.Errorf("%s: %v", to, err)
		}
	}
	want, _ := json.Marshal(a)
	line := string(want) + "\n"
	inFile, _ := os.ReadFile(file)
	byCommand, _ := os.ReadFile(copied)
	if out.String() != line || string(inFile) != line+line || string(posted) != line || string(byCommand) != line {
		t.Errorf("stdout %q, file %q, webhook %q, command %q; want %q", &out, inFile, posted, byCommand, line)
	}
	for _, to := range []string{"webhook:" + hook.URL + "/broken", "command:false", "file:" + dir} {
		if Deliver(context.Background(), to, &a, &out) == nil {
			t.Errorf("%s: the alert was lost and nobody told", to)
		}
	}
	for _, to := range []string{"", "stderr", "file:", "webhook:gopher://x", "command: "} {
		if CheckTo(to) == nil {
			t.Errorf("%q is taken", to)
		}
	}
}
