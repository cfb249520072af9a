package parse

import (
	"strings"

	"griot/text"
	"griot/text/lang"
)

// readBodies reads the table of the words that organisations' names end with;
// beside each stands such a name.
func readBodies() ([][]string, error) { return lang.Table("en", "bodies", 2) }

// bodies is the set of the words of rows.
func bodies(rows [][]string) map[string]bool {
	set := make(map[string]bool, len(rows))
	for _, row := range rows {
		set[strings.ToLower(row[0])] = true
	}
	return set
}

// body tells whether a name of several words ends with one that tells what body
// it is: "Okoro Holdings".
func (m *Model) body(d *text.Doc, r text.Range) bool {
	last := strings.TrimSuffix(d.Tokens[r.End-1].Form, ".")
	return r.Len() > 1 && m.bodies[strings.ToLower(last)]
}
