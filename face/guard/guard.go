// Package guard stands before the server's handlers: who may ask, how much, what
// the browser may do with the answer, and what is counted.
package guard

import (
	"crypto/subtle"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/klauspost/compress/gzhttp"
)

// Options say who may ask.
type Options struct {
	Token  string // when set, every request must bring it: "Authorization: Bearer …", or ?token=… once, which sets a cookie
	Public bool   // requests may name any host; else only this machine's
	Log    *slog.Logger
}

// policy lets a page use what its own server gives and nothing else.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

const cookieName = "griot_token"

// Handler puts the guard before a handler and adds /healthz and /metrics.
func Handler(next http.Handler, o Options) http.Handler {
	counts := &metrics{}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		_, _ = w.Write([]byte("ok\n"))
	})
	mux.Handle("GET /metrics", counts)
	mux.Handle("/", counts.timed(withoutCompressedEvents(next)))
	return headers(localOnly(authorised(recovered(mux, o.Log), o), o))
}

// withoutCompressedEvents compresses answers, except streams of events, which
// must not wait in a buffer.
func withoutCompressedEvents(next http.Handler) http.Handler {
	zipped := gzhttp.GzipHandler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, "/changes") {
			next.ServeHTTP(w, r)
			return
		}
		zipped.ServeHTTP(w, r)
	})
}

func headers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		next.ServeHTTP(w, r)
	})
}

// localOnly refuses requests that name another host, by which a page elsewhere
// could make a browser read a server on this machine (DNS rebinding).
func localOnly(next http.Handler, o Options) http.Handler {
	if o.Public || o.Token != "" {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host := r.Host
		if h, _, err := net.SplitHostPort(host); err == nil {
			host = h
		}
		ip := net.ParseIP(strings.Trim(host, "[]"))
		if host != "localhost" && (ip == nil || !ip.IsLoopback()) {
			http.Error(w, "this server answers for this machine alone; start it with --token or --allow-public to open it", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// authorised asks for the token.
func authorised(next http.Handler, o Options) http.Handler {
	if o.Token == "" {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if given := r.URL.Query().Get("token"); given != "" && same(given, o.Token) {
			http.SetCookie(w, &http.Cookie{Name: cookieName, Value: o.Token, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
			next.ServeHTTP(w, r)
			return
		}
		given, found := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		if c, err := r.Cookie(cookieName); err == nil && !found {
			given = c.Value
		}
		if !same(given, o.Token) {
			w.Header().Set("WWW-Authenticate", "Bearer")
			http.Error(w, "this server asks for a token: Authorization: Bearer …, or ?token=… once", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func same(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }

// recovered makes a fault of one request an answer, and logs it.
func recovered(next http.Handler, log *slog.Logger) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if fault := recover(); fault != nil && fault != http.ErrAbortHandler {
				log.Error("request failed", "path", r.URL.Path, "fault", fault)
				http.Error(w, "griot failed on this request; its log says more", http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// Server is an HTTP server with limits that suit people and scripts: a slow or
// silent client does not hold it up.
func Server(addr string, h http.Handler) *http.Server {
	return &http.Server{Addr: addr, Handler: h, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 60 * time.Second, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10}
}
