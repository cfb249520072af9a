package main

import (
	"regexp"
	"strings"
	"unicode"

	"griot/claim/where/atlas"
)

// The words that a division's official name carries and reports leave out.
var (
	divisionSuffix = regexp.MustCompile(` (county|district|parish|region|governorate|province|oblast|state|municipality|department|raion|prefecture|city|township|borough|division|regency|kreis|wilaya|canton|shi|ken|do|republic)$`)
	divisionPrefix = regexp.MustCompile(`^(state of|province of|city of|departement du|departement de la|departement de|region de|provincia de|departamento de|republic of|estado de|region of|county of|wilayat|muhafazat|municipio de|comune di|metropolitan city of|provincia di|autonomous region of|city and county of|city and borough of|village of|town of|borough of|london borough of|royal borough of|district of) `)
)

// divisionTail is the same at the end of a name as it is shown.
var (
	divisionTail = regexp.MustCompile(` (Region|Province|Governorate|Department|Oblast|oblast|State|Voivodeship|Prefecture|District)$`)
	bareTail     = regexp.MustCompile(`^(North|South|East|West|Cent|Upper|Lower|Middle|Capital|Federal|Free|Special|Northern|State)\w*$`)
)

// divisionName is the name of a first-order division as it is shown:
// "Tillabéri" for "Tillabéri Region", but "Eastern Province".
func divisionName(name string) string {
	if bare := divisionTail.ReplaceAllString(name, ""); !bareTail.MatchString(bare) {
		return bare
	}
	return name
}

// divisionKey is the key of a division's name without what kind of division it is.
func divisionKey(name string) string {
	k := atlas.Key(name)
	return divisionPrefix.ReplaceAllString(divisionSuffix.ReplaceAllString(k, ""), "")
}

func divisionNames(name, ascii string) []string {
	out := []string{name, divisionKey(name)}
	if k := atlas.Key(name); strings.HasSuffix(k, " county") {
		out = append(out, strings.TrimSuffix(k, "ounty")+"o")
	}
	if ascii != "" {
		out = append(out, ascii, divisionKey(ascii))
	}
	return out
}

// english are countries whose smaller towns have one name in English reports;
// their alternate names are former ones and foreign spellings.
var english = map[string]bool{"US": true, "GB": true, "CA": true, "AU": true, "NZ": true, "IE": true}

// townNames are the names in Latin letters that differ from the first one.
func townNames(t *town) []string {
	out := []string{t.ascii}
	for _, a := range t.alternates {
		if readable(a) && alike(a, t.name) && (!english[t.country] || t.population >= 100_000) {
			out = append(out, a)
		}
	}
	if k := atlas.Key(t.name); strings.HasSuffix(k, " city") {
		out = append(out, strings.TrimSuffix(k, " city"))
	}
	return out
}

// alike drops the shortest alternates, most of them names in other languages'
// spelling, unless they begin like the name itself.
func alike(alternate, name string) bool {
	a, n := atlas.Key(alternate), atlas.Key(name)
	return len(a) > 4 || len(a) == 4 && a[0] == n[0]
}

// readable tells whether an alternate name may stand in an English report:
// Latin letters, neither an airport's code nor a whole official title.
func readable(name string) bool {
	capitals, runes := 0, 0
	for _, r := range name {
		if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
			return false
		}
		if unicode.IsUpper(r) {
			capitals++
		}
		runes++
	}
	return runes > 2 && len(name) <= 40 && !(capitals == runes && runes <= 4)
}
