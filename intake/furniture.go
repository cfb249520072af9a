package intake

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"griot"
)

// Blocks divides a text from byte start on into paragraphs and tells the body
// from its furniture: what a page or a wire puts around a story, such as
// captions, credits and teasers of other stories with dates of their own.
// Everything keeps its place in the text; nothing is taken out.
func Blocks(text string, start int) []griot.Block {
	paras := paragraphsOf(text, start)
	classify(paras)
	var blocks []griot.Block
	for _, p := range paras {
		b := griot.Block{Start: p.start, End: p.start + len(p.text), Kind: p.kind}
		if p.kind == griot.Body {
			if n := datelineLen(p.text); n > 0 {
				blocks = append(blocks, griot.Block{Start: b.Start, End: b.Start + len(strings.TrimRight(p.text[:n], " \t")), Kind: griot.Dateline})
				b.Start += n
			}
		}
		blocks = append(blocks, b)
	}
	return blocks
}

// para is a paragraph in the making.
type para struct {
	text  string
	start int
	group int // paragraphs without a blank line between them share a group
	kind  griot.BlockKind
}

// words counts white-space words, up to a few more than any rule asks for.
func (p *para) words() int {
	n, in := 0, false
	for _, r := range p.text {
		space := unicode.IsSpace(r)
		if !space && !in {
			if n++; n > 100 {
				return n
			}
		}
		in = !space
	}
	return n
}

// ends tells whether the paragraph ends as a sentence does.
func (p *para) ends() bool {
	s := strings.TrimRight(p.text, "\"'”’»)] \t")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…:;。", r)
}

// paragraphsOf cuts a text at line breaks. In a text whose lines are wrapped at
// a margin it cuts at blank lines only.
func paragraphsOf(text string, start int) []para {
	var paras []para
	wrapped := isWrapped(text[start:])
	group, open := 0, false
	for at := start; at < len(text); {
		line, _, _ := strings.Cut(text[at:], "\n")
		trimmed := strings.TrimSpace(line)
		if trimmed == "" {
			group, open = group+1, false
		} else {
			from := at + strings.Index(line, trimmed)
			if last := len(paras) - 1; wrapped && open && paras[last].group == group {
				paras[last].text = text[paras[last].start : from+len(trimmed)]
			} else {
				paras = append(paras, para{text: trimmed, start: from, group: group, kind: griot.Body})
			}
			open = true
		}
		at += len(line) + 1
	}
	return paras
}

// isWrapped tells a text wrapped at a margin: hardly a line is longer than 100
// bytes, and most lines that another line follows break within a sentence.
func isWrapped(text string) bool {
	follow, within, long := 0, 0, 0
	lines := strings.SplitN(text, "\n", 400)
	for i := 0; i+1 < len(lines); i++ {
		a, b := strings.TrimSpace(lines[i]), strings.TrimSpace(lines[i+1])
		if len(a) > 100 {
			long++
		}
		if a == "" || b == "" {
			continue
		}
		follow++
		if p := (para{text: a}); len(a) >= 45 && !p.ends() {
			within++
		}
	}
	return follow >= 4 && within*10 >= follow*6 && long*20 <= len(lines)
}

// Patterns of furniture. They look at a paragraph as a whole.
var (
	creditLine = regexp.MustCompile(`(?i)^\(?(?:[^()]{2,60} ?/ ?)?(?:the )?(?:associated press|ap(?: photo)?|reuters|afp|epa(?:-efe)?|getty(?: images)?|bloomberg|xinhua|anadolu(?: agency)?|shutterstock|alamy|pa(?: media)?|file photo|file|handout)(?: ?/ ?[^()]{2,60})?\)?\.?$`)
	creditHead = regexp.MustCompile(`(?i)^(?:\W{0,2}(?:photos?|images?|pictures?|photographs?|video|illustration|graphic)(?: (?:credits?|by|courtesy|source)\b|\s*[:©])|credits?:|© |courtesy of |source: )`)
	parenSlash = regexp.MustCompile(`^\([\p{Lu}][^()/]{1,50} ?/ ?[\p{Lu}][^()]{1,50}\)$`)
	captionTag = regexp.MustCompile(`(?i)^(?:caption:|file ?[-–—:] |file (?:photo|picture|image)\b|in this (?:photo|image|picture|frame|screen)|pictured[:,]|image caption|photo shows\b)|\((?:l-r|left to right|file photo|photo:[^)]*)\)|\[(?:file: ?)?[\p{Lu}][^\[\]]{2,50}/[^\[\]]{2,50}\]\.?$`)
	byline     = regexp.MustCompile(`^(?i:by|reported by|written by|story by):? \p{Lu}[\p{L}.'’-]+(?:[ ,&|/]+(?:(?i:and|for|in|of|the) )?\p{Lu}[\p{L}.'’-]+){0,9}\.?$`)
	signature  = regexp.MustCompile(`(?i)^\(?(?:(?:additional )?(?:reporting|writing|editing) by |.{0,120}\bcontributed to this (?:report|story|article)\.?\)?$|.{3,60} was talking to .{3,60}$)`)
	notice     = regexp.MustCompile(`(?i)^\W{0,3}(?:advertisements?|sponsored(?: content)?|subscribe\b.*|sign up\b.*|newsletter|copyright\b.*|©.*|all rights reserved.*|click here\b.*|follow us\b.*|share(?: this.*)?|comments?|loading\.*|download (?:our|the) .{0,40}app.*|this (?:article|story) (?:was|has been) (?:first|originally) (?:published|appeared).*|view comments|most read|trending(?: now)?|story continues below.*|continue reading.*)\W*$`)
	teaser     = regexp.MustCompile(`(?i)^\W{0,3}(?:(?:also|must|further|now) read|read (?:more|also|next)|related(?: (?:stories|story|news|articles?|topics|content|coverage|links))?|see also|more (?:from|on|stories)|don['’]t miss|recommended(?: for you)?|you (?:may|might) also (?:like|be interested in)|watch|listen|in pictures|explained?)\s*(?:[:|»>\-–—].*)?$`)
	dateLine   = regexp.MustCompile(`(?i)^(?:(?:first )?(?:published|updated|posted|last updated|last modified|issued)(?: on| at)?:?\s*)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)(?:day)?,?\s+)?(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?,? \d{4}|\d{4}-\d{2}-\d{2})(?:[ ,|•·–-]+(?:at )?\d{1,2}[:.]?\d{0,2}.{0,20})?\.?$`)
	markdown   = regexp.MustCompile(`^#{1,6}\s`)
	bullet     = regexp.MustCompile(`^(?:[-*•·»›▪–—]|\d{1,2}[.)])\s+\S`)
	speech     = regexp.MustCompile(`["“”«»]`)
)

// Sizes that the rules ask for, in words.
const (
	storyWords   = 18 // a paragraph of this length is told, not labelled
	titleWords   = 26
	headingWords = 14
	teaserWords  = 60
)

// classify sets the kind of every paragraph.
func classify(paras []para) {
	begun := false // a paragraph of the story has been seen
	for i := range paras {
		p := &paras[i]
		p.kind = kindOf(p, begun)
		if p.kind == griot.Body && (p.words() >= storyWords || p.ends() && p.words() > 8) {
			begun = true
		}
	}
	for i := range paras {
		switch p := &paras[i]; p.kind {
		case griot.Credit:
			captionsAbove(paras, i)
		case griot.Teaser:
			teasersAround(paras, i)
		case griot.Heading:
			if alone := i == len(paras)-1 && i > 0; alone {
				p.kind = griot.Body // nothing follows that it could head
			}
		}
	}
}

// kindOf is the kind of a paragraph by its own words. begun tells whether the
// story has begun.
func kindOf(p *para, begun bool) griot.BlockKind {
	s := p.text
	if len(s) > 600 { // furniture is short
		return griot.Body
	}
	switch {
	case markdown.MatchString(s):
		return griot.Heading
	case dateLine.MatchString(s):
		if begun {
			return griot.Teaser
		}
		return griot.Header
	case parenSlash.MatchString(s), creditLine.MatchString(s), creditHead.MatchString(s) && p.words() <= 20:
		return griot.Credit
	case captionTag.MatchString(s):
		return griot.Caption
	case byline.MatchString(s), signature.MatchString(s):
		return griot.Byline
	case notice.MatchString(s):
		return griot.Notice
	case teaser.MatchString(s):
		return griot.Teaser
	case isHeading(p, begun):
		return griot.Heading
	}
	return griot.Body
}

// isHeading tells a title or section heading: short, not ended as a sentence,
// no item of a list and nobody's words.
func isHeading(p *para, begun bool) bool {
	limit := headingWords
	if !begun {
		limit = titleWords
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(p.text, "'‘\"“#"))
	if p.words() > headingWords && datelineLen(p.text) > 0 || strings.HasSuffix(p.text, ",") {
		return false
	}
	return p.words() <= limit && !p.ends() && !bullet.MatchString(p.text) &&
		(!begun || !speech.MatchString(p.text)) && (unicode.IsUpper(first) || unicode.IsDigit(first))
}

// captionsAbove marks what a credit belongs to: the lines right above it, or,
// before the story begins, the short paragraph above. What stands above another
// credit is that one's.
func captionsAbove(paras []para, credit int) {
	for i := credit - 1; i >= 0 && paras[i].group == paras[credit].group; i-- {
		if paras[i].kind == griot.Credit || paras[i].words() > teaserWords {
			return
		}
		paras[i].kind = griot.Caption
	}
	for i := credit - 1; i > 0; i-- { // the title is no caption
		if paras[i].group == paras[credit].group {
			continue
		}
		if paras[i].kind == griot.Heading && paras[i].words() <= titleWords && paras[i].group+1 == paras[credit].group {
			paras[i].kind = griot.Caption
		}
		return
	}
}

// teasersAround marks what a teaser's date or label belongs to: a date in the
// middle of a story ends the teaser above it; a bare label heads the lines under it.
func teasersAround(paras []para, at int) {
	if dateLine.MatchString(paras[at].text) {
		if above := at - 1; above > 0 && paras[above].kind == griot.Body && paras[above].words() <= teaserWords {
			paras[above].kind = griot.Teaser
		}
		return
	}
	if !paras[at].label() {
		return // it names the other story itself
	}
	for i := at + 1; i < len(paras) && !paras[i].ends() && paras[i].words() <= titleWords; i++ {
		if paras[i].kind == griot.Teaser && paras[i].label() {
			return // which heads the lines under it
		}
		if paras[i].kind == griot.Body || paras[i].kind == griot.Heading {
			paras[i].kind = griot.Teaser
		}
	}
}

// label tells whether a teaser is so short that it only heads others.
func (p *para) label() bool { return p.words() <= 3 && !dateLine.MatchString(p.text) }

// The parts of a dateline: towns in capitals or as names, a day, and what parts
// it from the story.
const (
	capsTown  = `\p{Lu}{2}[\p{Lu}.'’/ -]{1,40}(?:, [\p{L}.'’ -]{2,30})?`
	plainTown = `\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}]+)?`
	someDay   = `(?:\d{1,2} )?\p{Lu}[\p{L}]{2,8}\.?(?: \d{1,2})?(?:,? \d{4})?`
	dash      = `(?:(?:—|–|--)\s*|-\s+)`
)

var datelines = []*regexp.Regexp{
	// "(CNN) — ", "NIAMEY, Aug 4 (AFP) - ", "Niamey, Niger (AP): "
	regexp.MustCompile(`^(?:\p{Lu}[\p{L}.'’/ -]{1,40}(?:, [\p{L}.'’ -]{2,30}){0,2}(?:,? ` + someDay + `)?\s*)?\((?:[\p{Lu}][\p{L}.&/ -]{1,30})\)\s*(?:—|–|--?|:)\s*`),
	// "NIAMEY (AFP) "
	regexp.MustCompile(`^` + capsTown + `\s+\([\p{Lu}][\p{L}.&/ -]{1,30}\)\s+`),
	// "NIAMEY: ", "NIAMEY - 4 August 2023: "
	regexp.MustCompile(`^` + capsTown + `(?:(?:,| -)? ` + someDay + `)?\s*:\s+`),
	// "NIAMEY, Aug 4 — "
	regexp.MustCompile(`^` + capsTown + `(?:,? ` + someDay + `)?\s*` + dash),
	// "Niamey, 4 August - ", "Niamey- "
	regexp.MustCompile(`^` + plainTown + `(?:, (?:\d{1,2} )\p{Lu}\p{Ll}{2,8}\.?(?: \d{4})?| \p{Lu}\p{L}+, \d{1,2} \p{Lu}\p{Ll}{2,8}\.?(?: \d{4})?)?(?:\s+(?:—|–|-)|-)\s+`),
	// "coastal News, 4 August - "
	regexp.MustCompile(`^\p{L}[\p{L}.]+(?: \p{Lu}[\p{L}.]+){0,2}, \d{1,2} \p{Lu}\p{Ll}{2,8}\.?(?: \d{4})?\s+` + dash),
	// "Niamey /ANP/. "
	regexp.MustCompile(`^` + plainTown + `\s*/\p{Lu}{3,12}/[.:]?\s*` + `(?:[—–-]\s*)?`),
}

// datelineLen is the number of bytes of the dateline that a paragraph begins
// with: place, day and agency before a dash.
func datelineLen(s string) int {
	head := s[:min(len(s), 160)]
	for _, re := range datelines {
		if m := re.FindString(head); m != "" && len(m) < len(s) && beginsSentence(s[len(m):]) {
			return len(m)
		}
	}
	return 0
}

func beginsSentence(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"'“‘«("))
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}
