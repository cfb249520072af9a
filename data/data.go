// Package data embeds what griot knows without having read it: the gazetteer,
// the actors, the lexicon of events, cues, time rules, the ontology's tables,
// the models. MANIFEST lists the origin, licence and hash of every file.
//
// Tables are tab-separated text. A row that makes the program read something
// carries an example, which a test runs.
package data
