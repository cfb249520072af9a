package fetch

import (
	"context"
	"net/http"
	"net/url"
	"sync"
	"time"

	"github.com/temoto/robotstxt"
)

const (
	maxHosts       = 4096      // remembered at once
	maxRobotsBytes = 500 << 10 // RFC 9309
	robotsLast     = 24 * time.Hour
	longestDelay   = time.Minute // that a robots.txt may ask for
)

// hosts remembers when each host may be asked again and what its robots.txt says.
type hosts struct {
	mu    sync.Mutex
	known map[string]*host
}

type host struct {
	next    time.Time // when it may be asked again
	delay   time.Duration
	reading sync.Mutex // held while robots.txt is fetched
	robots  *robotstxt.Group
	expires time.Time
}

func newHosts() *hosts { return &hosts{known: map[string]*host{}} }

// at is what is known of a host. When too many are known, those that may be
// asked again at once are forgotten.
func (h *hosts) at(name string) *host {
	h.mu.Lock()
	defer h.mu.Unlock()
	if k := h.known[name]; k != nil {
		return k
	}
	if len(h.known) >= maxHosts {
		now := time.Now()
		for n, k := range h.known {
			if k.next.Before(now) {
				delete(h.known, n)
			}
		}
	}
	k := &host{}
	h.known[name] = k
	return k
}

// turn waits until the host may be asked, and takes that turn.
func (h *hosts) turn(ctx context.Context, name string, delay time.Duration) error {
	k := h.at(name)
	h.mu.Lock()
	now := time.Now()
	mine := k.next
	if mine.Before(now) {
		mine = now
	}
	k.next = mine.Add(max(delay, k.delay))
	h.mu.Unlock()
	return sleep(ctx, time.Until(mine))
}

// allowed asks the site's robots.txt, fetched once a day. A site without one
// allows everything; one that cannot say now is asked again later.
func (f *Fetcher) allowed(ctx context.Context, at *url.URL) error {
	k := f.hosts.at(at.Host)
	k.reading.Lock()
	defer k.reading.Unlock()
	if time.Now().After(k.expires) {
		if err := f.readRobots(ctx, at, k); err != nil {
			return err
		}
	}
	path := at.EscapedPath()
	if path == "" {
		path = "/"
	}
	if at.RawQuery != "" {
		path += "?" + at.RawQuery
	}
	if k.robots != nil && !k.robots.Test(path) {
		return ErrRobots
	}
	return nil
}

func (f *Fetcher) readRobots(ctx context.Context, at *url.URL, k *host) error {
	body, err := f.robots(ctx, &url.URL{Scheme: at.Scheme, Host: at.Host, Path: "/robots.txt"})
	if err != nil {
		return err
	}
	k.robots, k.expires = nil, time.Now().Add(robotsLast)
	if data, err := robotstxt.FromBytes(body); err == nil {
		if k.robots = data.FindGroup(f.opt.Agent); k.robots != nil {
			f.hosts.mu.Lock()
			k.delay = min(k.robots.CrawlDelay, longestDelay)
			f.hosts.mu.Unlock()
		}
	}
	return nil
}

// robots is the text of a robots.txt, followed to where it moved; "" when there
// is none or it is too long to be one.
func (f *Fetcher) robots(ctx context.Context, at *url.URL) ([]byte, error) {
	for range f.opt.Redirects + 1 {
		if err := checkScheme(at); err != nil {
			return nil, err
		}
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, at.String(), nil)
		if err != nil {
			return nil, err
		}
		req.Header.Set("User-Agent", f.opt.Agent)
		resp, err := f.client.Do(req)
		if err != nil {
			return nil, err
		}
		body, err := readAll(resp.Body, maxRobotsBytes)
		resp.Body.Close()
		location := resp.Header.Get("Location")
		switch {
		case resp.StatusCode >= 500:
			return nil, &StatusError{Code: resp.StatusCode}
		case resp.StatusCode == http.StatusOK && err == nil:
			return body, nil
		case resp.StatusCode/100 != 3 || location == "":
			return nil, nil
		}
		if at, err = at.Parse(location); err != nil {
			return nil, nil
		}
	}
	return nil, nil
}
