// Package atlas is the gazetteer: places of the world with their names, found
// by name. It is packed into a few megabytes and opened in a fraction of a
// second: names are kept front-coded in sorted blocks and searched as they are.
package atlas

import "math"

// Kind tells what sort of place an entry is.
type Kind uint8

// The kinds of place.
const (
	Country   Kind = iota
	Admin1         // first-order division: state, region, governorate
	Admin2         // second-order division: county, department, district
	Capital        // seat of a country's government
	Seat           // seat of a first-order division
	Town           // any other populated place
	Section        // part of a populated place
	Continent      // one of seven
	Region         // part of the world without a government of its own: Sahel, Donbas
	Water          // sea, strait, river, lake
	Land           // mountain, island
	Landmark       // square, base, crossing
	kinds
)

var kindWords = [kinds]string{"country", "first-order division", "second-order division", "capital", "seat of its division",
	"town", "part of a town", "continent", "region", "water", "land", "landmark"}

// String is the kind in words.
func (k Kind) String() string {
	if k < kinds {
		return kindWords[k]
	}
	return "place"
}

// Populated tells whether the kind is a town or part of one.
func (k Kind) Populated() bool { return k >= Capital && k <= Section }

// Wide tells whether the kind is a part of the world larger than a division.
func (k Kind) Wide() bool { return k == Country || k >= Continent && k <= Region }

// Place is an entry of the gazetteer.
type Place struct {
	ID             int // GeoNames ID, 0 when it has none
	Name           string
	Kind           Kind
	Country        string // ISO 3166-1 alpha-2; "" for places in several countries
	Admin1, Admin2 string // GeoNames codes of the divisions it lies in
	Lat, Lon       float64
	Population     int     // rounded; for divisions, of the towns in them
	RadiusKm       float64 // of a disc of the place's size; of towns it follows from the population
}

// Km is the distance between two points on the Earth in kilometres.
func Km(lat1, lon1, lat2, lon2 float64) float64 {
	const rad = math.Pi / 180
	a := math.Sin((lat2 - lat1) * rad / 2)
	b := math.Sin((lon2 - lon1) * rad / 2)
	h := a*a + math.Cos(lat1*rad)*math.Cos(lat2*rad)*b*b
	return 12742 * math.Asin(math.Min(1, math.Sqrt(h)))
}

// townRadius grows with the square root of the people: 1 km for a village, 20
// km for a city of ten million.
func townRadius(population int) float64 { return 1 + 6*math.Sqrt(float64(population)/1e6) }
