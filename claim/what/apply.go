package what

import (
	"slices"

	"griot"
)

// cooperative tells whether acts of a type are cooperation.
func cooperative(t griot.Type) bool { return t.Quad() == 1 || t.Quad() == 2 }

// alone applies an operation that has no predicate of its own, such as that of
// an auxiliary, to a find.
func (r *reader) alone(f *find, op string) {
	inner := *f
	f.op = op
	r.combine(f, &inner, op)
}

// apply makes of an outer predicate and the event under it what both say
// together, and returns the find that goes on to be carried up. A find that
// is told by the other is dead.
func (r *reader) apply(outer, inner *find) *find {
	op := outer.row.op
	r.complete([]*find{inner})
	if outer.typ == "" {
		return r.transparent(outer, inner, op)
	}
	if (op == "blame" || op == "praise") && outer.mode != "allege" && r.given(outer, inner) {
		return nil
	}
	if op == "blame" || op == "praise" || op == "protest" {
		inner.how = byContent
		return nil
	}
	if outer.inner != "" { // one promise of two acts is one promise
		inner.dead = true
		return nil
	}
	if keepsInner(op) {
		outer.dead = true
		return inner
	}
	inner.dead = true
	outer.rules = append(slices.Clone(inner.rules), outer.rules...)
	r.combine(outer, inner, op)
	return outer
}

// given tells whether the inner act is what somebody is blamed or praised for,
// which the speaker takes as done: "criticized states for imposing sanctions".
// It is theirs who are blamed.
func (r *reader) given(outer, inner *find) bool {
	if inner.how != byVerb && inner.how != byLight || !r.tok(inner.head).Is("advcl") && r.tok(inner.head).Rel != "acl" || !slices.Contains(r.opening(inner.head), "for") {
		return false
	}
	if len(outer.recipients) > 0 && (len(inner.actors) == 0 || slices.Equal(inner.actors, outer.actors)) {
		inner.actors = without(slices.Clone(outer.recipients), inner.recipients)
	}
	inner.given = len(inner.actors) > 0
	return inner.given
}

// keepsInner tells the operators whose act names the event better than the
// predicate above it.
func keepsInner(op string) bool {
	return slices.Contains([]string{"begin", "light", "try", "say", "undergo"}, op)
}

// transparent applies a predicate that names no event of its own.
func (r *reader) transparent(outer, inner *find, op string) *find {
	inner.rules = append(inner.rules, outer.row.name)
	subj := r.participants(r.args(outer.head).subj, inner.typ)
	switch op {
	case "say", "light", "undergo", "begin", "try", "schedule":
		if op == "say" && inner.how == byMention && (r.args(outer.head).passive || r.lex.class("tidings", outer.row.words[0]) && r.tok(r.first(inner.head)).Is("obj")) { // "protests were reported", "reported an attack"
			inner.how = byEvent
		}
		if op == "schedule" {
			inner.status = griot.Announced
		}
		return inner
	case "foil":
		inner.how, inner.status = byEvent, griot.Denied
		return inner
	case "want":
		asked := r.participants(r.args(outer.head).obj, inner.typ)
		switch {
		case !slices.ContainsFunc(subj, r.political) || len(asked) == 0 && !cooperative(inner.typ):
			inner.how = byContent
			return nil
		case len(asked) > 0: // "wants the rebels to disarm"
			op, inner.actors, inner.recipients = "demand", subj, asked
		default:
			op = "commit"
		}
	case "think":
		if !r.granted(inner.word) { // "fear that last month's coup weakens the fight"
			inner.how = byContent
		}
		return nil
	case "blame", "praise", "protest":
		inner.how = byContent
		return nil
	}
	if (op == "order" || op == "commit") && inner.how == byMention { // "announced the deployment of", "is open to talks with"
		inner.how = byEvent
	}
	if op == "commit" && len(subj) > 0 && inner.typ == griot.Consult && inner.row.pos == 'n' && len(inner.recipients) == 0 {
		inner.recipients, inner.actors = without(inner.actors, subj), subj
	}
	if len(subj) > 0 && op == "order" && twoSided(inner.row) { // "announced a deal with Israel"
		subj = sorted(append(slices.Clone(subj), inner.actors...))
	}
	if len(subj) > 0 && (op == "order" || op == "allow") {
		if len(inner.recipients) == 0 && !twoSided(inner.row) {
			inner.recipients = inner.actors
		}
		inner.actors = subj
	} else if len(inner.actors) == 0 {
		inner.actors = subj
	}
	if inner.op == op && inner.inner != "" { // "said it will be ready to": one promise
		return inner
	}
	copy := *inner
	inner.op = op
	r.combine(inner, &copy, op)
	return inner
}

// combine gives the outer find the type, mode, status and recipients that
// follow from the operation and the event inside.
func (r *reader) combine(outer, inner *find, op string) {
	outer.inner = inner.typ
	if len(outer.actors) == 0 && op != "demand" { // who is asked to act does not ask
		outer.actors = inner.actors
	}
	switch op {
	case "commit":
		r.committed(outer, inner)
	case "threat":
		outer.typ, outer.mode, outer.status = griot.Threaten, threatMode(inner), griot.Threatened
		r.aim(outer, inner.recipients)
	case "demand":
		r.demanded(outer, inner)
	case "refuse":
		outer.typ, outer.mode, outer.status = griot.Reject, askMode(inner.typ), ""
		r.aim(outer, inner.recipients, without(slices.Clone(inner.actors), outer.actors))
	case "fail":
		if cooperative(inner.typ) {
			outer.typ, outer.mode = griot.Reject, askMode(inner.typ)
		} else {
			outer.typ, outer.mode, outer.status = inner.typ, inner.mode, griot.Denied
		}
		r.aim(outer, inner.recipients)
	case "stop":
		r.stopped(outer, inner)
	case "allow":
		outer.typ, outer.mode = griot.Concede, ""
		if inner.typ == griot.Aid || inner.typ == griot.Consult {
			outer.typ, outer.mode = griot.Retreat, "access"
		}
		r.aim(outer, inner.recipients, inner.actors)
	case "order":
		if r.aim(outer, inner.recipients); outer.row.typ == griot.Request && inner.status == griot.Denied { // "told them to stop insulting"
			r.demanded(outer, inner)
			return
		}
		outer.typ, outer.mode = inner.typ, inner.mode
	}
}

// aim gives the outer find the first recipients that are to be had.
func (r *reader) aim(outer *find, choices ...[]int) {
	for _, c := range choices {
		if len(outer.recipients) > 0 {
			return
		}
		outer.recipients = without(slices.Clone(c), outer.actors)
	}
}

// committed: to promise or plan cooperation is to agree; to plan conflict is to
// threaten it. What nobody does is merely announced.
func (r *reader) committed(outer, inner *find) {
	r.aim(outer, inner.recipients)
	outer.status = griot.Announced
	switch {
	case inner.mode == "investigate" && outer.row != inner.row:
		outer.typ, outer.mode = griot.Agree, ""
	case len(outer.actors) == 0 || inner.typ == griot.Accuse || inner.typ == griot.Reject || inner.typ == griot.Threaten || inner.typ == griot.Request || inner.typ == griot.Protest && outer.row == inner.row && inner.mode == "demo":
		outer.typ, outer.mode = inner.typ, inner.mode
	case inner.typ == griot.Retreat && inner.mode == "resign" && outer.row == inner.row:
	case inner.typ == griot.Mobilize && inner.mode == "militia" && len(inner.recipients) == 0:
		outer.typ, outer.mode = inner.typ, inner.mode
	case inner.typ == griot.Retreat && r.unless(outer.head):
		outer.typ, outer.mode, outer.status = griot.Threaten, "relations", griot.Threatened
	case r.args(inner.head).negated && inner.typ.Quad() == 4: // "undertook not to attack"
		outer.typ, outer.mode = griot.Agree, ""
	case cooperative(inner.typ):
		outer.typ, outer.mode = griot.Agree, ""
		if inner.typ == griot.Consult {
			outer.actors = sorted(append(slices.Clone(outer.actors), inner.actors...))
		}
	default:
		outer.typ, outer.mode, outer.status = griot.Threaten, threatMode(inner), griot.Threatened
	}
}

// unless tells whether the clause at i has a condition with "unless".
func (r *reader) unless(i int) bool {
	for k := range r.doc.Children(i) {
		if r.tok(k).Is("advcl") && r.hasMark(k, "unless") {
			return true
		}
	}
	return false
}

// demanded: a call for acts against somebody, addressed to nobody, accuses him;
// any other demand is a request of its addressee.
func (r *reader) demanded(outer, inner *find) {
	if inner.mode == "resign" && !slices.ContainsFunc(outer.recipients, func(t int) bool { return !r.under(t, inner.word) }) {
		outer.recipients = without(slices.Clone(inner.actors), outer.actors) // not what he is to leave
	}
	addressed := len(outer.recipients) > 0
	if !addressed && len(inner.recipients) > 0 && !cooperative(inner.typ) && inner.typ.Quad() == 4 && inner.typ != griot.Mobilize {
		outer.typ, outer.mode, outer.recipients = griot.Accuse, "disapprove", inner.recipients
		return
	}
	outer.typ, outer.mode, outer.status = griot.Request, askMode(inner.typ), griot.Demanded
	r.aim(outer, without(slices.Clone(inner.actors), outer.actors))
	if inner.mode != "release" { // whose release is demanded is not asked for it
		r.aim(outer, inner.recipients)
	}
}

// stopped: to end cooperation is a sanction, to end conflict a step back.
func (r *reader) stopped(outer, inner *find) {
	outer.status = ""
	r.aim(outer, inner.recipients)
	switch {
	case cooperative(inner.typ):
		outer.typ, outer.mode = griot.Sanction, "discontinue"
	case inner.typ == griot.Assault || inner.typ == griot.Mobilize:
		outer.typ, outer.mode = griot.Retreat, "ceasefire"
	case inner.typ.Quad() == 4:
		outer.typ, outer.mode = griot.Concede, ""
	default:
		outer.typ, outer.mode, outer.status = inner.typ, inner.mode, griot.Denied
	}
}

// threatMode is the mode of THREATEN for the act that is threatened.
func threatMode(inner *find) string {
	switch inner.typ {
	case griot.Assault, griot.Mobilize:
		return "violence"
	case griot.Sanction:
		switch inner.mode {
		case "expel":
			return "expel"
		case "discontinue":
			return "restrict"
		}
		return "relations"
	case griot.Coerce:
		switch inner.mode {
		case "arrest":
			return "arrest"
		case "deport":
			return "expel"
		case "seize":
			return "territory"
		}
		return "restrict"
	case griot.Protest:
		return "restrict"
	}
	return ""
}

// askMode is the mode of REQUEST and REJECT for the act asked or refused.
func askMode(t griot.Type) string {
	switch t {
	case griot.Aid, griot.Cooperate, griot.Support:
		return "assist"
	case griot.Concede, griot.Retreat:
		return "yield"
	case griot.Consult, griot.Agree:
		return "meet"
	}
	return "change"
}
