package state

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"griot"
	"griot/data"
)

// office is a row of data/state/offices.tsv.
type office struct {
	roles []string
	alone bool // only one person of a country holds it
}

var offices = sync.OnceValue(func() []office {
	rows, err := data.StateRows("offices", "class", "roles", "alone", "example", "yields")
	if err != nil {
		panic(err)
	}
	list := make([]office, len(rows))
	for i, r := range rows {
		list[i] = office{strings.Split(r[1], "|"), r[2] == "yes"}
	}
	return list
})

// held is the office that a role is, "" for none, and whether one person alone
// holds it. What a report puts before an office that one person holds ("first
// elected president") is left out; of others it belongs to the name.
func held(role string) (name string, alone bool) {
	lower := strings.ToLower(role)
	for _, o := range offices() {
		for _, known := range o.roles {
			if before, ok := strings.CutSuffix(lower, known); ok && (before == "" || strings.HasSuffix(before, " ")) {
				if known == "prime minister" && before != "" && !strings.Contains(before, "vice") && !strings.Contains(before, "deputy") {
					return known, o.alone // "a subdued prime minister"
				}
				if o.alone && !strings.Contains(before, "vice") && !strings.Contains(before, "deputy") {
					return known, true
				}
				return role, false
			}
		}
	}
	return "", false
}

// Role says of a person what they are, by the words of a report.
// Claims are those that a reader may be shown for it: of the same report, by
// or upon the same person.
type Role struct {
	griot.Role
	Claims []string
}

// longestOffice is the number of words beyond which a role is no name of an office.
const longestOffice = 5

// inOffice makes changes of roles that are offices of persons: begun by the
// day of the report, or ended by then when the report says "former".
func inOffice(roles []Role, persons map[string]bool) []change {
	var list []change
	fuller := portfolios(roles)
	for i := range roles {
		r := &roles[i]
		what, to, _ := strings.Cut(r.Role.Role, " to ")
		name, alone := held(what)
		if name == "" || strings.Contains(name, ".") || len(strings.Fields(name)) > longestOffice || !persons[r.Actor] || name == "minister" && fuller[key(r)] || !said(r, name) {
			continue
		}
		c := change{
			slot: slot{r.Name, "office", called(name, r.Of, to)}, rule: fmt.Sprintf("office: “%s”", r.Quote), ends: r.Former, told: true, alone: alone, nation: r.Of,
			day: max(r.When.From, r.Published), published: r.Published, id: r.Report + r.Name, claims: r.Claims, when: r.When,
		}
		if !c.when.Known() {
			c.when = griot.Interval{To: r.Published, Basis: griot.BasisPublished, Reason: "the report of that day says so"}
		}
		list = append(list, c)
	}
	return list
}

// said tells whether the words of a role say that somebody bears the office. They
// do not where they name nobody, where the office is a part of the name, and where
// the body in which it is held is not the country: "the union's president".
func said(r *Role, name string) bool {
	words := strings.ToLower(r.Quote)
	first, _, _ := strings.Cut(r.Name, " ")
	switch {
	case r.Name == strings.ToLower(r.Name), strings.EqualFold(first, name) && !strings.Contains(words, name+" "+name):
		return false
	case name == "president" && (elsewhere.MatchString(words) || strings.HasSuffix(words, ", president") || strings.HasSuffix(words, "as president")):
		return r.Of != "" && strings.Contains(words, stemOf(r.Of))
	case local[name[strings.LastIndex(name, " ")+1:]] && r.Of != "" && words != "":
		return strings.Contains(words, stemOf(r.Of))
	}
	return !local[name[strings.LastIndex(name, " ")+1:]] && name != "chief of staff" || r.Of != ""
}

// elsewhere are the words by which a president is not a country's.
var elsewhere = regexp.MustCompile(`(?:union|party|group|club|company|council|court|league|association|federation|congress|senate|assembly|university|bank|board)['’]s president|president of (?:the )?(?:commission|committee|club|union|association|court|council|board|group|company|party|league|federation|congress|senate|assembly|university|bank|chamber|organi[sz]ation|forum|society)`)

// local are offices that are rarely a country's.
var local = map[string]bool{"governor": true, "mayor": true, "chairman": true, "chairwoman": true, "chair": true, "commissioner": true, "councillor": true}

// stemOf is how the name of a country begins, as those of its people do.
func stemOf(country string) string {
	lower := strings.ToLower(country)
	return lower[:min(len(lower), 4)]
}

// key is whom and of which country or body a role is.
func key(r *Role) [2]string { return [2]string{r.Actor, r.Of} }

// portfolios tells of whom, and of what, it is said which minister or commander
// they are: a plain "minister" then says no more.
func portfolios(roles []Role) map[[2]string]bool {
	fuller := map[[2]string]bool{}
	for i := range roles {
		if name, alone := held(roles[i].Role.Role); !alone && strings.HasSuffix(name, " minister") && name != "prime minister" && !roles[i].Former {
			fuller[key(&roles[i])] = true
		}
	}
	return fuller
}

// called is the full name of an office: "ambassador of Kazakhstan to Norway".
func called(name, of, to string) string {
	if to != "" {
		return name + " of " + of + " to " + to
	}
	if of == "" {
		return name
	}
	return name + " of " + of
}

// rivals marks as contested the offices that two persons are said to hold at
// once though only one can, each by at least two reports: one may misname an
// office.
func (l *ledger) rivals() {
	for nation, list := range l.alone {
		if nation == "" {
			continue
		}
		list = slices.DeleteFunc(slices.Clone(list), func(i int) bool {
			return l.holdings[i].Until != nil || len(l.tellers[l.holdings[i].ID]) < 2
		})
		for _, i := range list {
			h := &l.holdings[i]
			if slices.ContainsFunc(list, func(j int) bool { return l.holdings[j].Subject != h.Subject }) {
				h.Contested = true
			}
		}
	}
}
