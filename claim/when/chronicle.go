package when

// A chronicle tells of another time throughout: most of its dates lie long before
// the report, and none near it. Nothing in it is news of the day.

// bygone is how many days before a report the dates of a chronicle lie, and current
// how many days at most those of news.
const (
	bygone  = 20 * 366
	current = 60
)

// chronicles is how many sentences of a chronicle have such a date at least.
const chronicles = 2

// isChronicle tells whether a report is a chronicle.
func (t *Times) isChronicle() bool {
	pub, old, others, last := t.doc.Report.Published, 0, 0, -1
	if !pub.Known() {
		return false
	}
	for i := range t.All {
		m, iv := &t.mounts[i], t.All[i].Interval
		if m.head < 0 || m.sentence == last || !t.dates(i) || t.All[i].Type == "DURATION" || !iv.To.Known() {
			continue
		}
		last = m.sentence
		switch {
		case iv.To > pub-current:
			return false
		case iv.To > pub-bygone:
			others++
		default:
			old++
		}
	}
	return old >= chronicles && old > others
}
