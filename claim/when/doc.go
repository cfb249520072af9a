// Package when finds the words of time in a report, works out which days they
// mean, and dates the acts the report tells of.
//
// Expressions are found by their words: data/time/words.tsv sorts words into
// classes, data/time/rules.tsv says how classes go together, each rule with an
// example that is run as a test. What a rule finds becomes a form, which says
// what was said ("two weeks, backwards, from the date last spoken of"), and the
// form is then resolved against the state of the report: its day of
// publication, and the dates it has spoken of so far. Values follow TIMEX3
// (TimeML 1.2.1); every value also yields a closed interval of days and the
// reason for it in words.
//
// Only the day of publication and the report's own words count. In a report
// without a date relative expressions stay unresolved.
package when
