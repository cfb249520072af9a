// Package pipeline joins the rooms: a report becomes a document, a document a
// reading, readings a record, and a record what follows from it.
package pipeline

import (
	"fmt"
	"runtime/debug"

	"griot"
	"griot/claim"
	"griot/claim/where/atlas"
	"griot/text"
	"griot/text/annotate"
)

// Reader turns reports into readings. It is safe for use by several goroutines.
type Reader struct {
	annotate func(*text.Doc) error
	claims   *claim.Reader
}

// NewReader loads the models and tables. places are the user's own, beside the
// gazetteer's.
func NewReader(places ...atlas.Entry) (*Reader, error) {
	annotate, err := annotate.All()
	if err != nil {
		return nil, err
	}
	claims, err := claim.New(places...)
	if err != nil {
		return nil, err
	}
	return &Reader{annotate, claims}, nil
}

// Annotate makes the document of a report, with every linguistic layer.
func (r *Reader) Annotate(report griot.Report) (*text.Doc, error) {
	doc := &text.Doc{Report: report}
	return doc, r.annotate(doc)
}

// Readable tells whether claims can be read from reports in a language; reports
// in others are kept with their text alone.
func Readable(language string) bool { return language == "en" || language == "" }

// Read reads one report. A fault of the program in one report is an error of
// that report; the others go on.
func (r *Reader) Read(report griot.Report) (reading griot.Reading, err error) {
	if !Readable(report.Language) {
		return griot.Reading{Report: report}, nil
	}
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("%s: griot failed on this report; please report it with the text: %v\n%s", report.Ref, fault, debug.Stack())
		}
	}()
	doc, err := r.Annotate(report)
	if err != nil {
		return griot.Reading{}, fmt.Errorf("%s: %w", report.Ref, err)
	}
	return r.claims.Read(doc), nil
}
