package what

import "slices"

// receive tells who is given something from what is given: the one object of "asked
// Uganda to send troops" is asked, the subject of "was granted asylum" is given.
func (r *reader) receive(i int, a *args) {
	a.comps = append(a.comps, r.predicated(a.obj)...)
	if t := r.tok(i); len(a.obj) == 0 && t.Is("conj") && verbal(t) {
		a.obj = r.takenFrom(i)
	}
	switch given := r.doc.Child(i, "obj"); {
	case len(a.obj) == 0 && !a.passive: // "asked Uganda to send troops"
		a.obj, a.iobj = a.iobj, nil
	case a.passive && given > i && len(a.obj) > 1 && len(a.iobj) == 0: // "she was granted asylum"
		a.iobj = without(slices.Clone(a.obj), r.phrases(given))
		a.obj = r.phrases(given)
	}
}

// object files the object k of a predicate: what fills a length of time stands for it
// ("held two days of talks"), a time alone is none ("resigned Sunday"), and a second
// one is what the first is given ("give Tanzania a grant").
func (r *reader) object(k int, a *args) {
	if n := r.filled(k); n >= 0 {
		a.obj = append(a.obj, r.phrases(n)...)
		return
	}
	if r.isTime(k) && r.tok(k).UPOS != "NUM" {
		a.obl = append(a.obl, oblique{"", k})
		return
	}
	if len(a.obj) > 0 && r.actorish(a.obj[0]) {
		a.iobj, a.obj = a.obj, nil
	}
	a.obj = append(a.obj, r.phrases(k)...)
}

// takenFrom is the object of the verb at i that the tree joined to a noun before it.
func (r *reader) takenFrom(i int) []int {
	for k := i + 1; k < min(r.sent.End, i+8); k++ {
		if r.tok(k).Is("conj") && r.tok(k).Head < i && (r.stolen(k) == i || r.severed(k, i)) {
			return append([]int{r.measured(k)}, r.phrases(k)[1:]...)
		}
	}
	return nil
}

// predicated are the adjectives behind an object that say what it is called or held
// to be, which the tree joined to it: "held the mayor responsible".
func (r *reader) predicated(obj []int) []int {
	var all []int
	for _, o := range obj {
		if !r.sent.Has(o) {
			continue
		}
		for k := o + 1; k < r.doc.Subtree(o).End; k++ {
			if t := r.tok(k); t.UPOS == "ADJ" && t.Head < k && (t.Is("appos") || t.Is("amod")) {
				all = append(all, k)
			}
		}
	}
	return all
}
