package griot

// Type is an event type of PLOVER, the Political Language Ontology for
// Verifiable Event Records (openeventdata/PLOVER, codebook of February 2024).
type Type string

// The event types.
const (
	Agree     Type = "AGREE"
	Consult   Type = "CONSULT"
	Support   Type = "SUPPORT"
	Concede   Type = "CONCEDE"
	Cooperate Type = "COOPERATE"
	Aid       Type = "AID"
	Retreat   Type = "RETREAT"
	Request   Type = "REQUEST"
	Accuse    Type = "ACCUSE"
	Reject    Type = "REJECT"
	Threaten  Type = "THREATEN"
	Protest   Type = "PROTEST"
	Sanction  Type = "SANCTION"
	Mobilize  Type = "MOBILIZE"
	Coerce    Type = "COERCE"
	Assault   Type = "ASSAULT"
)

// Types lists every event type, from cooperation to conflict.
var Types = []Type{Agree, Consult, Support, Concede, Cooperate, Aid, Retreat, Request, Accuse, Reject, Threaten, Protest, Sanction, Mobilize, Coerce, Assault}

var scales = map[Type]struct {
	quad  int
	score float64
	modes map[string]float64
}{
	Agree:     {1, 2.5, nil},
	Consult:   {1, 2.5, map[string]float64{"visit": 4, "third-party": 1, "multilateral": 4, "phone": 1.5}},
	Support:   {1, 5, nil},
	Concede:   {1, 4.5, nil},
	Cooperate: {2, 9.5, nil},
	Aid:       {2, 10, nil},
	Retreat:   {2, 6.5, map[string]float64{"withdraw": 8, "release": 6.5, "disarm": 10, "ceasefire": 7.5, "access": 6.5, "resign": 4.5}},
	Request:   {3, 0, map[string]float64{"assist": .5, "change": -1, "yield": -1, "meet": 0}},
	Accuse:    {3, -3, map[string]float64{"disapprove": -2, "investigate": -3.5, "allege": -3.5}},
	Reject:    {3, -2, map[string]float64{"assist": -1.5, "change": -2, "yield": -2, "meet": -2}},
	Threaten:  {3, -3.5, map[string]float64{"restrict": -3, "arrest": -3.5, "relations": -3.5, "expel": -3.5, "territory": -4, "violence": -3.5}},
	Protest:   {4, -5, map[string]float64{"demo": -5, "riot": -7, "strike": -5, "hunger": -4.5, "boycott": -4.5, "obstruct": -4.5, "vandalize": -5}},
	Sanction:  {4, -6, map[string]float64{"convict": -6, "expel": -5.5, "withdraw": -6, "discontinue": -6}},
	Mobilize:  {4, -5.5, map[string]float64{"troops": -6.5, "weapons": -6.5, "police": -5.5, "militia": -6}},
	Coerce: {4, -7, map[string]float64{"seize": -7, "restrict": -7, "censor": -6.5, "curfew": -6.5, "martial-law": -7.5, "arrest": -7,
		"deport": -7, "withhold": -7, "misinformation": -6.5, "cyber": -7}},
	Assault: {4, -9, map[string]float64{"abduct": -8.5, "beat": -7.5, "torture": -8.5, "sexual": -8.5, "targeted": -9.5, "destroy": -8.5,
		"primitive": -8, "firearms": -9, "explosives": -9, "suicide-attack": -9.5, "aerial": -9.5, "drone": -9.5, "heavy-weapons": -9.5,
		"crowd-control": -7.5, "unconventional": -10}},
}

// Quad is the quadrant of the type: 1 verbal cooperation, 2 material
// cooperation, 3 verbal conflict, 4 material conflict; 0 for no type.
func (t Type) Quad() int { return scales[t].quad }

// Scale is the score of the type in a mode, on the codebook's scale from −10
// (conflict) to 10 (cooperation); an unknown or empty mode gets the type's own.
func (t Type) Scale(mode string) float64 {
	s := scales[t]
	if v, ok := s.modes[mode]; ok {
		return v
	}
	return s.score
}

// HasMode tells whether mode is one of the type's modes; "" always is.
func (t Type) HasMode(mode string) bool {
	_, ok := scales[t].modes[mode]
	return ok || mode == ""
}
