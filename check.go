package griot

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"unicode/utf8"
)

// Check tells what is wrong with a reading before it is stored: a quote that is
// not the bytes it points at, an ID that does not follow from the content, a row
// that belongs to another report.
func (r *Reading) Check() error {
	if !utf8.ValidString(r.Report.Text) {
		return fmt.Errorf("report %s (%s): the text is not valid UTF-8", r.Report.ID, r.Report.Ref)
	}
	if id := r.Report.Identify(); id != r.Report.ID {
		return fmt.Errorf("report %s (%s): its content has the ID %s", r.Report.ID, r.Report.Ref, id)
	}
	for i := range r.Claims {
		if err := r.checkClaim(&r.Claims[i]); err != nil {
			return err
		}
	}
	for i := range r.Statements {
		s := &r.Statements[i]
		for _, span := range s.Spans {
			if err := r.quotes(s.ID, s.Report, span[0], span[1], ""); err != nil {
				return err
			}
		}
	}
	for i := range r.Figures {
		f := &r.Figures[i]
		if err := r.quotes(f.ID, f.Report, f.Start, f.End, f.Quote); err != nil {
			return err
		}
	}
	for i := range r.Roles {
		o := &r.Roles[i]
		if err := r.quotes("role of "+o.Name, o.Report, o.Start, o.End, o.Quote); err != nil {
			return err
		}
	}
	return nil
}

func (r *Reading) checkClaim(c *Claim) error {
	if id := c.Identify(); id != c.ID {
		return fmt.Errorf("claim %s: its content has the ID %s", c.ID, id)
	}
	if c.Quote == "" {
		return fmt.Errorf("claim %s: %w: it shows no words", c.ID, ErrMisquote)
	}
	if err := r.quotes(c.ID, c.Report, c.Start, c.End, c.Quote); err != nil {
		return err
	}
	for _, actors := range [][]Actor{c.Actors, c.Recipients} {
		for _, a := range actors {
			if err := r.quotes(c.ID, c.Report, a.Start, a.End, a.Words); err != nil {
				return err
			}
		}
	}
	return nil
}

// quotes checks that a span lies in the report and, unless words is "", that
// its bytes are the words.
func (r *Reading) quotes(id, report string, start, end int, words string) error {
	text := r.Report.Text
	switch {
	case report != r.Report.ID:
		return fmt.Errorf("%s: it belongs to report %q, not to %s", id, report, r.Report.ID)
	case start < 0 || end < start || end > len(text):
		return fmt.Errorf("%s: %w: bytes %d to %d of %d", id, ErrMisquote, start, end, len(text))
	case words != "" && text[start:end] != words:
		return fmt.Errorf("%s: %w: bytes %d to %d are %q, not %q", id, ErrMisquote, start, end, text[start:end], words)
	}
	return nil
}

// Digest is a hash of all that the reading says. Where the report was read from
// does not count.
func (r Reading) Digest() [32]byte {
	r.Report.Ref = ""
	r.Normalize()
	b, err := json.Marshal(r)
	if err != nil {
		panic("griot: a reading always has a JSON form: " + err.Error())
	}
	return sha256.Sum256(b)
}
