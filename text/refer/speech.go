package refer

import (
	"griot/text"
	"griot/text/lang"
)

// speakers tells for every token whether it stands in a quotation, and the
// head of the phrase that names who speaks, -1 when that is not clear. A
// quotation ends at its mark or with the paragraph.
func speakers(d *text.Doc, l *lang.Language) (quoted []bool, speaker []int) {
	quoted, speaker = make([]bool, len(d.Tokens)), make([]int, len(d.Tokens))
	for i := range speaker {
		speaker[i] = -1
	}
	for _, p := range d.Paragraphs {
		open := -1
		who := paragraphSpeaker(d, l, p)
		for i := p.First; i < p.End; i++ {
			switch d.Tokens[i].Form {
			case "“", "``":
				open = i
			case "”", "''":
				open = -1
			case `"`:
				if open >= 0 {
					open = -1
				} else {
					open = i
				}
			default:
				if open >= 0 {
					quoted[i], speaker[i] = true, who
				}
			}
		}
	}
	return quoted, speaker
}

// paragraphSpeaker is the head of the one subject of a verb of saying outside
// quotations in a paragraph; -1 when there is none, or several.
func paragraphSpeaker(d *text.Doc, l *lang.Language, p text.Paragraph) int {
	who, open := -1, false
	for i := p.First; i < p.End; i++ {
		t := &d.Tokens[i]
		switch t.Form {
		case `"`:
			open = !open
			continue
		case "“":
			open = true
			continue
		case "”":
			open = false
			continue
		}
		if open || t.UPOS != "VERB" || !l.Saying[t.Lemma].Speaker {
			continue
		}
		subject := d.Child(i, "nsubj")
		if subject < 0 {
			continue
		}
		if who >= 0 && d.Tokens[who].Lemma != d.Tokens[subject].Lemma {
			return -1
		}
		if who < 0 {
			who = subject
		}
	}
	return who
}

// speaker is the entity of who says "I" in a quotation, or unsure. A speaker
// named only after it is resolved ahead of his turn.
func (s *state) speaker(i int) int {
	t := &s.traits[i]
	head := s.doc.Mentions[i].Head
	if t.person != '1' || t.number != 's' || s.talk[head] < 0 {
		return unsure
	}
	j, ok := s.byHead[s.talk[head]]
	if !ok {
		return unsure
	}
	if s.entity[j] < 0 {
		if s.traits[j].kind != text.MentionName {
			return unsure
		}
		s.join(j, s.certain(j))
	}
	return s.entity[j]
}
