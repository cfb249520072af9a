// Package api is the HTTP API of a record: every table with the filters and
// formats of the command line, the brief, diff, why and search. It is described
// at /openapi.json, and its errors are problem details (RFC 9457).
package api

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/http"
	"net/url"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"griot"
	"griot/face/brief"
	"griot/face/explain"
	"griot/face/library"
	"griot/face/phrase"
	"griot/face/table"
)

// Options say what a client may do.
type Options struct {
	// Submit takes a report to be read; nil refuses all.
	Submit func(context.Context, griot.Report) error
}

// api answers from a library.
type api struct {
	lib *library.Library
	opt Options
}

// Register adds the API to a mux, under /api/v1/, and its description.
func Register(mux *http.ServeMux, lib *library.Library, opt Options) {
	config := huma.DefaultConfig("griot", "1")
	config.Info.Description = "The record of a crisis: claims, events, figures, expectations, states, and the words they were read from."
	config.DocsPath = ""    // its page would load scripts from elsewhere
	config.SchemasPath = "" // the schemas are in openapi.json
	config.CreateHooks = nil
	h := humago.New(mux, config)
	a := &api{lib, opt}
	for _, t := range table.Tables() {
		a.registerTable(h, t)
	}
	a.registerViews(h)
	a.registerReports(h)
}

// Filter is the filters of a listing, with the meaning they have on the command line.
type Filter struct {
	AsOf           string   `query:"as-of" doc:"as it was known on this day, YYYY-MM-DD"`
	From           string   `query:"from" doc:"what happened on this day or later"`
	To             string   `query:"to" doc:"what happened on this day or earlier"`
	Type           []string `query:"type,explode" doc:"event types, as ASSAULT"`
	Status         []string `query:"status,explode" doc:"statuses, as happened"`
	Actor          []string `query:"actor,explode" doc:"names or IDs of actors who take part"`
	Place          []string `query:"place,explode" doc:"names of places, regions or countries"`
	MinIndependent string   `query:"min-independent" doc:"events told by at least so many independent sources"`
	Limit          string   `query:"limit" doc:"at most so many rows; 1000 at most"`
	Offset         string   `query:"offset" doc:"leave out so many rows first"`
}

func (f *Filter) query() (griot.Query, error) {
	v := url.Values{"as-of": {f.AsOf}, "from": {f.From}, "to": {f.To}, "type": f.Type, "status": f.Status, "actor": f.Actor, "place": f.Place,
		"min-independent": {f.MinIndependent}, "limit": {f.Limit}, "offset": {f.Offset}}
	q, err := library.ParseQuery(v)
	if err != nil {
		return q, huma.Error400BadRequest(err.Error())
	}
	return q, nil
}

// Match is the header by which a client asks whether its copy still holds.
type Match struct {
	IfNoneMatch string `header:"If-None-Match" doc:"the ETag of the copy at hand"`
}

// Answer is a body with its type and the ETag that follows from the record.
type Answer struct {
	Status      int
	ContentType string `header:"Content-Type"`
	ETag        string `header:"ETag"`
	Body        []byte
}

// answer makes an answer, or says that the client's copy still holds. The tag
// follows from the version of the record and the question alone.
func (a *api) answer(ctx context.Context, m Match, contentType string, question string, write func(*bytes.Buffer) error) (*Answer, error) {
	version, err := a.lib.Record.Version(ctx)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256([]byte(version + "\x00" + contentType + "\x00" + question))
	tag := `"` + hex.EncodeToString(sum[:12]) + `"`
	if m.IfNoneMatch == tag {
		return &Answer{Status: http.StatusNotModified, ETag: tag, ContentType: contentType}, nil
	}
	var b bytes.Buffer
	err = a.lib.Retry(ctx, version, func() error {
		b.Reset()
		return write(&b)
	})
	if err != nil {
		if errors.Is(err, griot.ErrNotFound) {
			return nil, huma.Error404NotFound(err.Error())
		}
		return nil, err
	}
	return &Answer{Status: http.StatusOK, ContentType: contentType, ETag: tag, Body: b.Bytes()}, nil
}

var contentTypes = map[string]string{"": "application/json", "json": "application/json", "jsonl": "application/jsonl", "csv": "text/csv; charset=utf-8"}

type tableInput struct {
	Filter
	Match
	Format string `query:"format" enum:"json,jsonl,csv" default:"json" doc:"the form of the rows"`
}

func (a *api) registerTable(h huma.API, t table.Table) {
	huma.Register(h, huma.Operation{OperationID: "list-" + t.Name, Method: http.MethodGet, Path: "/api/v1/" + t.Name, Summary: "List " + t.About},
		func(ctx context.Context, in *tableInput) (*Answer, error) {
			q, err := in.query()
			if err != nil {
				return nil, err
			}
			src := &table.Source{Record: a.lib.Record, Query: q, View: func() (*griot.View, error) { return a.lib.View(ctx, q.AsOf) }}
			return a.answer(ctx, in.Match, contentTypes[in.Format], t.Name+jsonOf(in.Filter), func(b *bytes.Buffer) error { return t.Write(ctx, b, phrase.Or(in.Format, "json"), src) })
		})
}

type briefInput struct {
	Filter
	Match
	As    string `query:"as" enum:"json,md,html,text" default:"json" doc:"the form of the brief"`
	Since string `query:"since" doc:"tell apart what was first reported after this day"`
}

var briefTypes = map[string]string{"json": "application/json", "md": "text/markdown; charset=utf-8", "html": "text/html; charset=utf-8", "text": "text/plain; charset=utf-8"}

type diffInput struct {
	Match
	From string `query:"day1" required:"true" doc:"the earlier day"`
	To   string `query:"day2" required:"true" doc:"the later day"`
}

type whyInput struct {
	Match
	ID   string `path:"id" doc:"of an event, claim, statement, figure, state, expectation, actor or report"`
	AsOf string `query:"as-of"`
}

func (a *api) registerViews(h huma.API) {
	huma.Register(h, huma.Operation{OperationID: "brief", Method: http.MethodGet, Path: "/api/v1/brief", Summary: "The situation report"},
		func(ctx context.Context, in *briefInput) (*Answer, error) {
			q, err := in.query()
			if err != nil {
				return nil, err
			}
			since, err := parseDay("since", in.Since)
			if err != nil {
				return nil, err
			}
			return a.answer(ctx, in.Match, briefTypes[phrase.Or(in.As, "json")], "brief"+in.Since+jsonOf(in.Filter), func(b *bytes.Buffer) error {
				view, err := a.lib.View(ctx, q.AsOf)
				if err != nil {
					return err
				}
				return brief.WriteView(ctx, b, view, brief.Options{Format: phrase.Or(in.As, "json"), Since: since, Query: q})
			})
		})
	huma.Register(h, huma.Operation{OperationID: "diff", Method: http.MethodGet, Path: "/api/v1/diff", Summary: "What the record said on one day that it did not say on another"}, a.diff)
	huma.Register(h, huma.Operation{OperationID: "why", Method: http.MethodGet, Path: "/api/v1/why/{id}", Summary: "Every sentence, rule, merge and source behind a row"}, a.why)
}

func (a *api) diff(ctx context.Context, in *diffInput) (*Answer, error) {
	day1, err := parseDay("day1", in.From)
	if err != nil {
		return nil, err
	}
	day2, err := parseDay("day2", in.To)
	if err != nil {
		return nil, err
	}
	return a.answer(ctx, in.Match, "application/json", "diff"+in.From+in.To, func(b *bytes.Buffer) error {
		before, _, err := a.lib.Known(ctx, day1)
		if err != nil {
			return err
		}
		after, _, err := a.lib.Known(ctx, day2)
		if err != nil {
			return err
		}
		return writeJSON(b, explain.Diff(before, after))
	})
}

func (a *api) why(ctx context.Context, in *whyInput) (*Answer, error) {
	asOf, err := parseDay("as-of", in.AsOf)
	if err != nil {
		return nil, err
	}
	return a.answer(ctx, in.Match, "text/plain; charset=utf-8", "why"+in.ID+in.AsOf, func(b *bytes.Buffer) error {
		k, _, err := a.lib.Known(ctx, asOf)
		if err != nil {
			return err
		}
		return explain.Why(b, k, in.ID)
	})
}

func parseDay(name, s string) (griot.Day, error) {
	if s == "" {
		return 0, nil
	}
	d, err := griot.ParseDay(s)
	if err != nil {
		return 0, huma.Error400BadRequest(name + ": " + err.Error())
	}
	return d, nil
}
