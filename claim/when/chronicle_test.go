package when

import (
	"testing"

	"griot"
	"griot/claim/claimtest"
)

// TestChronicle leaves undated what a report tells in the past all of whose dates are
// of another time.
func TestChronicle(t *testing.T) {
	const story = "A wide road leads to the town.\n\nThe governor came to the town in 1916.\n\nMany were poor then.\n\nNobody wrote it down.\n\nThe town was quiet.\n\n" +
		"The river was low.\n\nHe built a bridge in 1918.\n\nLife was hard.\n\nBread was dear.\n\nPeople were afraid.\n\nWinters were long.\n\nSoldiers arrested the baker.\n\n"
	for text, chronicle := range map[string]bool{
		story:                                    true,
		story + "The museum opened on Monday.\n": false,
	} {
		d := claimtest.Doc(t, text)
		d.Report.Published = published
		times := Find(d)
		iv := times.Of(token(t, d, "arrested"))
		if times.chronicle != chronicle || chronicle == iv.Known() && iv.Basis == griot.BasisPublished {
			t.Errorf("chronicle %v, arrested %+v in %q", times.chronicle, iv, text)
		}
	}
}
