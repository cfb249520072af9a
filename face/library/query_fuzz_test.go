package library

import (
	"net/url"
	"testing"
)

func FuzzParseQuery(f *testing.F) {
	f.Add("type=ASSAULT&status=happened&from=2023-08-01&to=2023-08-31&actor=Niger&place=NE&min-independent=2&limit=10&offset=5&as-of=2023-08-20")
	f.Add("limit=-1&offset=99999999999999999999")
	f.Fuzz(func(t *testing.T, s string) {
		v, err := url.ParseQuery(s)
		if err != nil {
			return
		}
		if q, err := ParseQuery(v); err == nil && (q.Limit < 0 || q.Offset < 0 || q.MinIndependent < 0) {
			t.Fatalf("%q lets %+v through", s, q)
		}
	})
}
