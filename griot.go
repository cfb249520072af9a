// Package griot is the vocabulary of the record: reports and the claims,
// statements and figures read from them, and the events, disputes, expectations
// and states of affairs that follow. It knows nothing of how they are read,
// stored or shown.
//
// Two rules run through it. Every fact is a span of bytes in a stored report.
// And what is read (a Reading) is only ever added or retracted, while what is
// derived from it can be deleted and made again, identical.
package griot

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
)

// The letters that IDs begin with tell what they name.
const (
	ReportID      = "r_"
	ClaimID       = "c_"
	StatementID   = "s_"
	FigureID      = "f_"
	ActorID       = "a_"
	EventID       = "e_"
	ExpectationID = "x_"
	HoldingID     = "h_"
	PlaceID       = "p_"
	CorrectionID  = "k_"
)

// NewID is the ID of a thing by its content: the same parts give the same ID on
// any machine. Parts are framed, so that ("ab","c") and ("a","bc") differ.
func NewID(prefix string, parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(strconv.Itoa(len(p))))
		h.Write([]byte{':'})
		h.Write([]byte(p))
	}
	return prefix + hex.EncodeToString(h.Sum(nil)[:8])
}

// Span is a half-open range of bytes in the text of a report.
type Span struct {
	Report string `json:"-"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
}
