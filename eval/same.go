package eval

import (
	"cmp"
	"slices"

	grouping "griot/fuse/same"
)

// Same scores how well mentions of events are put together across reports,
// with the gold mentions and stories of our own finding: the measures of
// coreference over all documents at once, single mentions included.
func Same(gold string, _ Options) (Result, error) {
	docs, err := readECB(gold)
	if err != nil {
		return Result{}, err
	}
	var mentions []grouping.Mention
	golds, founds := map[string][]int{}, map[int][]int{}
	for _, d := range docs {
		for _, m := range d.Mentions {
			if m.Kind == "event" && m.Sent >= 0 && m.Sent < len(d.Sentences) {
				golds[m.Chain] = append(golds[m.Chain], len(mentions))
				mentions = append(mentions, grouping.Mention{Report: d.Doc, Sentence: d.Sentences[m.Sent], Words: m.Tokens})
			}
		}
	}
	for i, n := range grouping.NewTexts(ecbReports(docs)).Chains(mentions) {
		founds[n] = append(founds[n], i)
	}
	var score chainScore
	score.add(inOrder(golds), inOrder(founds))
	return Result{Docs: len(docs), Figures: score.figures()}, nil
}

// inOrder lists the chains of a map by their first members.
func inOrder[K comparable](of map[K][]int) [][]int {
	list := make([][]int, 0, len(of))
	for _, members := range of {
		list = append(list, members)
	}
	slices.SortFunc(list, func(a, b []int) int { return cmp.Compare(a[0], b[0]) })
	return list
}
