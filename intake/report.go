package intake

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/abadojack/whatlanggo"

	"griot"
)

// report completes a report from its text and from what is known beside it. What
// the report says of itself comes first, then what the table of facts says, then
// the options of the call, then what its address allows to infer.
func (in *input) report(ref, text string, said Facts, blocks []griot.Block) Item {
	if strings.TrimSpace(text) == "" {
		return Item{Problem: &Problem{in.where(ref), "it holds no text", "nothing to read"}}
	}
	if len(text) > MaxReportBytes {
		return Item{Problem: &Problem{in.where(ref), "its text of " + strconv.Itoa(len(text)>>20) + " MB is longer than one report may be (8 MB)", "split it"}}
	}
	r := griot.Report{Ref: ref, Text: strings.ToValidUTF8(text, "\uFFFD"), Outlet: said.Outlet, Title: said.Title, URL: said.URL, Language: said.Language}
	if blocks != nil {
		r.Blocks = blocks
	} else {
		r.Blocks = Blocks(r.Text, 0)
	}
	given := in.opt.Meta[ref]
	fill(&r.Outlet, given.Outlet, in.opt.Outlet)
	fill(&r.URL, given.URL)
	fill(&r.Title, given.Title, in.opt.Title, heading(&r))
	fill(&r.Language, given.Language, detectLanguage(r.Text))
	setPublished(&r, said.Published, given.Published, in.opt.Published)
	r.ID = r.Identify()
	return Item{Report: r}
}

// where names a report within a file for a Problem.
func (in *input) where(ref string) string {
	if rest, ok := strings.CutPrefix(ref, in.ref); ok && rest != "" {
		return in.path + strings.Replace(rest, "#", ":", 1)
	}
	return in.path
}

// fill sets an empty value to the first of the others that is not.
func fill(value *string, others ...string) {
	for _, o := range others {
		if *value != "" {
			return
		}
		*value = o
	}
}

// heading is the report's own title: its first block when that is a heading.
func heading(r *griot.Report) string {
	for _, b := range r.Blocks {
		switch b.Kind {
		case griot.Header:
		case griot.Heading:
			return strings.TrimLeft(r.Text[b.Start:b.End], "# ")
		default:
			return ""
		}
	}
	return ""
}

func setPublished(r *griot.Report, said, table, flag griot.Day) {
	r.PublishedBasis = griot.PublishedUnknown
	switch {
	case said.Known():
		r.Published, r.PublishedBasis = said, griot.PublishedStated
	case table.Known():
		r.Published, r.PublishedBasis = table, griot.PublishedGiven
	case flag.Known():
		r.Published, r.PublishedBasis = flag, griot.PublishedGiven
	default:
		if d, words := dayInURL(r.URL); d.Known() {
			r.Published, r.PublishedBasis = d, griot.PublishedInferred
			r.PublishedWhy = "its address holds " + words
		} else if d, words := dayInBlock(r, griot.Dateline); d.Known() {
			r.Published, r.PublishedBasis = d, griot.PublishedInferred
			r.PublishedWhy = "its dateline says " + words
		} else if d, words := dayInBlock(r, griot.Header); d.Known() {
			r.Published, r.PublishedBasis = d, griot.PublishedInferred
			r.PublishedWhy = "a line above the story says " + words
		}
	}
}

// The ways in which addresses hold a day: "/2023-08-04/", "/2023/8/4/",
// "/20/07/2022/" where only one of the numbers may be the month, and before a
// serial number, "202308040123.html".
var urlDays = []*regexp.Regexp{
	regexp.MustCompile(`[/_-](?P<y>(?:19|20)\d\d)[/-]?(?P<m>[01]\d)[/-]?(?P<d>[0-3]\d)(?:[/_.-]|$)`),
	regexp.MustCompile(`/(?P<y>(?:19|20)\d\d)/(?P<m>1?\d)/(?P<d>[1-3]?\d)/`),
	regexp.MustCompile(`/(?P<d>1[3-9]|2\d|3[01])/(?P<m>[01]\d)/(?P<y>(?:19|20)\d\d)/`),
	regexp.MustCompile(`[/=](?P<y>(?:19|20)\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)\d{4}(?:\d\d)?(?:[/&.]|$)`),
}

func dayInURL(url string) (griot.Day, string) {
	for _, re := range urlDays {
		m := re.FindStringSubmatch(url)
		if m == nil {
			continue
		}
		part := func(name string) string { return m[re.SubexpIndex(name)] }
		d, err := griot.ParseDay(part("y") + "-" + twoDigits(part("m")) + "-" + twoDigits(part("d")))
		if err == nil {
			return d, strings.Trim(m[0], "/_.-=&")
		}
	}
	return 0, ""
}

func twoDigits(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

// dayInBlock is the day that the first block of a kind which holds one says.
func dayInBlock(r *griot.Report, kind griot.BlockKind) (griot.Day, string) {
	for _, b := range r.Blocks {
		if b.Kind == kind {
			words := strings.TrimSpace(r.Text[b.Start:b.End])
			if d := findDay(words); d.Known() {
				return d, words
			}
		}
	}
	return 0, ""
}

// sampleBytes is how much text the language is told from.
const sampleBytes = 4096

// detectLanguage is the ISO 639-1 code of a text, "" when unsure.
func detectLanguage(text string) string {
	if len(text) > sampleBytes {
		text = strings.ToValidUTF8(text[:sampleBytes], "")
	}
	info := whatlanggo.Detect(text)
	if info.Lang != whatlanggo.Eng && !info.IsReliable() {
		return ""
	}
	return info.Lang.Iso6391()
}
