package griot

// Report is one published text as received. It never changes: a correction is
// a new report that names the one it replaces.
type Report struct {
	ID             string         `json:"id"`
	Ref            string         `json:"ref"` // where it was read from: a file name or address; no part of its identity
	Outlet         string         `json:"outlet"`
	Title          string         `json:"title"`
	URL            string         `json:"url"`
	Published      Day            `json:"published"`
	PublishedBasis PublishedBasis `json:"published_basis"`
	PublishedWhy   string         `json:"published_why,omitempty"` // for an inferred date: from what
	Language       string         `json:"language"`                // ISO 639-1, "" when unknown
	Text           string         `json:"text"`                    // valid UTF-8; all offsets count its bytes
	Blocks         []Block        `json:"blocks,omitempty"`        // what the text is made of, in order, without gaps other than white space
	Replaces       string         `json:"replaces,omitempty"`      // ID of the report this one corrects
}

// PublishedBasis tells how the day of publication is known.
type PublishedBasis string

// The bases of a publication day.
const (
	PublishedStated   PublishedBasis = "stated"   // the report says it: header, first line, markup
	PublishedGiven    PublishedBasis = "given"    // the reader said it: flag or --meta
	PublishedInferred PublishedBasis = "inferred" // it follows from something else, named in PublishedWhy
	PublishedUnknown  PublishedBasis = "unknown"
)

// Identify is the ID of the report by what was published: outlet, day, address,
// title and text. The file it came from does not count.
func (r *Report) Identify() string {
	return NewID(ReportID, r.Outlet, r.Published.String(), r.URL, r.Title, r.Text)
}

// Block is a paragraph-like piece of a report's text.
type Block struct {
	Start int       `json:"start"`
	End   int       `json:"end"`
	Kind  BlockKind `json:"kind"`
}

// BlockKind tells the body of a report from its furniture.
type BlockKind string

// The kinds of block. Claims are read from Body and Heading alone; a Heading
// repeats what the body says and only supports it.
const (
	Body     BlockKind = "body"
	Heading  BlockKind = "heading" // the report's title and its section headings
	Header   BlockKind = "header"  // key: value lines, a leading "date YYYY-MM-DD", an address line
	Byline   BlockKind = "byline"
	Dateline BlockKind = "dateline" // "(CNN) —", "NIAMEY, Aug 4 (Reuters) -"
	Caption  BlockKind = "caption"
	Credit   BlockKind = "credit"
	Teaser   BlockKind = "teaser" // a related story and its date
	Notice   BlockKind = "notice" // advertisements, copyright, subscribe, read more
)

// Furniture tells whether no claim may be read from a block of this kind.
func (k BlockKind) Furniture() bool { return k != Body && k != Heading }
