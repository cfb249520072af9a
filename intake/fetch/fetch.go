// Package fetch gets feeds and pages from servers that nobody vouches for: it
// asks politely, gives up in time, and neither reads more than it was told to
// nor connects to machines that are not on the public internet.
package fetch

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"time"
)

// Options say how pages are fetched. A zero value of a field means the default
// named beside it.
type Options struct {
	AllowPrivate bool          // also loopback, private and link-local addresses
	Agent        string        // User-Agent; "griot"
	Delay        time.Duration // between two requests to one host; 1 s, and what its robots.txt asks for
	Timeout      time.Duration // of one request with its whole answer; 30 s
	MaxBytes     int64         // of an answer, before and after it is decompressed; 16 MB
	Redirects    int           // followed at most; 5
	Tries        int           // at most, for faults that may pass; 3
	Wait         time.Duration // before the second try, doubled for each one after; 2 s
	Archive      *Archive      // keeps what was fetched; nil keeps nothing
}

// Mark is what a server calls the version of a page that it sent. A request
// that brings it is answered with the page only when it has changed since.
type Mark struct {
	ETag     string `json:"etag,omitempty"`
	Modified string `json:"modified,omitempty"` // as the server wrote it
}

// Page is an answer.
type Page struct {
	Address     string // after redirects; a password in it is masked
	ContentType string
	Body        []byte // decompressed; nil when Unchanged
	Unchanged   bool   // it is still the version of the request's mark
	Mark        Mark
}

// Errors that trying again will not mend.
var (
	ErrAddress  = errors.New("the address is not on the public internet; allow_private = true lets it through")
	ErrScheme   = errors.New("only http and https addresses are fetched")
	ErrRobots   = errors.New("the site's robots.txt asks not to fetch it")
	ErrTooLarge = errors.New("the answer is larger than allowed")
	ErrRedirect = errors.New("it redirects too often")
)

// StatusError is an answer that is no page.
type StatusError struct {
	Code  int
	after time.Duration // when to ask again, 0 when unsaid
}

func (e *StatusError) Error() string {
	return fmt.Sprintf("the server answers %d %s", e.Code, http.StatusText(e.Code))
}

// Fetcher fetches pages. It is safe for use by several goroutines, and is shared
// by all that may ask the same hosts.
type Fetcher struct {
	opt    Options
	client *http.Client
	hosts  *hosts
}

// New makes a fetcher.
func New(opt Options) *Fetcher {
	setDefault(&opt.Agent, "griot")
	setDefault(&opt.Delay, time.Second)
	setDefault(&opt.Timeout, 30*time.Second)
	setDefault(&opt.MaxBytes, 16<<20)
	setDefault(&opt.Redirects, 5)
	setDefault(&opt.Tries, 3)
	setDefault(&opt.Wait, 2*time.Second)
	dialer := &net.Dialer{Timeout: opt.Timeout}
	if !opt.AllowPrivate {
		dialer.Control = refusePrivate
	}
	return &Fetcher{
		opt: opt,
		client: &http.Client{
			Timeout: opt.Timeout,
			// Redirects are followed by hand, so that each is asked about anew.
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
			Transport: &http.Transport{
				Proxy:                  nil, // a proxy would connect where the dialer must not
				DialContext:            dialer.DialContext,
				DisableCompression:     true, // decompressed here, where it is counted
				ForceAttemptHTTP2:      true,
				MaxResponseHeaderBytes: 64 << 10,
				MaxIdleConnsPerHost:    1,
				IdleConnTimeout:        time.Minute,
			},
		},
		hosts: newHosts(),
	}
}

func setDefault[T comparable](value *T, def T) {
	var zero T
	if *value == zero {
		*value = def
	}
}

// Get fetches a page, tries again when that may help, and follows redirects.
// last is the mark of the version known already, zero for none.
func (f *Fetcher) Get(ctx context.Context, address string, last Mark) (Page, error) {
	for try := 1; ; try++ {
		page, err := f.follow(ctx, address, last)
		if err == nil || try == f.opt.Tries || !soon(err) {
			return page, steady(err)
		}
		if err := sleep(ctx, pause(f.opt.Wait, try, err)); err != nil {
			return Page{}, err
		}
	}
}

// follow fetches a page through its redirects. Every hop must be a fetchable
// address, allowed by its site, and waits for its host's turn.
func (f *Fetcher) follow(ctx context.Context, address string, last Mark) (Page, error) {
	at, err := url.Parse(address)
	if err != nil {
		return Page{}, fmt.Errorf("%w: %v", ErrScheme, err)
	}
	for range f.opt.Redirects + 1 {
		if err := checkScheme(at); err != nil {
			return Page{}, err
		}
		if err := f.allowed(ctx, at); err != nil {
			return Page{}, err
		}
		page, next, err := f.ask(ctx, at, last)
		if err != nil || next == nil {
			return page, err
		}
		at = next
	}
	return Page{}, ErrRedirect
}

func checkScheme(u *url.URL) error {
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return fmt.Errorf("%w, not %q", ErrScheme, u.Redacted())
	}
	return nil
}

// ask sends one request. It returns a page, or the address it redirects to.
func (f *Fetcher) ask(ctx context.Context, at *url.URL, last Mark) (Page, *url.URL, error) {
	if err := f.hosts.turn(ctx, at.Host, f.opt.Delay); err != nil {
		return Page{}, nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, at.String(), nil)
	if err != nil {
		return Page{}, nil, err
	}
	req.Header.Set("User-Agent", f.opt.Agent)
	req.Header.Set("Accept-Encoding", "gzip")
	setIf(req.Header, "If-None-Match", last.ETag)
	setIf(req.Header, "If-Modified-Since", last.Modified)
	resp, err := f.client.Do(req)
	if err != nil {
		return Page{}, nil, err
	}
	defer resp.Body.Close()
	switch {
	case resp.StatusCode == http.StatusNotModified:
		return Page{Address: at.Redacted(), Unchanged: true, Mark: last}, nil, nil
	case resp.StatusCode == http.StatusOK:
		page, err := f.page(at, resp)
		return page, nil, err
	case resp.StatusCode/100 == 3 && resp.Header.Get("Location") != "":
		next, err := at.Parse(resp.Header.Get("Location"))
		if err != nil {
			return Page{}, nil, fmt.Errorf("%w: %v", ErrScheme, err)
		}
		return Page{}, next, nil
	}
	return Page{}, nil, &StatusError{resp.StatusCode, retryAfter(resp.Header.Get("Retry-After"))}
}

func setIf(h http.Header, key, value string) {
	if value != "" {
		h.Set(key, value)
	}
}

// page reads the answer and archives it.
func (f *Fetcher) page(at *url.URL, resp *http.Response) (Page, error) {
	raw, err := readAll(resp.Body, f.opt.MaxBytes)
	if err != nil {
		return Page{}, err
	}
	body, err := decompress(raw, resp.Header.Get("Content-Encoding"), f.opt.MaxBytes)
	if err != nil {
		return Page{}, err
	}
	if f.opt.Archive != nil {
		if err := f.opt.Archive.add(at.Redacted(), resp, raw); err != nil {
			return Page{}, err
		}
	}
	return Page{
		Address:     at.Redacted(),
		ContentType: resp.Header.Get("Content-Type"),
		Body:        body,
		Mark:        Mark{resp.Header.Get("ETag"), resp.Header.Get("Last-Modified")},
	}, nil
}
