package eval

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"griot"
)

// keyScore counts what was found of the keys' rows and how well it was coded.
type keyScore struct {
	counts map[string]*outcome
	log    func(string, ...any)
	ids    map[string]string // the claims found, by the IDs of their rows; nil when nobody asks
}

func (s *keyScore) count(what string, right bool) {
	if s.counts[what] == nil {
		s.counts[what] = &outcome{}
	}
	s.counts[what].gold++
	if right {
		s.counts[what].right++
	}
}

func (s *keyScore) figures() map[string]float64 {
	f := map[string]float64{}
	for what, o := range s.counts {
		f[what] = float64(o.right) / float64(max(1, o.gold))
	}
	return f
}

// add compares one report. Rows that must be found choose their claims first;
// a claim is of one row only.
func (s *keyScore) add(key reportKey, r griot.Reading) {
	row := map[int]*keyRow{} // by the index of its claim
	for _, optional := range []bool{false, true} {
		for i := range key.Claims {
			k := &key.Claims[i]
			if k.Optional != optional {
				continue
			}
			found := k.claim(r.Claims, row)
			if found >= 0 {
				row[found] = k
				if s.ids != nil && k.ID != "" {
					s.ids[k.ID] = r.Claims[found].ID
				}
			}
			if !optional {
				s.required(key, k, found, r)
			}
		}
	}
	for i := range r.Claims {
		c := &r.Claims[i]
		switch k := row[i]; {
		case k != nil:
			s.count("precision_strict", !k.Optional)
			if !k.Optional {
				s.count("precision", true)
			}
		case !splits(c, row):
			s.count("precision", false)
			s.count("precision_strict", false)
			s.log("%s: not in the key: %s %s %q (%s)", key.Report, c.Type, c.Status, c.Quote, c.Lemma)
		}
	}
}

// splits tells whether a claim is one more of an act already found, for another
// of its participants.
func splits(c *griot.Claim, row map[int]*keyRow) bool {
	for _, k := range row {
		if slices.Contains(k.Types, string(c.Type)) && k.under(c) && k.names(c.Lemma) {
			return true
		}
	}
	return false
}

func (s *keyScore) required(key reportKey, k *keyRow, found int, r griot.Reading) {
	s.count("recall", found >= 0)
	s.count("recall_any_type", slices.ContainsFunc(r.Claims, func(c griot.Claim) bool { return k.under(&c) }))
	for _, f := range k.Figures {
		right := slices.ContainsFunc(r.Figures, func(g griot.Figure) bool {
			return g.Of == f.Of && g.Min == f.Min && g.Max == f.Max && slices.ContainsFunc(r.Claims, func(c griot.Claim) bool {
				return k.under(&c) && c.Sentence.Start <= g.Start && g.Start < c.Sentence.End
			})
		})
		s.count("figures", right)
		if !right {
			s.log("%s: %q: no figure %s %d-%d", key.Report, k.words(), f.Of, f.Min, f.Max)
		}
	}
	if found < 0 {
		over := []string{}
		for i := range r.Claims {
			if c := &r.Claims[i]; k.under(c) {
				over = append(over, fmt.Sprintf("%s (%s)", c.Type, c.Lemma))
			}
		}
		s.log("%s: missed %v %q at %d; there: %v", key.Report, k.Types, k.words(), k.Triggers[0].At, over)
		return
	}
	s.attributes(&key, k, &r.Claims[found])
}

func (s *keyScore) attributes(key *reportKey, k *keyRow, c *griot.Claim) {
	judge := func(what string, right bool, got any, want []string) {
		s.count(what, right)
		if !right {
			s.log("%s: %q (%s): %s is %v, not %q", key.Report, k.words(), c.Lemma, what, got, want)
		}
	}
	if len(k.Modes) > 0 {
		judge("mode", slices.Contains(k.Modes, c.Mode), c.Mode, k.Modes)
	}
	judge("status", slices.Contains(k.Status, string(c.Status)), c.Status, k.Status)
	judge("actor", key.anyParty(k.Actors, c.Actors), partiesOf(c.Actors), k.Actors)
	judge("recipient", key.anyParty(k.Recipients, c.Recipients), partiesOf(c.Recipients), k.Recipients)
	judge("day", k.dated(c.When, key.Published), fmt.Sprint(c.When.From, "/", c.When.To, " ", c.When.Basis), k.Days)
	judge("place", anyPlace(k.Places, c.Where), c.Where, k.Places)
	var voices []griot.Actor
	if len(c.Voices) > 0 {
		voices = []griot.Actor{{Name: c.Voices[0].Name, Words: c.Voices[0].Words}}
	}
	judge("voice", key.anyParty(k.Voices, voices), partiesOf(voices), k.Voices)
}

// claim is the index of the free claim that fits the row best: of those of an
// accepted type over a trigger, one whose head is the trigger, then the
// shortest. It is -1 when there is none.
func (k *keyRow) claim(claims []griot.Claim, taken map[int]*keyRow) int {
	best := -1
	better := func(c, than *griot.Claim) bool {
		if a, b := k.names(c.Lemma), k.names(than.Lemma); a != b {
			return a
		}
		return c.End-c.Start < than.End-than.Start
	}
	for i := range claims {
		c := &claims[i]
		if taken[i] == nil && slices.Contains(k.Types, string(c.Type)) && k.under(c) && (best < 0 || better(c, &claims[best])) {
			best = i
		}
	}
	return best
}

// under tells whether a trigger of the row stands in the claim's quote.
func (k *keyRow) under(c *griot.Claim) bool {
	for _, w := range k.Triggers {
		if c.Start < w.At+w.Len && w.At < c.End {
			return true
		}
	}
	return false
}

// names tells whether a lemma is that of a trigger, as far as their first
// letters tell.
func (k *keyRow) names(lemma string) bool {
	for _, w := range k.Triggers {
		n := min(4, len(lemma), len(w.Word))
		if n >= 3 && strings.EqualFold(lemma[:n], w.Word[:n]) {
			return true
		}
	}
	return false
}

func (k *keyRow) words() string {
	var all []string
	for _, w := range k.Triggers {
		all = append(all, w.Word)
	}
	return strings.Join(all, "/")
}

// dated tells whether the days found are among those accepted: within a day of
// them at either end, or inside a longer interval.
func (k *keyRow) dated(found griot.Interval, published griot.Day) bool {
	return slices.ContainsFunc(k.Days, func(days string) bool {
		from, to := keyDays(days, published)
		if !from.Known() || !found.Known() {
			return from.Known() == found.Known()
		}
		inside := to > from && found.From >= from-1 && found.From.Known() && found.To.Known() && found.To <= to+1
		return inside || sameDays(found, griot.Interval{From: from, To: to})
	})
}

// keyDays are the first and last day of "2023", "2023-07", "2023-07-26", of two
// of them with "/" between, of "pub" or of "none".
func keyDays(words string, published griot.Day) (from, to griot.Day) {
	switch words {
	case "none":
		return 0, 0
	case "pub":
		return published, published
	}
	first, last, two := strings.Cut(words, "/")
	if !two {
		last = first
	}
	from, _ = daysOfWords(first)
	_, to = daysOfWords(last)
	return from, to
}

// daysOfWords are the first and last day of a year, month or day.
func daysOfWords(words string) (from, to griot.Day) {
	var year, month, day int
	switch n, _ := fmt.Sscanf(words, "%d-%d-%d", &year, &month, &day); n {
	case 1:
		return griot.NewDay(year, 1, 1), griot.NewDay(year, 12, 31)
	case 2:
		return griot.NewDay(year, month, 1), griot.NewDay(year, month+1, 0)
	case 3:
		return griot.NewDay(year, month, day), griot.NewDay(year, month, day)
	}
	return 0, 0
}

// anyParty tells whether one of those found is accepted, or nobody is both found
// and accepted.
func (k *reportKey) anyParty(accepted []string, found []griot.Actor) bool {
	if len(found) == 0 {
		return slices.Contains(accepted, "none")
	}
	return slices.ContainsFunc(found, func(a griot.Actor) bool {
		return slices.ContainsFunc(accepted, func(g string) bool { return g != "none" && k.is(a, g) })
	})
}

// is tells whether a participant found is the one accepted: by its code or its
// name. Its words alone count when its name adds to them only whose it is ("the
// premier", the premier of Kuwait). The country must not be another's.
func (k *reportKey) is(a griot.Actor, accepted string) bool {
	if a.Code == accepted {
		return true
	}
	country := cmp.Or(k.Countries[accepted], k.Country)
	code, _, _ := strings.Cut(a.Code, " ")
	if country != "*" && code != country && iso3(code) {
		return false
	}
	byWords := within(a.Words, accepted) && (within(a.Name, a.Words) || strings.Contains(a.Name, " of "))
	return within(a.Name, accepted) || byWords
}

// iso3 tells the code of a country from that of a domain.
func iso3(code string) bool {
	return len(code) == 3 && !slices.Contains([]string{"IGO", "UNO", "EUR", "NGO", "IMG", "MNC", "ISM"}, code)
}

func anyPlace(accepted []string, found *griot.Place) bool {
	if found == nil {
		return slices.Contains(accepted, "none")
	}
	return slices.ContainsFunc(accepted, func(g string) bool {
		return g != "none" && (within(found.Name, g) || within(found.Words, g))
	})
}

// within tells whether the words of one stand in a row in the other.
func within(a, b string) bool {
	a, b = bareWords(a), bareWords(b)
	return a != "  " && b != "  " && (strings.Contains(a, b) || strings.Contains(b, a))
}

func bareWords(s string) string {
	s = strings.NewReplacer(".", "", "’s", "", "'s", "").Replace(strings.ToLower(norm.NFD.String(s)))
	fields := strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) })
	fields = slices.DeleteFunc(fields, func(w string) bool { return w == "the" || w == "a" || w == "an" })
	for i, w := range fields {
		fields[i] = strings.Map(unmarked, w)
	}
	return " " + strings.Join(fields, " ") + " "
}

func partiesOf(actors []griot.Actor) []string {
	all := []string{}
	for _, a := range actors {
		all = append(all, fmt.Sprintf("%s[%s %s]", a.Words, a.Name, a.Code))
	}
	return all
}

// unmarked leaves out the accents of decomposed letters.
func unmarked(r rune) rune {
	if unicode.Is(unicode.Mn, r) {
		return -1
	}
	return r
}
