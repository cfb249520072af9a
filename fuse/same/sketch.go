package same

import "griot"

// sketch is the first claim of a group in few bytes: most groups that a claim is
// looked for in tell of other acts or days, and that can be seen without it.
type sketch struct {
	kind     uint8 // number of the type
	loose    bool  // the days are a guess
	onceable bool  // the act may be one that is done once, of which days matter less
	real     bool
	from, to griot.Day
	told     griot.Day // when its report was published
	report   int
}

// numbers are those of the types in sketches; kindred has a bit for each type
// that may be used for the same act as another one.
var numbers, kindred = func() (map[griot.Type]uint8, []uint64) {
	of := map[griot.Type]uint8{}
	for i, t := range griot.Types {
		of[t] = uint8(i)
	}
	bits := make([]uint64, len(griot.Types))
	for i, t := range griot.Types {
		bits[i] = 1 << i
		for _, other := range kin[t] {
			bits[i] |= 1 << of[other]
		}
	}
	return of, bits
}()

func sketchOf(v *view) sketch {
	return sketch{
		kind: numbers[v.Type], loose: loose(v.When), real: v.Status.Real(), from: v.When.From, to: v.When.To, told: v.Published, report: v.report,
		onceable: narrow[v.Mode] || v.Type == griot.Assault && Kindred(v.lemma, "kill"),
	}
}

// apart tells whether comparing is sure to keep a claim apart from the group, for
// its type or for its days, and with so few points that nobody wants to know why.
// source is the report whose words the claim copies: those are compared.
func (s *sketch) apart(t *sketch, source int) bool {
	if kindred[s.kind]&(1<<t.kind) == 0 {
		return true
	}
	if s.report == source {
		return false
	}
	if s.onceable && t.onceable {
		return false
	}
	if s.before(t) || t.before(s) {
		return true
	}
	a, b := griot.Interval{From: s.from, To: s.to}, griot.Interval{From: t.from, To: t.to}
	if !a.Known() || !b.Known() || a.Overlaps(b) {
		return false
	}
	return !s.loose && !t.loose || apart(a, b) > mayDiffer
}

// before is toldBefore.
func (s *sketch) before(t *sketch) bool {
	return s.real && s.told.Known() && !t.loose && s.told < t.from
}
