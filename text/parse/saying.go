package parse

import (
	"griot/text"
	"griot/text/lang"
)

// saying is how a verb of saying is used; of any other word nothing is true.
func saying(t *text.Token) lang.Saying {
	l, err := lang.Of("en")
	if err != nil {
		return lang.Saying{} // Load has failed for the same reason
	}
	return l.Saying[t.Lemma]
}
