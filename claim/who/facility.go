package who

import "strings"

// facility is whose post, base or vehicle a noun means: "an army post" is the
// army, "Ruritanian tanks" the army of Ruritania.
func (c *Cast) facility(tok int) ident {
	word := singular(fold(c.doc.Tokens[tok].Form))
	if !facilities[word] && !weapons[word] {
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
		if own := c.owning(k); weapons[word] && own.kind == country && own.known() {
			return c.dir.army(own.country)
		}
	}
	return ident{}
}

var facilities = map[string]bool{
	"post": true, "base": true, "camp": true, "barrack": true, "barracks": true, "checkpoint": true, "convoy": true, "patrol": true,
	"station": true, "headquarters": true, "position": true, "vehicle": true, "outpost": true, "truck": true,
	"plane": true, "column": true, "building": true, "facility": true, "target": true, "installation": true,
}

var weapons = map[string]bool{
	"aircraft": true, "helicopter": true, "tank": true, "drone": true, "missile": true, "rocket": true, "submarine": true, "shell": true,
}
