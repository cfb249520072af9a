package what

// A report tells of politics from end to end: those whom it does not place, a
// union, a family, "the two sides", meet and take stands in it as states do.

// What a report of politics is, and what it adds to the odds of an act without an
// object of people.
const (
	publicActs = 4 // likely acts of those in politics; and twice as many as of others
	embroiled  = .1
)

// embroil makes likelier what private parties do in a report of politics.
func embroil(all []Frame) {
	public, aside := 0, 0
	for i := range all {
		switch f := &all[i]; {
		case f.Odds >= Likely && !f.aside:
			public++
		case f.aside && !f.mention:
			aside++
		}
	}
	if public < publicActs || public < 2*aside {
		return
	}
	for i := range all {
		if f := &all[i]; f.aside && !f.mention && len(f.Recipients) == 0 {
			f.Odds += embroiled
		}
	}
}
