package where

import (
	"strings"

	"griot"
	"griot/claim/where/atlas"
	"griot/text"
)

// scenery are the phrases that say where without a name of the gazetteer: "at
// the Zarah Thermal Station". They serve Of alone.
func (p *Places) scenery() []Toponym {
	d := p.doc
	if len(d.Tokens) == 0 || d.Tokens[0].UPOS == "" {
		return nil
	}
	var out []Toponym
	for i := 0; i < len(d.Tokens); i++ {
		if !p.proper(i) || p.covered(i) {
			continue
		}
		run := text.Range{First: p.article(i), End: i + 1}
		if k := i - 1; k > 0 && capital(d.Tokens[k].Form) && p.covered(k-1) && !p.covered(k) {
			run.First = k // "Douala International Airport"
		}
		end := d.Sentences[d.Tokens[i].Sentence].Range.End
		for run.End < end && run.Len() < longest && p.goesOn(run.End) && !p.covered(run.End) {
			run.End++
		}
		i = run.End - 1
		if k := p.begun(run); k != nil {
			k.whole = run.End
			continue
		}
		s := d.Span(run)
		t := Toponym{Range: run, Start: s.Start, End: s.End, Use: Literal, scenic: true, Place: griot.Place{Name: d.Words(run), Words: d.Words(run)}}
		if p.scenic(&t) {
			out = append(out, t)
		}
	}
	return out
}

// begun is the place that stands right before a run of words which go on with
// its name and say what it is, "Douala Airport", or nil.
func (p *Places) begun(run text.Range) *Toponym {
	k := p.first(p.All, run.First) - 1
	if k < 0 || p.All[k].Range.End != run.First || p.All[k].Use == People || !grounds[p.doc.Tokens[run.End-1].Form] {
		return nil
	}
	return &p.All[k]
}

// grounds are words for sites that end names.
var grounds = words("Airport Airbase Air Base Airfield Camp Square Bridge Street Road Highway Mountain Mountains Hill Hills Dam River Valley Park Junction Town " +
	"Village City District Province Governorate Region Area Ward County Peninsula Strait Straits Plain Plains Suburb Quarter Hospital Cathedral Stadium Crossing Port Prison Complex Checkpoint")

// proper tells whether a name may begin with token i: one tagged so, or a word
// in capitals named along with a place, "in Jableh and Tartous".
func (p *Places) proper(i int) bool {
	t := p.doc.Tokens[i]
	return capital(t.Form) && (t.UPOS == "PROPN" || t.Is("conj") && t.Head >= 0 && p.covered(t.Head))
}

// scenic tells whether a proper name stands where a place does, and is none of
// somebody.
func (p *Places) scenic(t *Toponym) bool {
	d := p.doc
	last := d.Tokens[t.Range.End-1].Form
	if acronym(t.Place.Words) || bodies[last] || believers[last] || vague[atlas.Key(t.Place.Words)] {
		return false
	}
	phrase, kase := p.phrase(t)
	taker := ""
	if p.taken(phrase) {
		taker = d.Tokens[d.Tokens[phrase].Head].Lemma
	}
	landmark := sites[strings.ToLower(last)]
	switch kind := p.tagged(t.Range); {
	case kind == "LOC":
		return true
	case kind == "PER", kind != "" && t.Range.Len() < 3:
		return entering[taker] || (taker != "" || locative[kase]) && landmark
	}
	return taker != "" || locative[kase] || inward[kase] || moving[kase] && p.site(t.Range.End-1)
}

// tagged is the type of the tagged name that a range begins, or of a person's
// name that it has a part of; "" when there is none.
func (p *Places) tagged(r text.Range) string {
	kind := ""
	for i := r.End - 1; i >= r.First; i-- {
		if n := p.doc.Name(i); n >= 0 && (i == r.First || p.doc.Names[n].Type == "PER") {
			kind = p.doc.Names[n].Type
		}
	}
	return kind
}

// covered tells whether a token is part of a toponym.
func (p *Places) covered(i int) bool {
	k := p.first(p.All, i+1) - 1
	return k >= 0 && p.All[k].Range.Has(i)
}

// goesOn tells whether a name that stands before token i goes on with it.
func (p *Places) goesOn(i int) bool {
	d := p.doc
	switch d.Tokens[i].Form {
	case "-":
		return i+1 < len(d.Tokens) && d.Tokens[i].Glued && d.Tokens[i-1].Glued
	case "al", "el", "ez", "es":
		return true
	}
	return d.Tokens[i].UPOS == "PROPN" && capital(d.Tokens[i].Form) || d.Tokens[i-1].Form == "-"
}

// taken tells whether a phrase is what an act is done to that takes places: the
// object of such a verb, or what follows the noun for it; or the subject of a verb
// of undergoing, "Mali has seen two coups".
func (p *Places) taken(phrase int) bool {
	t := p.doc.Tokens[phrase]
	if t.Head < 0 {
		return false
	}
	lemma := p.doc.Tokens[t.Head].Lemma
	switch {
	case t.Is("obj"), t.Rel == "nsubj:pass":
		return taking[lemma]
	case t.Is("nmod"):
		kase := p.kase(phrase)
		return befalling[lemma] && (kase == "of" || kase == "on")
	}
	return t.Is("nsubj") && seeing[lemma]
}

// bodies are the last words of the names of organisations.
var bodies = words("Center Centre Institute Ministry Committee Council Agency Group Forces Army Party Court Foundation Association Union Organization " +
	"Organisation Commission Press Service Corps Brigade Battalion Division Front Movement Authority Bureau Network Observatory News Times Company " +
	"Convention Conference Summit Treaty Agreement Accord Act Law Bill Day War Resolution Protocol Constitution Twitter Facebook Olympics Games Trophy " +
	"Fitr Adha Ramadan Ashura Christmas Easter Eve Corporation Bank Congress Parliament Senate Assembly Cup League Championship Games Monday Tuesday Wednesday Thursday Friday Saturday Sunday")

// believers are peoples that are no country's.
var believers = words("Muslim Muslims Moslem Moslems Christian Christians Jew Jews Jewish Shiite Shiites Sunni Sunnis Kurd Kurds Kurdish Arab Arabs Islamic " +
	"Catholic Catholics Protestant Protestants Hindu Hindus Buddhist Buddhists Druze Yazidi Yazidis Tuareg State Allah God")

func acronym(words string) bool {
	return len(words) <= 5 && strings.ToUpper(words) == words
}

// article is the first token of a name whose first capital is at token i, with
// an Arabic article before it.
func (p *Places) article(i int) int {
	if i < 2 || p.doc.Tokens[i-1].Form != "-" || p.covered(i-2) {
		return i
	}
	switch p.doc.Tokens[i-2].Form {
	case "al", "el", "az", "ash", "ad", "ar", "as", "at", "an":
		return i - 2
	}
	return i
}
