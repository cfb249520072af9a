package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"griot/intake"
)

// quick fetches from test servers without the waits that strangers are owed.
func quick(opt Options) *Fetcher {
	opt.AllowPrivate, opt.Delay, opt.Wait = true, time.Nanosecond, time.Millisecond
	return New(opt)
}

// serve answers every path but /robots.txt, and counts those requests.
func serve(t *testing.T, h http.HandlerFunc) (*httptest.Server, *atomic.Int32) {
	t.Helper()
	var asked atomic.Int32
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		asked.Add(1)
		h(w, r)
	}))
	t.Cleanup(s.Close)
	return s, &asked
}

func zipped(b []byte) []byte {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	_, _ = z.Write(b)
	_ = z.Close()
	return out.Bytes()
}

func TestAPageIsFetchedOnceAVersion(t *testing.T) {
	s, _ := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("If-None-Match") == `"1"` && r.Header.Get("If-Modified-Since") == "Fri, 04 Aug 2023 10:00:00 GMT" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Header().Set("ETag", `"1"`)
		w.Header().Set("Last-Modified", "Fri, 04 Aug 2023 10:00:00 GMT")
		w.Header().Set("Content-Encoding", "gzip")
		_, _ = w.Write(zipped([]byte("the page")))
	})
	f := quick(Options{})
	first, err := f.Get(context.Background(), s.URL, Mark{})
	if err != nil || string(first.Body) != "the page" {
		t.Fatalf("%q, %v", first.Body, err)
	}
	again, err := f.Get(context.Background(), s.URL, first.Mark)
	if err != nil || !again.Unchanged || again.Mark != first.Mark {
		t.Errorf("%+v, %v; want it unchanged", again, err)
	}
}

func TestFaults(t *testing.T) {
	bomb := zipped(make([]byte, 4<<20))
	for _, test := range []struct {
		name  string
		h     http.HandlerFunc
		want  error // nil: any
		tries int32 // 0: not counted, since net/http tries again by itself
	}{
		{"gzip bomb", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			_, _ = w.Write(bomb)
		}, ErrTooLarge, 1},
		{"endless answer", func(w http.ResponseWriter, _ *http.Request) {
			for range 64 {
				_, _ = w.Write(make([]byte, 64<<10))
			}
		}, ErrTooLarge, 1},
		{"truncated", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "100")
			_, _ = w.Write([]byte("half"))
		}, io.ErrUnexpectedEOF, 3},
		{"reset", func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, nil, 0},
		{"encoding not asked for", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Encoding", "zstd") }, nil, 3},
		{"not there", http.NotFound, nil, 1},
		{"in trouble", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) }, nil, 3},
		{"busy for an hour", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Retry-After", "3600")
			w.WriteHeader(http.StatusTooManyRequests)
		}, nil, 1},
		{"redirected in a circle", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/again", http.StatusFound) }, ErrRedirect, 6},
		{"redirected to a file", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Location", "file:///etc/passwd")
			w.WriteHeader(http.StatusFound)
		}, ErrScheme, 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, asked := serve(t, test.h)
			f := quick(Options{MaxBytes: 1 << 20})
			page, err := f.Get(context.Background(), s.URL+"/feed", Mark{})
			if err == nil || page.Body != nil || test.want != nil && !errors.Is(err, test.want) {
				t.Errorf("got %d bytes and error %v, want %v", len(page.Body), err, test.want)
			}
			if n := asked.Load(); test.tries > 0 && n != test.tries {
				t.Errorf("asked %d times, want %d", n, test.tries)
			}
		})
	}
}

// TestASlowAnswerIsGivenUp has a server that says a byte now and then, for ever.
func TestASlowAnswerIsGivenUp(t *testing.T) {
	s, asked := serve(t, func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			_, _ = w.Write([]byte("<"))
			w.(http.Flusher).Flush()
			time.Sleep(10 * time.Millisecond)
		}
	})
	_, err := quick(Options{Timeout: 200 * time.Millisecond}).Get(context.Background(), s.URL, Mark{})
	if n := asked.Load(); !errors.Is(err, context.DeadlineExceeded) || n > 3 {
		t.Errorf("error %v after %d tries, want %v after 3", err, n, context.DeadlineExceeded)
	}
}

func TestAPassingFaultIsPassed(t *testing.T) {
	var n atomic.Int32
	s, _ := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		if n.Add(1) < 3 {
			w.WriteHeader(http.StatusServiceUnavailable)
			return
		}
		_, _ = w.Write([]byte("there"))
	})
	page, err := quick(Options{}).Get(context.Background(), s.URL, Mark{})
	if err != nil || string(page.Body) != "there" {
		t.Errorf("%q, %v", page.Body, err)
	}
}

// TestTheSameFaultReadsTheSame resets two connections: what is said must not
// hold the port that this side happened to use.
func TestTheSameFaultReadsTheSame(t *testing.T) {
	s, _ := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		conn, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			panic(err)
		}
		_ = conn.(*net.TCPConn).SetLinger(0) // so that Close resets
		conn.Close()
	})
	_, first := quick(Options{}).Get(context.Background(), s.URL, Mark{})
	_, second := quick(Options{}).Get(context.Background(), s.URL, Mark{})
	if first == nil || second == nil || first.Error() != second.Error() || !errors.Is(first, syscall.ECONNRESET) {
		t.Errorf("first %v, then %v", first, second)
	}
	for _, fault := range []net.DNSError{
		{Name: "news.example", Err: "read udp 10.0.0.2:41000->10.0.0.1:53: i/o timeout", IsTimeout: true},
		{Name: "news.example", Err: "no such host", Server: "10.0.0.1:53", IsNotFound: true},
	} {
		said := steady(&net.OpError{Op: "dial", Net: "tcp", Err: &fault}).Error()
		if strings.Contains(said, "10.0.0") || !strings.Contains(said, "news.example") {
			t.Errorf("said %q", said)
		}
	}
}

func TestAddresses(t *testing.T) {
	for address, want := range map[string]bool{
		"93.184.216.34": true, "2606:4700::1111": true,
		"127.0.0.1": false, "::1": false, "0.0.0.0": false, "::": false, "10.1.2.3": false, "172.16.0.1": false,
		"192.168.1.1": false, "169.254.169.254": false, "fe80::1": false, "fd00::1": false, "224.0.0.1": false, "ff02::1": false,
		"100.64.0.1": false, "198.18.0.1": false, "255.255.255.255": false, "::ffff:127.0.0.1": false, "::ffff:169.254.169.254": false,
		"64:ff9b::7f00:1": false, "2002:7f00:1::": false, "fec0::1": false,
	} {
		if got := public(netip.MustParseAddr(address)); got != want {
			t.Errorf("public(%s) = %v", address, got)
		}
	}
}

func TestPrivateMachinesAreNotAsked(t *testing.T) {
	s, asked := serve(t, func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("secret")) })
	_, port, _ := net.SplitHostPort(s.Listener.Addr().String())
	for _, address := range []string{s.URL, "http://localhost:" + port, "http://[::ffff:127.0.0.1]:" + port, "http://0x7f.1:" + port, "http://0:" + port} {
		if _, err := New(Options{Tries: 1, Timeout: 2 * time.Second}).Get(context.Background(), address, Mark{}); err == nil {
			t.Errorf("%s was fetched", address)
		}
	}
	if n := asked.Load(); n != 0 {
		t.Errorf("it was asked %d times", n)
	}
	for _, address := range []string{"file:///etc/passwd", "ftp://example.org/x", "gopher://x", "http:///x", "//x", "://"} {
		if _, err := New(Options{}).Get(context.Background(), address, Mark{}); !errors.Is(err, ErrScheme) {
			t.Errorf("%s: %v, want %v", address, err, ErrScheme)
		}
	}
}

// TestARedirectToAPrivateMachineIsRefused lets the first server through as if it
// were public; where it redirects to must be asked about anew.
func TestARedirectToAPrivateMachineIsRefused(t *testing.T) {
	inside, asked := serve(t, func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("secret")) })
	outside, _ := serve(t, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, inside.URL, http.StatusFound) })
	f := quick(Options{})
	dialer := &net.Dialer{Control: func(network, address string, c syscall.RawConn) error {
		if address == outside.Listener.Addr().String() {
			return nil
		}
		return refusePrivate(network, address, c)
	}}
	f.client.Transport.(*http.Transport).DialContext = dialer.DialContext
	_, err := f.Get(context.Background(), outside.URL, Mark{})
	if !errors.Is(err, ErrAddress) || asked.Load() != 0 {
		t.Errorf("error %v after %d requests, want %v after none", err, asked.Load(), ErrAddress)
	}
}

func TestManners(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/robots.txt":
			http.Redirect(w, r, "/moved/robots.txt", http.StatusMovedPermanently)
		case "/moved/robots.txt":
			_, _ = w.Write([]byte("User-agent: *\nDisallow: /\n\nUser-agent: griot\nDisallow: /private\n"))
		default:
			_, _ = w.Write([]byte("page"))
		}
	}))
	defer s.Close()
	f := New(Options{AllowPrivate: true, Delay: 60 * time.Millisecond, Agent: "griot (test)"})
	start := time.Now()
	for range 3 {
		if _, err := f.Get(context.Background(), s.URL+"/open", Mark{}); err != nil {
			t.Fatal(err)
		}
	}
	if d := time.Since(start); d < 120*time.Millisecond {
		t.Errorf("three pages of one host within %v", d)
	}
	if _, err := f.Get(context.Background(), s.URL+"/private/page?x=1", Mark{}); !errors.Is(err, ErrRobots) {
		t.Errorf("error %v, want %v", err, ErrRobots)
	}
}

func TestAStoppedFetchEndsAtOnce(t *testing.T) {
	s, _ := serve(t, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) })
	f := New(Options{AllowPrivate: true, Delay: time.Nanosecond, Wait: time.Hour})
	ctx, stop := context.WithTimeout(context.Background(), 100*time.Millisecond)
	defer stop()
	if _, err := f.Get(ctx, s.URL, Mark{}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error %v", err)
	}
}

func TestWhatIsFetchedIsArchivedAndReadBack(t *testing.T) {
	const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>The Wire</title>
<item><title>Rebels seize a bridge</title><link>http://wire.example/1</link><pubDate>Fri, 04 Aug 2023 10:00:00 GMT</pubDate><description>Rebels seized a bridge near Boni on Thursday, the army said.</description></item>
<item><title>Talks begin</title><link>http://wire.example/2</link><pubDate>Sat, 05 Aug 2023 10:00:00 GMT</pubDate><description>Talks began in the capital on Saturday.</description></item></channel></rss>`
	s, _ := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/rss+xml")
		w.Header().Set("Content-Encoding", "gzip")
		_, _ = w.Write(zipped([]byte(feed)))
	})
	dir := t.TempDir()
	archive, err := NewArchive(dir)
	if err != nil {
		t.Fatal(err)
	}
	page, err := quick(Options{Archive: archive}).Get(context.Background(), s.URL, Mark{})
	if err != nil {
		t.Fatal(err)
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	if files, _ := filepath.Glob(filepath.Join(dir, "*.warc.gz")); len(files) != 1 {
		t.Fatalf("files %v", files)
	}
	var live, kept []string
	for item := range intake.ReadFetched(intake.Fetched{Address: page.Address, ContentType: page.ContentType, Body: page.Body}, intake.Options{}) {
		live = append(live, item.Report.ID)
	}
	for item := range intake.Read([]string{dir}, intake.Options{}) {
		if item.Problem != nil {
			t.Error(item.Problem)
		}
		kept = append(kept, item.Report.ID)
	}
	if len(live) != 2 || strings.Join(live, " ") != strings.Join(kept, " ") {
		t.Errorf("from the feed %v, from its archive %v", live, kept)
	}
}

func TestAPasswordIsUsedAndNotShown(t *testing.T) {
	s, _ := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if _, password, _ := r.BasicAuth(); password != "secret" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		_, _ = w.Write([]byte("page"))
	})
	page, err := quick(Options{}).Get(context.Background(), strings.Replace(s.URL, "://", "://reader:secret@", 1), Mark{})
	if err != nil || strings.Contains(page.Address, "secret") {
		t.Errorf("address %s, %v", page.Address, err)
	}
}
