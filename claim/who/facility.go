package who

import "strings"

// facility is whose post, base or vehicle a noun means: "an army post" is the
// army, "Ruritanian tanks" the army of Ruritania.
func (c *Cast) facility(tok int) ident {
	word := singular(fold(c.doc.Tokens[tok].Form))
	if !c.dir.is("facility", word) && !c.dir.is("weapon", word) {
		return ident{}
	}
	for k := range c.doc.Children(tok) {
		t := c.doc.Tokens[k]
		if k > tok || !t.Is("compound") && !t.Is("amod") && !t.Is("nmod:poss") {
			continue
		}
		if c.callAt[k] >= 0 {
			if id := c.at(k); id.organ || id.kind == group && strings.HasSuffix(id.code, "REB") {
				return id
			}
		}
		if own := c.owning(k); c.dir.is("weapon", word) && own.kind == country && own.known() {
			return c.dir.army(own.country)
		}
	}
	return ident{}
}
