package api

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/sse"

	"griot"
)

func writeJSON(b *bytes.Buffer, v any) error {
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

func jsonOf(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v)
	}
	return string(b)
}

type itemInput struct {
	Match
	ID   string `path:"id"`
	AsOf string `query:"as-of"`
}

type searchInput struct {
	Filter
	Match
	Words string `query:"q" required:"true" doc:"words that the report must all hold"`
}

// hit is a report found by words.
type hit struct {
	Report    string    `json:"report"`
	Ref       string    `json:"ref"`
	Outlet    string    `json:"outlet"`
	Title     string    `json:"title"`
	Published griot.Day `json:"published"`
	Snippet   string    `json:"snippet"`
	Start     int       `json:"start"`
}

// submission is a report handed in by a client.
type submission struct {
	Text      string `json:"text" minLength:"1" maxLength:"8388608" doc:"the report's text"`
	Published string `json:"published,omitempty" doc:"day of publication, YYYY-MM-DD"`
	Outlet    string `json:"outlet,omitempty" maxLength:"1000"`
	URL       string `json:"url,omitempty" maxLength:"4000"`
	Title     string `json:"title,omitempty" maxLength:"4000"`
	Language  string `json:"language,omitempty" maxLength:"10"`
}

type submitInput struct {
	Body submission
}

type submitOutput struct {
	Status int
	Body   struct {
		ID     string `json:"id"`
		Status string `json:"status" doc:"where to ask for the report once it is read"`
	}
}

// maxSubmission bounds the body of a request: a text at its limit, escaped.
const maxSubmission = 20 << 20

func (a *api) registerReports(h huma.API) {
	huma.Register(h, huma.Operation{OperationID: "event", Method: http.MethodGet, Path: "/api/v1/events/{id}", Summary: "One event"},
		func(ctx context.Context, in *itemInput) (*Answer, error) {
			return a.item(ctx, in, func(k *griot.Known) any {
				if e := k.Event(in.ID); e != nil {
					return e
				}
				return nil
			})
		})
	huma.Register(h, huma.Operation{OperationID: "report", Method: http.MethodGet, Path: "/api/v1/reports/{id}", Summary: "One report with its text and all that was read from it"},
		func(ctx context.Context, in *itemInput) (*Answer, error) {
			return a.item(ctx, in, func(k *griot.Known) any {
				if r := k.Reading(in.ID); r != nil {
					return r
				}
				return nil
			})
		})
	huma.Register(h, huma.Operation{OperationID: "search", Method: http.MethodGet, Path: "/api/v1/search", Summary: "Reports that hold words"}, a.search)
	huma.Register(h, huma.Operation{OperationID: "submit", Method: http.MethodPost, Path: "/api/v1/reports", Summary: "Hand in a report to be read",
		Description:  "Handing in the same report again changes nothing. Refused unless the server was started with --write.",
		MaxBodyBytes: maxSubmission, DefaultStatus: http.StatusAccepted}, a.submit)
	sse.Register(h, huma.Operation{OperationID: "changes", Method: http.MethodGet, Path: "/api/v1/changes", Summary: "Server-sent events: each new claim, and the record's version each time it changes"},
		map[string]any{"version": versionEvent{}, "claim": claimEvent{}}, a.changes)
}

func (a *api) item(ctx context.Context, in *itemInput, find func(*griot.Known) any) (*Answer, error) {
	asOf, err := parseDay("as-of", in.AsOf)
	if err != nil {
		return nil, err
	}
	return a.answer(ctx, in.Match, "application/json", "item"+in.ID+in.AsOf, func(b *bytes.Buffer) error {
		k, _, err := a.lib.Known(ctx, asOf)
		if err != nil {
			return err
		}
		found := find(k)
		if found == nil {
			return fmt.Errorf("%s: %w", in.ID, griot.ErrNotFound)
		}
		return writeJSON(b, found)
	})
}

func (a *api) search(ctx context.Context, in *searchInput) (*Answer, error) {
	q, err := in.query()
	if err != nil {
		return nil, err
	}
	q.Limit = min(q.Limit, 100)
	return a.answer(ctx, in.Match, "application/json", "search"+in.Words+jsonOf(in.Filter), func(b *bytes.Buffer) error {
		hits := []hit{}
		for found, err := range a.lib.Record.Search(ctx, in.Words, q) {
			if err != nil {
				return err
			}
			r := found.Report
			hits = append(hits, hit{r.ID, r.Ref, r.Outlet, r.Title, r.Published, found.Snippet, found.Start})
		}
		return writeJSON(b, hits)
	})
}

func (a *api) submit(ctx context.Context, in *submitInput) (*submitOutput, error) {
	if a.opt.Submit == nil {
		return nil, huma.Error403Forbidden("this server only reads; start it with --write to hand in reports")
	}
	day, err := parseDay("published", in.Body.Published)
	if err != nil {
		return nil, err
	}
	r := griot.Report{Ref: "api", Outlet: in.Body.Outlet, Title: in.Body.Title, URL: in.Body.URL, Language: in.Body.Language, Text: in.Body.Text,
		Published: day, PublishedBasis: griot.PublishedUnknown}
	if day.Known() {
		r.PublishedBasis = griot.PublishedStated
	}
	r.ID = r.Identify()
	if err := a.opt.Submit(ctx, r); err != nil {
		return nil, huma.Error503ServiceUnavailable("the report cannot be taken now: " + err.Error())
	}
	out := &submitOutput{Status: http.StatusAccepted}
	out.Body.ID, out.Body.Status = r.ID, "/api/v1/reports/"+r.ID
	return out, nil
}
