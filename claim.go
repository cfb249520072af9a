package griot

import "strconv"

// Claim is what one report says, in one place, happened, will happen or did not.
type Claim struct {
	ID string `json:"id"`
	Source
	Start      int      `json:"start"` // bytes of the quote in the report's text
	End        int      `json:"end"`
	Quote      string   `json:"quote"` // exactly those bytes
	Sentence   Span     `json:"sentence"`
	Clause     [2]int   `json:"clause,omitzero"` // bytes of the clause that tells it, from its subject to what completes it; zeros where none is known
	Type       Type     `json:"type"`
	Mode       string   `json:"mode"`
	Contexts   []string `json:"contexts"`
	Status     Status   `json:"status"`
	Background bool     `json:"background"` // the act lies well before the story it is told in
	Actors     []Actor  `json:"actors"`
	Recipients []Actor  `json:"recipients"`
	When       Interval `json:"when"`
	Where      *Place   `json:"where"`
	Figures    []Amount `json:"figures"`
	Voices     []Voice  `json:"voices"` // nearest the fact first; the outlet last, and left out when it speaks for itself
	Odds       float64  `json:"odds"`
	Lemma      string   `json:"lemma"`           // head word of the trigger, for comparing claims
	Rules      []string `json:"rules,omitempty"` // the rows of data that fired, "trigger:attack.v", for `why`
}

// Source repeats what a listing shows of the report that a row was read from.
// Only Report is part of the row's identity; the record fills in the rest.
type Source struct {
	Report    string `json:"report"`
	Ref       string `json:"ref"`
	Outlet    string `json:"outlet"`
	Published Day    `json:"published"`
}

// Identify is the ID of the claim by where it stands and what it says.
func (c *Claim) Identify() string {
	parts := []string{c.Report, strconv.Itoa(c.Start), strconv.Itoa(c.End), string(c.Type), c.Mode, string(c.Status)}
	for _, a := range c.Actors {
		parts = append(parts, "by", a.ID, strconv.Itoa(a.Start))
	}
	for _, a := range c.Recipients {
		parts = append(parts, "to", a.ID, strconv.Itoa(a.Start))
	}
	return NewID(ClaimID, parts...)
}

// Status tells whether the act of a claim came about.
type Status string

// The statuses of a claim.
const (
	Happened    Status = "happened"
	Ongoing     Status = "ongoing"
	Announced   Status = "announced"
	Threatened  Status = "threatened"
	Demanded    Status = "demanded"
	Conditional Status = "conditional"
	Possible    Status = "possible"
	Denied      Status = "denied"
)

// Statuses lists every status.
var Statuses = []Status{Happened, Ongoing, Announced, Threatened, Demanded, Conditional, Possible, Denied}

// Real tells whether the act is said to have come about.
func (s Status) Real() bool { return s == Happened || s == Ongoing }

// Actor is a mention of an actor: who is meant and the words that say so.
type Actor struct {
	ID    string `json:"id"`
	Name  string `json:"name"` // the actor's usual name
	Code  string `json:"code"` // "NER MIL": country or domain, then sector; "" when unknown
	Words string `json:"words"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// Voice is somebody who says so.
type Voice struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Words string `json:"words"`
	Cue   string `json:"cue"` // the word that reports: "said", "according to"
	// Status is what the act is in this voice's eyes; that of the outlet, which
	// tells what all the voices say, is the claim's own. "" in older readings.
	Status Status `json:"status,omitempty"`
}

// Place is where something happened, as exactly as the text says.
type Place struct {
	Name      string  `json:"name"`
	Country   string  `json:"country"` // ISO 3166-1 alpha-2, "" when unknown
	Admin1    string  `json:"admin1"`
	Lat       float64 `json:"lat"`
	Lon       float64 `json:"lon"`
	GeonameID int     `json:"geonameid"` // 0 for a place no gazetteer has
	RadiusKm  float64 `json:"radius_km"` // the place lies within this distance of Lat, Lon
	Words     string  `json:"words"`
	Odds      float64 `json:"odds,omitempty"`
	Reason    string  `json:"reason,omitempty"`
}

// Amount is a quantity as the text gives it.
type Amount struct {
	Of     string `json:"of"`  // killed, wounded, missing, detained, displaced, troops, protesters, money, distance, …
	Who    string `json:"who"` // of whom or what, as lemmas: "soldier", "US troops"
	Min    int64  `json:"min"`
	Max    int64  `json:"max"` // -1 when open: "at least 17"
	Approx bool   `json:"approx"`
	Words  string `json:"words"`
}

// Figure is an amount that a report gives in one place, and what it belongs to.
type Figure struct {
	ID string `json:"id"`
	Source
	Amount
	Start     int      `json:"start"`
	End       int      `json:"end"`
	Quote     string   `json:"quote"`
	When      Interval `json:"when"`
	Where     *Place   `json:"where"`
	Voices    []Voice  `json:"voices,omitempty"` // who gives it, the nearest first; none where the outlet does
	Claim     string   `json:"claim,omitempty"`  // the claim it was read with
	Event     string   `json:"event"`            // derived
	Contested bool     `json:"contested"`        // derived
}

// Identify is the ID of the figure by where it stands.
func (f *Figure) Identify() string {
	return NewID(FigureID, f.Report, strconv.Itoa(f.Start), strconv.Itoa(f.End), f.Of)
}

// Statement is something somebody said or wrote.
type Statement struct {
	ID string `json:"id"`
	Source
	Kind      StatementKind `json:"kind"`
	Act       string        `json:"act"` // claim, deny, condemn, endorse, demand, threaten, promise, concede
	Speaker   Actor         `json:"speaker"`
	Cue       string        `json:"cue"`
	Addressee *Actor        `json:"addressee"`
	Content   string        `json:"content"` // the bytes of Spans, joined by " … "
	Spans     [][2]int      `json:"spans"`
	When      Interval      `json:"when"`
	Anonymous bool          `json:"anonymous,omitempty"` // "two US officials"
	Class     string        `json:"class,omitempty"`     // of source: official, military, media, expert, witness, group, post, …
	Rules     []string      `json:"rules,omitempty"`
}

// StatementKind tells how a statement is given.
type StatementKind string

// The kinds of statement.
const (
	Direct   StatementKind = "direct"
	Mixed    StatementKind = "mixed"
	Indirect StatementKind = "indirect"
)

// Identify is the ID of the statement by where it stands and who speaks.
func (s *Statement) Identify() string {
	parts := []string{s.Report, s.Speaker.ID, s.Cue}
	for _, p := range s.Spans {
		parts = append(parts, strconv.Itoa(p[0]), strconv.Itoa(p[1]))
	}
	return NewID(StatementID, parts...)
}

// Role is what a report says an actor is: an office, a membership, a part in an
// organisation.
type Role struct {
	Source
	Actor    string   `json:"actor"` // actor ID
	Name     string   `json:"name"`  // of the actor
	Role     string   `json:"role"`  // "president", "spokesman", "founder", "alias": then Of is another name of the actor
	Of       string   `json:"of"`    // name of the organisation or country, "" when unsaid
	OfID     string   `json:"of_id,omitempty"`
	When     Interval `json:"when"`
	Former   bool     `json:"former,omitempty"`
	Start    int      `json:"start"`
	End      int      `json:"end"`
	Quote    string   `json:"quote"`
	Identity string   `json:"identity,omitempty"` // what made two names one, in words
}

// ActorFacts is what is known of an actor by its name alone or by one report.
type ActorFacts struct {
	ID      string   `json:"id"`
	Name    string   `json:"name"`
	Kind    string   `json:"kind"` // person, organisation, country, group, people, office, place
	Code    string   `json:"code"`
	Country string   `json:"country,omitempty"` // ISO 3166-1 alpha-3
	Aliases []string `json:"aliases"`           // names it goes by in this report, sorted
}

// Reading is all that was read from one report. It is added to a record whole.
type Reading struct {
	Report     Report       `json:"report"`
	Claims     []Claim      `json:"claims"`
	Statements []Statement  `json:"statements"`
	Figures    []Figure     `json:"figures"`
	Roles      []Role       `json:"roles"`
	Actors     []ActorFacts `json:"actors"`
}
