package when

import "griot"

// state is what the report has said about time so far.
type state struct {
	published griot.Day
	inferred  bool    // the day of publication is itself inferred
	spoken    stretch // the date last spoken of
	day       stretch // the day last spoken of
	year      int     // of the date last spoken of; 0: none
	explicit  bool    // that year was written out
	narrative bool    // the report tells of times long before its publication
	planned   outlook // of the expression at hand
	sentence  int
	yearIn    int     // the sentence of year
	quarter   stretch // the quarter last spoken of
}

// on is the day of publication in words.
func (s *state) on() string {
	if s.inferred {
		return s.published.String() + ", itself inferred"
	}
	return s.published.String()
}

// outlook tells whether the words around an expression look back or ahead.
type outlook int8

const (
	backward outlook = iota - 1
	unclear
	forward
)

// speak notes a date that was spoken of.
func (s *state) speak(d stretch, f *form) {
	s.spoken = d
	if d.grain == byQuarter && !f.quarterly {
		s.quarter = d
	}
	if d.grain == byDay {
		s.day = d
	}
	if d.grain < byDecade || d.grain > byCentury {
		s.year, s.yearIn = d.y, s.sentence
		s.explicit = f.year != 0
	}
}

// anchor is the date that an expression counts from.
func (s *state) anchor(f *form) (stretch, griot.Basis) {
	if f.quarterly && s.quarter.grain != noGrain {
		return s.quarter, griot.BasisAnaphora
	}
	ahead := !f.directed && s.planned == forward && s.published.Known() // "by the end of the year"
	if f.mentioned && s.spoken.grain != noGrain && !ahead {
		if f.unit <= byDay && s.spoken.grain != byDay && s.day.grain == byDay {
			return s.day, griot.BasisAnaphora
		}
		return s.spoken, griot.BasisAnaphora
	}
	if s.narrative && s.spoken.grain != noGrain && !f.ago {
		return s.spoken, griot.BasisAnaphora
	}
	if !s.published.Known() {
		return stretch{}, griot.BasisNone
	}
	return dayStretch(s.published), griot.BasisText
}

// told is the year that dates without one belong to when the report tells of
// another time than its own: 0 when it does not.
func (s *state) told() int {
	if s.narrative {
		return s.year
	}
	y, _, _ := s.published.Date()
	if s.explicit && s.yearIn == s.sentence && (s.year < y || !s.published.Known()) {
		return s.year
	}
	return 0
}
