package griot

import (
	"bufio"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
)

// Correction is a reviewed change to what follows from the record, by a named
// person on a day: two events are one, a claim is withdrawn, a role is wrong.
type Correction struct {
	ID     string   `json:"id"`
	Day    Day      `json:"day"`
	By     string   `json:"by"`
	Kind   string   `json:"kind"` // one of CorrectionKinds
	Args   []string `json:"args"` // IDs
	Reason string   `json:"reason"`
}

// CorrectionKinds are the kinds of correction: what the IDs name are claims or
// events of one happening (merge), claims of several (split), misread claims,
// statements or figures (retract), or names of one actor (alias).
var CorrectionKinds = []string{"merge", "split", "retract", "alias"}

// Identify is the ID of the correction by its content.
func (c *Correction) Identify() string {
	return NewID(CorrectionID, append([]string{c.Day.String(), c.By, c.Kind, c.Reason}, c.Args...)...)
}

var correctionFields = regexp.MustCompile(`\t+|  +`)

// ParseCorrections reads a corrections file: one a line, DAY BY KIND ID… with
// tabs or two spaces between the fields, then "# REASON". Blank lines and lines
// that begin with # are left out. All of it is right, or none is returned.
func ParseCorrections(r io.Reader) ([]Correction, error) {
	var all []Correction
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		c, err := parseCorrection(line)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		all = append(all, c)
	}
	return all, lines.Err()
}

func parseCorrection(line string) (Correction, error) {
	said, reason, _ := strings.Cut(line, "#")
	f := correctionFields.Split(strings.TrimSpace(said), -1)
	if len(f) < 4 {
		return Correction{}, fmt.Errorf("%q has %d fields; it needs DAY, BY, KIND and IDs, parted by tabs or two spaces", line, len(f))
	}
	day, err := ParseDay(f[0])
	if err != nil {
		return Correction{}, err
	}
	c := Correction{Day: day, By: f[1], Kind: f[2], Args: strings.Fields(strings.Join(f[3:], " ")), Reason: strings.TrimSpace(reason)}
	if !slices.Contains(CorrectionKinds, c.Kind) {
		return Correction{}, fmt.Errorf("%q is no kind of correction; they are %s", c.Kind, strings.Join(CorrectionKinds, ", "))
	}
	if need := 2; c.Kind != "retract" && len(c.Args) < need {
		return Correction{}, fmt.Errorf("%s needs at least %d IDs", c.Kind, need)
	}
	for _, id := range c.Args {
		if len(id) < 3 || id[1] != '_' {
			return Correction{}, fmt.Errorf("%q is no ID; IDs look like c_0f3a…", id)
		}
	}
	c.ID = c.Identify()
	return c, nil
}
