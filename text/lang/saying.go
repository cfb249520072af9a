package lang

import (
	"fmt"
	"strings"
)

// Saying is how a verb of saying is used.
type Saying struct {
	Clause   bool // what is said hangs on it as a clause: "said that …"
	Listener bool // its object is who is told: "informed residents"
	Speaker  bool // its subject speaks the quotation beside it
	Self     bool // "he" in what is said is likely its subject: "promised that he …"
}

// loadSaying fills the table of verbs of saying.
func (l *Language) loadSaying() error {
	rows, err := Table(l.Code, "saying", 3)
	if err != nil {
		return err
	}
	l.Saying = map[string]Saying{}
	for _, r := range rows {
		var s Saying
		uses := map[string]*bool{"clause": &s.Clause, "listener": &s.Listener, "speaker": &s.Speaker, "self": &s.Self}
		for use := range strings.FieldsSeq(r[1]) {
			if uses[use] == nil {
				return fmt.Errorf("lang: %s: %q is no use of a verb of saying", r[0], use)
			}
			*uses[use] = true
		}
		for verb := range strings.SplitSeq(r[0], "|") {
			l.Saying[verb] = s
		}
	}
	return nil
}
