package eval

import (
	"regexp"
	"strings"
)

// accomplished is the stage of MUC for what came about.
const accomplished = "ACCOMPLISHED"

var quotedFill = regexp.MustCompile(`"([^"]*)"`)

// keyIncidents reads templates: alternatives are divided by "/", a fill that
// need not be given starts with "?".
func keyIncidents(events []mucKeyRecord) []mucIncident {
	var all []mucIncident
	for _, e := range events {
		m := mucIncident{
			typ: alternatives(e.Type), stage: alternatives(e.Stage), optional: e.Optional,
			confidence: map[string][]string{}, allowed: map[string][]string{}, slots: map[string][][]string{},
		}
		for slot, to := range map[string]string{
			"perp_individual": "perp_individual", "perp_org": "perp_org", "phys_tgt": "phys_tgt",
			"hum_tgt_name": "hum_tgt", "hum_tgt_desc": "hum_tgt",
		} {
			for _, fill := range e.Slots[slot] {
				if strings.HasPrefix(fill, "?") {
					continue
				}
				if strings.Contains(slot, "desc") && strings.Contains(fill, `": "`) {
					continue // describes somebody who is named in the other slot
				}
				m.slots[to] = append(m.slots[to], quoted(fill))
			}
		}
		for _, slot := range []string{"hum_tgt_type", "phys_tgt_type"} {
			for _, fill := range e.Slots[slot] {
				kind, _, _ := strings.Cut(fill, ":")
				m.kinds = append(m.kinds, alternatives(kind))
			}
		}
		for _, fill := range e.Slots["perp_org_confidence"] {
			how, orgs, _ := strings.Cut(fill, ":")
			if names := quoted(orgs); len(names) > 0 && strings.HasPrefix(how, "?") {
				m.allowed[strings.Join(names, "/")] = alternatives(how)
			} else if len(names) > 0 {
				m.confidence[strings.Join(names, "/")] = alternatives(how)
			}
		}
		all = append(all, m)
	}
	return all
}

// quoted are the strings between quotation marks; "-" is none.
func quoted(fill string) []string {
	var all []string
	for _, m := range quotedFill.FindAllStringSubmatch(strings.ReplaceAll(fill, `\"`, ""), -1) {
		if m[1] != "-" {
			all = append(all, m[1])
		}
	}
	return all
}

func alternatives(s string) []string {
	var all []string
	for _, a := range strings.Split(strings.Trim(s, "? ()"), "/") {
		all = append(all, strings.TrimSpace(a))
	}
	return all
}
