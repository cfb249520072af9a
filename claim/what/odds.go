package what

// basis is where the odds of a find start, in thousandths, by how it is told.
var basis = map[manner]int{byVerb: 850, byLight: 850, byEvent: 700, byMention: 400, byModifier: 300, byContent: 250}

// odds judges whether a careful reader would record the find.
func (r *reader) odds(f *find) float64 {
	n := basis[f.how]
	if len(f.actors) == 0 {
		n -= 100
	}
	if len(f.recipients) == 0 {
		n -= 50
	}
	if len(f.actors) == 0 && len(f.recipients) == 0 {
		n -= 200
	}
	return float64(max(n, 50)) / 1000
}

// model is the linear model of odds and types.
type model struct{}

func loadModel() (*model, error) { return &model{}, nil }
