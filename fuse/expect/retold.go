package expect

import (
	"cmp"
	"slices"

	"griot"
	"griot/fuse/same"
)

// apart makes one entry of those that voice one expectation: in one report again
// in other words, or in a later one that tells of a promise made before. What
// became of it, and by when it is due, is kept from the one that knows.
func apart(entries []*entry) []*entry {
	slices.SortFunc(entries, func(a, b *entry) int {
		return cmp.Or(cmp.Compare(a.Published, b.Published), cmp.Compare(a.ID, b.ID))
	})
	inSentence := map[griot.Span][]*entry{}
	meetings := map[venue][]*entry{}
	promised := map[griot.Day][]*entry{}
	var kept []*entry
	for _, e := range entries {
		list := slices.Concat(inSentence[sentenceOf(e.claim)], meetings[e.venue()])
		if day, ok := retells(e); ok {
			for d := day - 1; d <= day+2; d++ {
				list = append(list, promised[d]...)
			}
		}
		if i := slices.IndexFunc(list, func(first *entry) bool { return first.voices(e) }); i >= 0 {
			list[i].join(e)
			continue
		}
		kept = append(kept, e)
		inSentence[sentenceOf(e.claim)] = append(inSentence[sentenceOf(e.claim)], e)
		if v := e.venue(); v != (venue{}) {
			meetings[v] = append(meetings[v], e)
		}
		if e.Kind == "promised" {
			promised[e.Published] = append(promised[e.Published], e)
		}
	}
	return kept
}

// venue is where a report says that people are to meet; its zero value is none.
type venue struct{ report, place string }

func (e *entry) venue() venue {
	if !talks(e.Type) || e.claim.Where == nil {
		return venue{}
	}
	return venue{e.claim.Report, e.claim.Where.Name}
}

// retells is the day on which a promise was made that a report tells of days
// later.
func retells(e *entry) (griot.Day, bool) {
	w := e.claim.When
	return w.To, e.Kind == "promised" && w.Basis == griot.BasisText && w.To.Known() && w.To < e.Published-1
}

// voices tells whether a later entry says what e says.
func (e *entry) voices(later *entry) bool {
	if e.Kind != later.Kind || liking(e.claim.Actors, later.claim.Actors) < 0 {
		return false
	}
	if e.claim.Report != later.claim.Report {
		return liking(e.claim.Actors, later.claim.Actors) > 0
	}
	if sentenceOf(e.claim) == sentenceOf(later.claim) && e.What == later.What {
		return true
	}
	return e.venue() != (venue{}) && e.venue() == later.venue() && (e.stem == later.stem || same.Kindred(e.stem, later.stem)) &&
		!(e.By.Known() && later.By.Known() && !e.By.Overlaps(later.By))
}

// talks tells whether a type is used for plans to meet.
func talks(t griot.Type) bool { return t == griot.Agree || t == griot.Consult }

// join adds what another entry of the same expectation knows.
func (e *entry) join(other *entry) {
	e.Claims = append(e.Claims, other.Claims...)
	if !e.By.Known() {
		e.By = other.By
	}
	if e.ResolvedBy == "" && (other.ResolvedBy != "" || e.Status == "open") {
		e.Status, e.ResolvedBy, e.Reason = other.Status, other.ResolvedBy, other.Reason
	}
}
