package eval

import "regexp"

// Kinds of targets of MUC and words that tell them; the first that fits is taken,
// people that none fits are CIVILIAN, things OTHER.
var (
	kindsOfPeople = []mucKind{
		{"SECURITY GUARD", regexp.MustCompile(`(?i)\b(body ?guards?|security guards?|guards?|escorts?|watchm[ae]n)\b`)},
		{"LAW ENFORCEMENT", regexp.MustCompile(`(?i)\b(police\w*|policem[ae]n|carabineros?|detectives?|agents?|investigators?|constables?)\b`)},
		{"DIPLOMAT", regexp.MustCompile(`(?i)\b(ambassadors?|diplomats?|consuls?|attach[eé]s?)\b`)},
		{"LEGAL OR JUDICIAL", regexp.MustCompile(`(?i)\b(judges?|magistrates?|prosecutors?|attorney general|lawyers?|jurists?|justices?)\b`)},
		{"ACTIVE MILITARY", regexp.MustCompile(`(?i)\b(soldiers?|generals?|colonels?|majors?|captains?|lieutenants?|sergeants?|marines?|troops?|military|officers?)\b`)},
		{"GOVERNMENT OFFICIAL", regexp.MustCompile(`(?i)\b(ministers?|mayors?|governors?|deputy|deputies|presidents?|senators?|officials?|councilm[ae]n|councill?ors?|secretary)\b`)},
		{"POLITICAL FIGURE", regexp.MustCompile(`(?i)\b(candidates?|politicians?|party|leaders?|front|union)\b`)},
	}
	kindsOfThings = []mucKind{
		{"DIPLOMAT OFFICE OR RESIDENCE", regexp.MustCompile(`(?i)\b(embass\w+|consulates?|ambassador)\b`)},
		{"ENERGY", regexp.MustCompile(`(?i)\b(pipelines?|oil|power|electric\w*|energy|pylons?|towers?|dams?|hydroelectric|substations?|posts?|poles?)\b`)},
		{"TRANSPORT VEHICLE", regexp.MustCompile(`(?i)\b(cars?|vehicles?|bus(es)?|trucks?|planes?|aircraft|helicopters?|trains?|jeeps?|airliners?|boeing|tankers?)\b`)},
		{"FINANCIAL", regexp.MustCompile(`(?i)\bbanks?\b`)},
		{"LAW ENFORCEMENT FACILITY", regexp.MustCompile(`(?i)\b(police|DAS|prisons?|jails?)\b`)},
		{"COMMUNICATIONS", regexp.MustCompile(`(?i)\b(radio|television|newspapers?|telephones?|station|antennas?|repeaters?|cables?)\b`)},
		{"ORGANIZATION OFFICE", regexp.MustCompile(`(?i)\b(headquarters|party|union|federation|offices? of|central|institute|university)\b`)},
		{"CIVILIAN RESIDENCE", regexp.MustCompile(`(?i)\b(houses?|homes?|residences?|apartments?|dwellings?)\b`)},
		{"GOVERNMENT OFFICE OR RESIDENCE", regexp.MustCompile(`(?i)\b(ministry|government|palace|town hall|city hall|mayor\w*|courts?|congress|assembly|municipal|embassy)\b`)},
		{"TRANSPORTATION ROUTE", regexp.MustCompile(`(?i)\b(bridges?|highways?|roads?|railroads?|streets?|rail)\b`)},
		{"COMMERCIAL", regexp.MustCompile(`(?i)\b(stores?|shops?|hotels?|supermarkets?|compan(y|ies)|businesses|business|restaurants?|factor(y|ies)|firms?|offices?|buildings?|shopping|warehouses?|stands?|farms?|plantations?|ranch(es)?|theaters?)\b`)},
	}
)

// mucKind is a kind of target and the words that tell it.
type mucKind struct {
	name  string
	words *regexp.Regexp
}

// kindOf is the first kind whose words stand in a phrase, "" where none do.
func kindOf(kinds []mucKind, phrase string) string {
	for _, k := range kinds {
		if k.words.MatchString(phrase) {
			return k.name
		}
	}
	return ""
}
