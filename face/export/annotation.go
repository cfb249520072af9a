package export

import (
	"encoding/json"
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"griot"
)

// annotation is a W3C Web Annotation (Recommendation of 23 February 2017) on the
// words of a claim, with its derivation in PROV. Positions count letters, as the
// model asks, not bytes.
type annotation struct {
	ID         string           `json:"id"`
	Type       string           `json:"type"`
	Motivation string           `json:"motivation"`
	Body       annotationBody   `json:"body"`
	Target     annotationTarget `json:"target"`
	Derived    []string         `json:"prov:wasDerivedFrom"`
	Attributed []string         `json:"prov:wasAttributedTo,omitempty"`
}

type annotationBody struct {
	Type    string `json:"type"`
	Value   string `json:"value"`
	Format  string `json:"format"`
	Purpose string `json:"purpose"`
}

type annotationTarget struct {
	Source   string               `json:"source"`
	Selector []annotationSelector `json:"selector"`
}

type annotationSelector struct {
	Type   string `json:"type"`
	Exact  string `json:"exact,omitempty"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
	Start  *int   `json:"start,omitempty"`
	End    *int   `json:"end,omitempty"`
}

// annotationPage is the document that holds them.
type annotationPage struct {
	Context []any        `json:"@context"`
	ID      string       `json:"id"`
	Type    string       `json:"type"`
	Items   []annotation `json:"items"`
}

func writeWebAnnotation(w io.Writer, k *griot.Known, events iter.Seq2[griot.Event, error]) error {
	page := annotationPage{
		Context: []any{"http://www.w3.org/ns/anno.jsonld", map[string]string{"prov": "http://www.w3.org/ns/prov#"}},
		ID:      "urn:griot:annotations", Type: "AnnotationPage", Items: []annotation{},
	}
	for e, err := range events {
		if err != nil {
			return err
		}
		for _, id := range e.Claims {
			c := k.Claim(id)
			if c == nil {
				continue
			}
			if r := k.Report(c.Report); r != nil {
				page.Items = append(page.Items, annotate(&e, c, r))
			}
		}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(page)
}

// contextLetters is how much text a quote selector shows on either side.
const contextLetters = 32

func annotate(e *griot.Event, c *griot.Claim, r *griot.Report) annotation {
	start := utf8.RuneCountInString(r.Text[:c.Start])
	end := start + utf8.RuneCountInString(c.Quote)
	var by []string
	for _, v := range c.Voices {
		if v.ID != "" {
			by = append(by, "urn:griot:"+v.ID)
		}
	}
	body := strings.Join([]string{string(c.Type), c.Mode, string(c.Status)}, " ")
	return annotation{
		ID: "urn:griot:" + c.ID, Type: "Annotation", Motivation: "classifying",
		Body: annotationBody{"TextualBody", strings.Join(strings.Fields(body), " "), "text/plain", "classifying"},
		Target: annotationTarget{first(web(r.URL), "urn:griot:"+r.ID), []annotationSelector{
			{Type: "TextQuoteSelector", Exact: c.Quote, Prefix: lastLetters(r.Text[:c.Start]), Suffix: firstLetters(r.Text[c.End:])},
			{Type: "TextPositionSelector", Start: &start, End: &end},
		}},
		Derived:    []string{"urn:griot:" + r.ID, "urn:griot:" + e.ID},
		Attributed: by,
	}
}

func firstLetters(s string) string {
	n := 0
	for i := range s {
		if n++; n > contextLetters {
			return s[:i]
		}
	}
	return s
}

func lastLetters(s string) string {
	i := len(s)
	for n := 0; n < contextLetters && i > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s[i:]
}
