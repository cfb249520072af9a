package eval

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"griot/claim/where"
	"griot/claim/where/atlas"
)

// Placelink scores telling places apart on spans that are given. A place is
// right by distance (acc161) when it lies within 161 km, 100 miles, of the gold
// point, and by identity (acc_id) when it has the gold's GeoNames ID or, as
// not every entry has one, lies within 161 km: centroids of countries and
// states differ by hundreds of kilometres between gazetteers. auc is the area
// under the curve of log errors, 0 best (Gritta et al. 2018); a name left
// unresolved counts as the far side of the Earth. far_sure is the share of the
// answers with odds of at least 0.8 that are wrong by identity.
func Placelink(gold string, opt Options) (Result, error) {
	docs, err := readGeo(gold)
	if err != nil {
		return Result{}, err
	}
	r, err := where.New()
	if err != nil {
		return Result{}, err
	}
	s := link(r, docs, opt.OutletHome)
	return Result{Docs: len(docs), Figures: s.figures()}, nil
}

// PlacelinkWith is Placelink for a resolver with other weights; train/places
// compares them with it.
func PlacelinkWith(r *where.Resolver, gold string, home bool) (map[string]float64, error) {
	docs, err := readGeo(gold)
	if err != nil {
		return nil, err
	}
	s := link(r, docs, home)
	return s.figures(), nil
}

func link(r *where.Resolver, docs []geoDoc, home bool) linkScore {
	choices := make([][]where.Choice, len(docs))
	for i, d := range docs {
		choices[i] = r.Resolve(d.Text, d.spans(), nil)
	}
	if home {
		homes := outletHomes(docs, choices)
		for i, d := range docs {
			choices[i] = r.Resolve(d.Text, d.spans(), homes[d.Domain])
		}
	}
	var s linkScore
	for i, d := range docs {
		for k, t := range d.Toponyms {
			s.add(t, choices[i][k])
		}
	}
	return s
}

// outletHomes are the homes of outlets as their own reports show them.
func outletHomes(docs []geoDoc, choices [][]where.Choice) map[string]*where.Home {
	by := map[string][]where.Choice{}
	for i, d := range docs {
		if d.Domain != "" {
			by[d.Domain] = append(by[d.Domain], choices[i]...)
		}
	}
	homes := map[string]*where.Home{}
	for domain, cs := range by {
		homes[domain] = where.HomeOf(cs)
	}
	return homes
}

type linkScore struct {
	n, near, same, exact, found int
	sure, wrong                 int
	errors                      []float64
}

// farthest is half the way around the Earth, in kilometres.
const farthest = 20039.0

func (s *linkScore) add(t toponym, c where.Choice) {
	if t.Lat == nil || t.Lon == nil {
		return
	}
	s.n++
	if !c.Known() {
		s.errors = append(s.errors, farthest)
		return
	}
	s.found++
	km := atlas.Km(c.Lat, c.Lon, *t.Lat, *t.Lon)
	same := c.ID != 0 && strconv.Itoa(c.ID) == t.ID.String()
	right := same || km <= 161
	s.errors = append(s.errors, km)
	s.near += count(km <= 161)
	s.exact += count(same)
	s.same += count(right)
	if c.Odds >= 0.8 {
		s.sure++
		s.wrong += count(!right)
	}
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (s *linkScore) figures() map[string]float64 {
	slices.SortFunc(s.errors, cmp.Compare)
	sum := 0.0
	for _, e := range s.errors {
		sum += math.Log(e + 1)
	}
	auc := 0.0
	if s.n > 0 {
		auc = sum / (math.Log(farthest) * float64(s.n))
	}
	return map[string]float64{"acc161": Ratio(s.near, s.n), "acc_id": Ratio(s.same, s.n), "auc": auc, "id_exact": Ratio(s.exact, s.n),
		"known": Ratio(s.found, s.n), "far_sure": Ratio(s.wrong, s.sure), "sure": Ratio(s.sure, s.n)}
}
