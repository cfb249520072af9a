package griot

// Derived is everything that follows from the readings known on a day. It is
// never stored as truth: made again from the same readings it is identical.
type Derived struct {
	AsOf         Day           `json:"as_of"` // 0: everything, also reports without a date
	Events       []Event       `json:"events"`
	Expectations []Expectation `json:"expectations"`
	Holdings     []Holding     `json:"holdings"`
	Figures      []Figure      `json:"figures"` // the readings' figures with Event and Contested set
	Actors       []ActorEntry  `json:"actors"`
	Places       []PlaceEntry  `json:"places"`
	Copies       []Copy        `json:"copies"`
	Links        []Link        `json:"links"` // why claims were put together or kept apart
	Reports      []ReportEntry `json:"reports"`
	Totals       *Totals       `json:"totals,omitempty"` // nil: not counted
}

// Event is one happening, as all the reports that tell of it give it.
type Event struct {
	ID            string    `json:"id"`
	Title         string    `json:"title"`
	Told          string    `json:"told"` // the claim in whose words the title is
	Type          Type      `json:"type"`
	Mode          string    `json:"mode"`
	Contexts      []string  `json:"contexts"`
	Quad          int       `json:"quad"`
	Scale         float64   `json:"scale"`
	Status        Status    `json:"status"`
	Background    bool      `json:"background"`
	Actors        []Actor   `json:"actors"`
	Recipients    []Actor   `json:"recipients"`
	When          Interval  `json:"when"`
	Where         *Place    `json:"where"`
	Figures       []Amount  `json:"figures"`
	Claims        []string  `json:"claims"`
	Reports       int       `json:"reports"`
	Independent   int       `json:"independent"` // families of copies among those reports
	FirstReported Day       `json:"first_reported"`
	LastReported  Day       `json:"last_reported"`
	Disputes      []Dispute `json:"disputes"`
}

// Dispute is a slot of an event that reports fill with values that cannot all
// be true.
type Dispute struct {
	Slot  string `json:"slot"` // "killed", "actors", "status", "where", "when"
	Sides []Side `json:"sides"`
}

// Side is one of the values in dispute and who gives it.
type Side struct {
	Value       string   `json:"value"`
	Claims      []string `json:"claims"`
	Outlets     []string `json:"outlets"`
	Independent int      `json:"independent"`
}

// Expectation is an act that was announced, threatened, demanded, promised or
// made conditional, and what became of it.
type Expectation struct {
	ID         string   `json:"id"`
	Claim      string   `json:"claim"`
	Claims     []string `json:"claims"` // every claim that voices the same expectation
	What       string   `json:"what"`
	Type       Type     `json:"type"`
	Kind       string   `json:"kind"` // announced, threatened, demanded, promised, conditional
	Who        string   `json:"who"`
	Target     string   `json:"target"`
	By         Interval `json:"by"`
	Condition  string   `json:"condition"`
	Status     string   `json:"status"`      // open, fulfilled, partly, denied, withdrawn, overdue
	ResolvedBy string   `json:"resolved_by"` // the claim that shows it, "" when none
	Reason     string   `json:"reason"`
	Quote      string   `json:"quote"`
	Published  Day      `json:"published"`
	Actors     []Actor  `json:"actors,omitempty"` // those of the claim, as its place
	Recipients []Actor  `json:"recipients,omitempty"`
	Where      *Place   `json:"where,omitempty"`
}

// Holding is a state of affairs that holds from a day until another.
type Holding struct {
	ID        string    `json:"id"`
	Subject   string    `json:"subject"`
	Property  string    `json:"property"`
	Value     string    `json:"value"`
	Since     Interval  `json:"since"`
	Until     *Interval `json:"until"` // nil while it holds
	Contested bool      `json:"contested"`
	Claims    []string  `json:"claims"`
	Rule      string    `json:"rule"` // the row of data that says so
}

// ActorEntry is a row of the table of actors.
type ActorEntry struct {
	ActorFacts
	Roles      []Role   `json:"roles"`
	Why        []string `json:"why"` // what made two names one
	Claims     int      `json:"claims"`
	Statements int      `json:"statements"`
}

// PlaceEntry is a row of the table of places.
type PlaceEntry struct {
	ID string `json:"id"`
	Place
	Claims int `json:"claims"`
}

// Copy says that a report repeats the text of an earlier one.
type Copy struct {
	Report string   `json:"report"`
	Of     string   `json:"of"`
	Shared float64  `json:"shared"` // share of Report's text that stands in Of
	Spans  [][4]int `json:"spans"`  // start and end in Report, start and end in Of
	Why    string   `json:"why"`
}

// Link is a decision to put two claims into one event or to keep them apart.
type Link struct {
	A      string  `json:"a"`
	B      string  `json:"b"`
	Same   bool    `json:"same"`
	Score  float64 `json:"score"`
	Reason string  `json:"reason"`
	Known  Day     `json:"known"` // the day from which it stands
}
