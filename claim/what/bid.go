package what

import (
	"slices"
	"strings"
)

// A noun for words that ask may say of whom: "calls for Kenya to withdraw its
// troops", "a plea by bishops for the army to hold its fire". The tree hangs what is
// asked on whatever comes last.

// bid are those of whom the noun at i asks what an infinitive says, "calls for
// Kenya to withdraw", wherever the tree hangs that.
func (r *reader) bid(i int) []int {
	for k := i + 1; k < min(r.sent.End, i+12); k++ {
		if t := r.tok(k); t.Is("nmod") && slices.Contains(r.preps(k), "for") && r.bidder(k) == i {
			return r.phrases(k)
		}
	}
	return nil
}

// bidder is the noun for words that ask the phrase with "for" at k to do something,
// or -1: what is asked stands right behind the phrase.
func (r *reader) bidder(k int) int {
	end := r.doc.Subtree(k).End
	if end+1 >= r.sent.End || r.tok(end).XPOS != "TO" || !strings.HasPrefix(r.tok(end+1).XPOS, "VB") || !r.actorish(k) {
		return -1
	}
	n := r.tok(k).Head
	for range 3 {
		if !r.sent.Has(n) || r.tok(n).UPOS != "NOUN" {
			return -1
		}
		if r.lex.class("demand", r.word(n)) {
			return n
		}
		n = r.tok(n).Head
	}
	return -1
}

// bidTo makes those whom a noun asks to do what the infinitive at i says its subject,
// and tells whether there are any.
func (r *reader) bidTo(i int, a *args) bool {
	all, n := r.asked(i)
	if n < 0 || len(a.obj) > 0 && a.passive {
		return false
	}
	if a.passive {
		a.obj = all
	} else {
		a.subj = all
	}
	return true
}

// asked are whom a noun asks to do what the infinitive at i says, and that noun: "calls
// for Kenya to withdraw"; none, and -1, where there is none.
func (r *reader) asked(i int) ([]int, int) {
	if !r.hasMark(i, "to") {
		return nil, -1
	}
	mark := r.doc.Child(i, "mark")
	for k := mark - 1; k > max(r.sent.First, mark-8); k-- {
		if t := r.tok(k); t.Is("nmod") && slices.Contains(r.preps(k), "for") && r.doc.Subtree(k).End == mark {
			return r.phrases(k), r.bidder(k)
		}
	}
	return nil, -1
}
