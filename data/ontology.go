package data

import "embed"

// ontology holds the tables by which exports translate into others' codes.
//
//go:embed ontology/*.tsv
var ontology embed.FS

// Country is the codes of a country.
type Country struct {
	ISO2, ISO3 string
	Numeric    string // ISO 3166-1, without leading zeros
	FIPS       string // FIPS 10-4
	Name       string
	Continent  string // AF AN AS EU NA OC SA
}

// Countries lists the countries by their ISO 3166-1 alpha-2 code.
func Countries() (map[string]Country, error) {
	table, err := rows(ontology, "ontology/countries.tsv", []string{"iso2", "iso3", "numeric", "fips", "name", "continent"})
	if err != nil {
		return nil, err
	}
	all := map[string]Country{}
	for _, f := range table {
		all[f[0]] = Country{f[0], f[1], f[2], f[3], f[4], f[5]}
	}
	return all, nil
}

// CAMEO is the code that stands for an event type in a mode in CAMEO (Conflict
// and Mediation Event Observations), and its score on Goldstein's scale.
type CAMEO struct {
	Code      string // "190"; the root is its first two digits
	Goldstein string
}

// CAMEOCodes lists the codes by "TYPE mode", and by "TYPE " for the type alone.
func CAMEOCodes() (map[string]CAMEO, error) {
	table, err := rows(ontology, "ontology/cameo.tsv", []string{"type", "mode", "code", "goldstein"})
	if err != nil {
		return nil, err
	}
	all := map[string]CAMEO{}
	for _, f := range table {
		all[f[0]+" "+f[1]] = CAMEO{f[2], f[3]}
	}
	return all, nil
}

// ACLEDTypes lists ACLED's event type and sub-event type by "TYPE mode".
func ACLEDTypes() (map[string][2]string, error) {
	table, err := rows(ontology, "ontology/acled.tsv", []string{"type", "mode", "event_type", "sub_event_type"})
	if err != nil {
		return nil, err
	}
	all := map[string][2]string{}
	for _, f := range table {
		all[f[0]+" "+f[1]] = [2]string{f[2], f[3]}
	}
	return all, nil
}
