package refer

import (
	"slices"

	"griot/text"
	"griot/text/lang"
)

// state is how far the resolution of a document has come.
type state struct {
	doc      *text.Doc
	lang     *lang.Language
	traits   []traits // by mention
	entity   []int    // by mention, -1 while unresolved
	entities []entity
	byHead   map[int]int      // head token to mention
	byWord   map[uint32][]int // lemma, name part or role to the entities that bear it, the latest last
	byName   map[string]int   // lower-case name to the entity that bears it
	talk     []int            // by token: the head of the speaker of the quote it stands in, -1 outside
	names    map[string]int   // how often the document has a name
	texts    map[uint32]int   // phrase to the entity it was last used for, plus one
	cands    []int
	seen     map[int]bool
	buf      []uint32
	pull     pull
}

// entity is what is known of an entity from its mentions so far.
type entity struct {
	mentions []int
	typ      byte
	number   byte
	gender   byte
	names    [][]string // parts of its names, each once, at most a few
	mods     []uint32   // what stood beside its heads, the latest last
	roles    []uint32   // nouns it is called by: title, apposition, predicate, head
	weight   int        // how often the document has its most frequent name
	subject  bool       // its last mention was a subject
	felled   bool       // it was ousted, held or the like
	spoke    bool       // it was the subject of a verb of saying
	thing    bool       // the noun it was first called by stands for no person, group or place
}

func newState(d *text.Doc) (*state, error) {
	l, err := lang.Of(d.Report.Language)
	if err != nil {
		return nil, err
	}
	d.Mentions = findMentions(d)
	s := &state{
		doc: d, lang: l, traits: make([]traits, len(d.Mentions)), entity: make([]int, len(d.Mentions)),
		byHead: make(map[int]int, len(d.Mentions)), byWord: map[uint32][]int{}, byName: map[string]int{}, seen: map[int]bool{}, texts: map[uint32]int{}, names: map[string]int{}, pull: pull{mention: -1},
	}
	quoted, talk := speakers(d, l)
	s.talk = talk
	for i := range d.Mentions {
		m := &d.Mentions[i]
		s.traits[i] = describe(d, m, l, quoted[m.Head])
		s.entity[i] = -1
		s.byHead[m.Head] = i
		if m.Kind == text.MentionName {
			s.names[s.key(s.traits[i].parts)]++
		}
	}
	return s, nil
}

// most bounds the lists that an entity keeps.
const most = 8

// join makes mention i one of entity e, or of a new one when e is negative.
func (s *state) join(i, e int) {
	if e < 0 {
		e = len(s.entities)
		s.entities = append(s.entities, entity{typ: '?', number: '?', gender: '?'})
	}
	s.entity[i] = e
	t, x := &s.traits[i], &s.entities[e]
	x.mentions = append(x.mentions, i)
	s.texts[t.text] = e + 1
	x.subject = s.doc.Tokens[s.doc.Mentions[i].Head].Is("nsubj")
	x.spoke, x.felled = x.spoke || t.speaks, x.felled || s.suffers(i)
	x.thing = x.thing || len(x.mentions) == 1 && t.kind == text.MentionNominal && (t.noun.Type == 0 || t.noun.Type == 'T')
	x.number, x.gender = sure(x.number, t.number), sure(x.gender, t.gender)
	if x.typ == '?' || t.kind == text.MentionName {
		x.typ = sure(t.typ, x.typ)
	}
	switch t.kind {
	case text.MentionName:
		s.learnName(i, e)
	case text.MentionNominal:
		s.learnRole(e, t.head)
	}
	x.mods = append(x.mods, t.mods...)
	x.mods = x.mods[max(0, len(x.mods)-4*most):]
	for _, role := range s.rolesOf(i) {
		s.learnRole(e, role)
	}
}

// sure is a, or b where a is unknown.
func sure(a, b byte) byte {
	if a == '?' {
		return b
	}
	return a
}

// learnName notes the name of mention i for entity e.
func (s *state) learnName(i, e int) {
	t, x := &s.traits[i], &s.entities[e]
	if len(x.names) < most && !slices.ContainsFunc(x.names, func(n []string) bool { return slices.Equal(n, t.parts) }) {
		x.names = append(x.names, t.parts)
	}
	key := s.key(t.parts)
	s.byName[key] = e
	x.weight = max(x.weight, s.names[key])
	for _, kind := range s.lang.Kinds[joined(t.parts)] {
		s.learnRole(e, word(kind))
	}
	for _, p := range t.parts {
		s.index(word(p), e)
	}
	if a := acronym(t.parts); a != "" && t.typ != 'P' {
		s.byName[a] = e
	}
	s.learnRole(e, t.head)
}

func (s *state) learnRole(e int, role uint32) {
	if x := &s.entities[e]; !slices.Contains(x.roles, role) && len(x.roles) < 4*most {
		x.roles = append(x.roles, role)
	}
	s.index(role, e)
}

// index notes that entity e bears a word, as the latest that does.
func (s *state) index(w uint32, e int) {
	list := s.byWord[w]
	if k := slices.Index(list, e); k >= 0 {
		list = slices.Delete(list, k, k+1)
	} else if len(list) >= most {
		list = slices.Delete(list, 0, 1)
	}
	s.byWord[w] = append(list, e)
}

// rolesOf lists the nouns that the words around mention i call it by: its
// title, its appositions, its definite predicate.
func (s *state) rolesOf(i int) []uint32 {
	d, h := s.doc, s.doc.Mentions[i].Head
	var out []uint32
	add := func(k int) { out = append(out, word(lower(d.Tokens[k].Lemma))) }
	for k := range d.Children(h) {
		t := &d.Tokens[k]
		if s.traits[i].kind == text.MentionName && (t.Is("nmod:desc") || t.Is("compound") && t.UPOS != "PROPN" || t.Is("appos") && t.UPOS == "NOUN" || s.titled(k)) {
			add(k)
		}
	}
	if t := &d.Tokens[h]; t.Is("nsubj") && t.Head >= 0 && d.Tokens[t.Head].UPOS == "NOUN" && d.Child(t.Head, "cop") >= 0 && d.Child(t.Head, "det") >= 0 {
		add(t.Head)
	}
	return out
}

// titled tells whether token k is a title before a name, however it is parsed.
func (s *state) titled(k int) bool {
	n := s.lang.Nouns[lower(s.doc.Tokens[k].Form)]
	return n.Title && n.Type == 'P' && s.doc.Tokens[k].Head > k
}
