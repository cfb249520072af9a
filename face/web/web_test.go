package web_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"iter"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"griot"
	"griot/face/library"
	"griot/face/web"
)

// maxPage is the most bytes that a page may have.
const maxPage = 100_000

// pageRecord is as much of a record as pages ask for.
type pageRecord struct {
	griot.Record
	known *griot.Known
}

func (r *pageRecord) Version(context.Context) (string, error) { return "v1", nil }

func (r *pageRecord) Report(_ context.Context, id string) (griot.Report, error) {
	if rep := r.known.Report(id); rep != nil {
		return *rep, nil
	}
	return griot.Report{}, griot.ErrNotFound
}

func (r *pageRecord) Claims(_ context.Context, q griot.Query) iter.Seq2[griot.Claim, error] {
	return func(yield func(griot.Claim, error) bool) {
		for _, id := range q.IDs {
			if c := r.known.Claim(id); c != nil && !yield(*c, nil) {
				return
			}
		}
	}
}

func (r *pageRecord) Statements(context.Context, griot.Query) iter.Seq2[griot.Statement, error] {
	return func(yield func(griot.Statement, error) bool) {
		for i := range r.known.Readings {
			for _, s := range r.known.Readings[i].Statements {
				if !yield(s, nil) {
					return
				}
			}
		}
	}
}

func (r *pageRecord) Search(_ context.Context, words string, _ griot.Query) iter.Seq2[griot.Hit, error] {
	return func(yield func(griot.Hit, error) bool) {
		for i := range r.known.Readings {
			if rep := r.known.Readings[i].Report; strings.Contains(strings.ToLower(rep.Text), words) && !yield(griot.NewHit(rep, []string{words}), nil) {
				return
			}
		}
	}
}

// serve is a server of the pages of what is known.
func serve(t testing.TB, k *griot.Known) http.Handler {
	t.Helper()
	know := func(_ context.Context, _ griot.Record, asOf griot.Day) (*griot.Known, error) {
		kept := *k
		kept.AsOf = asOf
		return &kept, nil
	}
	view := func(_ context.Context, rec griot.Record, asOf griot.Day) (*griot.View, error) {
		return &griot.View{Record: rec, Version: "v1", AsOf: asOf, Kept: &k.Derived}, nil
	}
	mux := http.NewServeMux()
	if err := web.Register(mux, library.New(&pageRecord{known: k}, know, view)); err != nil {
		t.Fatal(err)
	}
	return mux
}

// get asks for a page, and again while it is being made ready, as browsers do.
func get(h http.Handler, address string) *httptest.ResponseRecorder {
	w := getOnce(h, address)
	for tries := 0; w.Header().Get("Refresh") != "" && tries < 100; tries++ {
		w = getOnce(h, address)
	}
	return w
}

func getOnce(h http.Handler, address string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("GET", address, nil))
	return w
}

var listPages = []string{"/", "/timeline", "/map", "/map?view=world", "/state", "/figures", "/expectations", "/actors", "/sources", "/search?q=border", "/diff",
	"/?as-of=2023-08-02&since=2023-07-30", "/timeline?actor=ECOWAS&type=COERCE&only=contested", "/state?on=2023-07-28"}

func TestEveryLinkLeadsToAPage(t *testing.T) {
	for name, k := range map[string]*griot.Known{"sample": sample(), "hostile": hostile(), "big": synthetic(5000), "empty": griot.NewKnown(nil, griot.Derived{})} {
		t.Run(name, func(t *testing.T) {
			h, most := serve(t, k), 150
			if testing.Short() {
				most = 40
			}
			seen, queue := map[string]bool{}, append([]string(nil), listPages...)
			for len(queue) > 0 && len(seen) < most {
				address := queue[0]
				queue = queue[1:]
				if seen[address] {
					continue
				}
				seen[address] = true
				w := get(h, address)
				if w.Code != http.StatusOK {
					t.Fatalf("%s: %d %s", address, w.Code, w.Body)
				}
				if n := w.Body.Len(); n > maxPage {
					t.Errorf("%s has %d bytes; at most %d", address, n, maxPage)
				}
				queue = append(queue, check(t, address, w.Body.String())...)
			}
		})
	}
}

// check tells what is wrong with a page, and returns its links to other pages.
func check(t *testing.T, address, page string) (next []string) {
	t.Helper()
	wellFormed(t, address, page)
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	ids := map[string]bool{}
	var fragments []string
	for n := range doc.Descendants() {
		for _, a := range n.Attr {
			switch {
			case a.Key == "id" && ids[a.Val]:
				t.Errorf("%s: the id %s stands twice", address, a.Val)
			case a.Key == "id":
				ids[a.Val] = true
			case a.Key == "style" || strings.HasPrefix(a.Key, "on"):
				t.Errorf("%s: <%s %s=%q> is against the policy", address, n.Data, a.Key, a.Val)
			case a.Key == "href" && strings.HasPrefix(a.Val, "#"):
				fragments = append(fragments, a.Val[1:])
			case a.Key == "href" && strings.HasPrefix(a.Val, "/") && !strings.HasPrefix(a.Val, "/api/") && !strings.HasPrefix(a.Val, "/static/"):
				path, _, _ := strings.Cut(a.Val, "#")
				next = append(next, path)
			case (a.Key == "href" || a.Key == "src") && strings.Contains(a.Val, "//"):
				t.Errorf("%s: <%s> leads off to %s", address, n.Data, a.Val)
			}
		}
		if n.Data == "script" && n.FirstChild != nil {
			t.Errorf("%s: a script in the page: %s", address, n.FirstChild.Data)
		}
	}
	for _, f := range fragments {
		if !ids[f] {
			t.Errorf("%s: nothing has the id %s", address, f)
		}
	}
	return next
}

// TestFiguresLeadToTheirWords follows each figure to the spot in its report.
func TestFiguresLeadToTheirWords(t *testing.T) {
	k := sample()
	r := &k.Readings[0]
	bare := griot.Figure{Source: r.Report.Source(), Start: 0, End: 5, Quote: r.Report.Text[:5], Amount: griot.Amount{Of: "troops", Min: 5, Max: 5}}
	bare.ID = bare.Identify()
	r.Figures, k.Derived.Figures = append(r.Figures, bare), append(k.Derived.Figures, bare)
	h := serve(t, griot.NewKnown(k.Readings, k.Derived))
	bareOnes := 0
	for _, link := range regexp.MustCompile(`href="(/reports/[^"#]*)#([^"]*)"`).FindAllStringSubmatch(get(h, "/figures").Body.String(), -1) {
		if link[2] == bare.ID {
			bareOnes++
		}
		if page := get(h, link[1]).Body.String(); !strings.Contains(page, `id="`+link[2]+`" class="anchor"`) {
			t.Errorf("nothing on %s has the id %s", link[1], link[2])
		}
	}
	if bareOnes == 0 {
		t.Error("the figure of no claim leads nowhere")
	}
}

// wellFormed checks that every element that is opened is closed, in order.
func wellFormed(t *testing.T, address, page string) {
	t.Helper()
	void := map[string]bool{"meta": true, "link": true, "input": true, "br": true}
	var open []string
	for z := html.NewTokenizer(strings.NewReader(page)); ; {
		switch z.Next() {
		case html.ErrorToken:
			if len(open) > 0 {
				t.Errorf("%s: <%s> stays open", address, open[len(open)-1])
			}
			return
		case html.StartTagToken:
			if name, _ := z.TagName(); !void[string(name)] {
				open = append(open, string(name))
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if len(open) == 0 || open[len(open)-1] != string(name) {
				t.Fatalf("%s: </%s> closes %v", address, name, open)
			}
			open = open[:len(open)-1]
		}
	}
}

// TestBudget keeps what a browser has to fetch for a page small: one style sheet
// and one script beside it.
func TestBudget(t *testing.T) {
	h := serve(t, synthetic(5000))
	for _, address := range listPages {
		page := get(h, address).Body.String()
		if n, m := strings.Count(page, "<link rel=\"stylesheet\""), strings.Count(page, "<script"); n != 1 || m != 1 {
			t.Errorf("%s has %d style sheets and %d scripts", address, n, m)
		}
		for _, element := range []string{"<img", "<iframe", "<video", "<object", "@import", "url("} {
			if strings.Contains(page, element) {
				t.Errorf("%s fetches more: %s", address, element)
			}
		}
	}
	for path, most := range map[string]int{"/static/app.js": 60_000, "/static/style.css": 20_000} {
		var zipped bytes.Buffer
		z := gzip.NewWriter(&zipped)
		if _, err := z.Write(get(h, path).Body.Bytes()); err != nil {
			t.Fatal(err)
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		if n := zipped.Len(); n < 1000 || n > most {
			t.Errorf("%s has %d bytes compressed; at most %d", path, n, most)
		}
	}
}

func TestWhatThePagesSay(t *testing.T) {
	h := serve(t, sample())
	e := sample().Events[0]
	for _, c := range []struct{ address, words string }{
		{"/", "Contested"},
		{"/timeline?only=contested", "contested: <bdi>killed</bdi>"},
		{"/events/" + e.ID, "<dd>−9.0 <"},
		{"/events/" + e.ID, "Contested: <bdi>killed</bdi>"},
		{"/events/" + e.ID, "<mark><bdi>Gunmen killed 17 soldiers</bdi></mark>"},
		{"/events/" + e.ID, `href="#` + e.Claims[1] + `"`},
		{"/figures", "side 2"},
		{"/expectations", `id="overdue"`},
		{"/map", "in no gazetteer"},
		{"/map", "No place"},
		{"/state", "suspended"},
		{"/sources", "80 %"},
		{"/reports/" + sample().Readings[0].Report.ID, `class="credit"`},
		{"/timeline?actor=nobody", "No event passes"},
		{"/timeline?as-of=2023-08-20", "as-of=2023-08-20"},
	} {
		if page := get(h, c.address).Body.String(); !strings.Contains(page, c.words) {
			t.Errorf("%s does not say %q", c.address, c.words)
		}
	}
}

func TestFaultsAreTold(t *testing.T) {
	h := serve(t, sample())
	for _, c := range []struct {
		address string
		code    int
		words   string
	}{
		{"/nothing", 404, "Not in the record"},
		{"/events/e_0", 404, "Not in the record"},
		{"/actors/%3Cscript%3E", 404, "&lt;script&gt;"},
		{"/events/e_0?as-of=2023-08-01", 404, `href="/events/e_0"`},
		{"/timeline?from=tomorrow", 400, "YYYY-MM-DD"},
		{"/timeline?page=-1", 400, "no number of a page"},
		{"/state?on=x", 400, "YYYY-MM-DD"},
		{"/timeline?type=LOVE", 400, "no event type"},
		{"/api/v1/nothing", 404, "404 page not found"},
	} {
		w := get(h, c.address)
		if w.Code != c.code || !strings.Contains(w.Body.String(), c.words) {
			t.Errorf("%s: %d, want %d with %q: %s", c.address, w.Code, c.code, c.words, w.Body)
		}
	}
}

func TestALargeRecordKeepsNobodyWaiting(t *testing.T) {
	ready := make(chan struct{})
	know := func(context.Context, griot.Record, griot.Day) (*griot.Known, error) {
		<-ready
		return sample(), nil
	}
	view := func(_ context.Context, rec griot.Record, asOf griot.Day) (*griot.View, error) {
		return &griot.View{Record: rec, Version: "v1", AsOf: asOf, Kept: &sample().Derived}, nil
	}
	mux := http.NewServeMux()
	if err := web.Register(mux, library.New(&pageRecord{known: sample()}, know, view)); err != nil {
		t.Fatal(err)
	}
	if w := get(mux, "/"); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "Contested") {
		t.Errorf("the first page waits for all of the record: %d", w.Code)
	}
	w := getOnce(mux, "/timeline")
	if w.Code != http.StatusServiceUnavailable || w.Header().Get("Refresh") == "" || w.Header().Get("ETag") != "" {
		t.Errorf("a page that takes long: %d, %v", w.Code, w.Header())
	}
	wellFormed(t, "wait", w.Body.String())
	close(ready)
	if w := get(mux, "/timeline"); w.Code != http.StatusOK {
		t.Errorf("the page that was waited for: %d", w.Code)
	}
}

func TestAPageThatHoldsIsNotSentAgain(t *testing.T) {
	h := serve(t, sample())
	tag := get(h, "/timeline").Header().Get("ETag")
	r := httptest.NewRequest("GET", "/timeline", nil)
	r.Header.Set("If-None-Match", tag)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if tag == "" || w.Code != http.StatusNotModified || w.Body.Len() > 0 {
		t.Errorf("the tag %q gets %d with %d bytes", tag, w.Code, w.Body.Len())
	}
}

func TestHostileTextStaysText(t *testing.T) {
	k := hostile()
	h := serve(t, k)
	for _, address := range append(listPages, "/events/"+k.Events[0].ID, "/actors/"+k.Actors[0].ID, "/reports/"+k.Readings[0].Report.ID, `/search?q="><script>alert(1)</script>`) {
		page := get(h, strings.ReplaceAll(address, " ", "+")).Body.String()
		for _, bad := range []string{"<script>", "<img", "\u202e", "\u200b", "javascript:"} {
			if strings.Contains(page, bad) {
				t.Errorf("%s holds %q", address, bad)
			}
		}
	}
	last := get(h, "/reports/"+k.Readings[0].Report.ID+"?page=100")
	if last.Code != http.StatusOK || last.Body.Len() > maxPage {
		t.Errorf("page 100 of the long report: %d, %d bytes", last.Code, last.Body.Len())
	}
}

func TestStaticSiteOpensFromDisk(t *testing.T) {
	dir := t.TempDir()
	if err := web.WriteSite(dir, sample()); err != nil {
		t.Fatal(err)
	}
	files := 0
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".html") {
			return err
		}
		files++
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		wellFormed(t, path, string(b))
		doc, err := html.Parse(strings.NewReader(string(b)))
		if err != nil {
			return err
		}
		for n := range doc.Descendants() {
			for _, a := range n.Attr {
				if a.Key == "action" || a.Key == "href" && strings.HasPrefix(a.Val, "/") {
					t.Errorf("%s: <%s %s=%q> needs a server", path, n.Data, a.Key, a.Val)
				}
				if (a.Key == "href" || a.Key == "src") && a.Val != "data:," && !strings.HasPrefix(a.Val, "#") {
					u, _ := url.Parse(a.Val)
					if _, err := os.Stat(filepath.Join(filepath.Dir(path), u.Path)); err != nil {
						t.Errorf("%s leads to %s, which is not there", path, a.Val)
					}
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if want := 8 + 3 + 4 + 3; files != want {
		t.Errorf("%d pages, want %d", files, want)
	}
}

func BenchmarkFirstPage(b *testing.B) {
	k := synthetic(100_000)
	h := serve(b, k)
	for _, address := range []string{"/", "/timeline", "/map", "/state", "/actors", "/figures"} {
		b.Run(address, func(b *testing.B) {
			for b.Loop() {
				if w := get(h, address); w.Code != http.StatusOK || w.Body.Len() > maxPage {
					b.Fatal(fmt.Sprint(w.Code, w.Body.Len()))
				}
			}
		})
	}
}
