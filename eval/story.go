package eval

import grouping "griot/fuse/same"

// Story scores how well reports are grouped into stories: B³ over documents,
// gold stories being the subtopics of ECB+.
func Story(gold string, _ Options) (Result, error) {
	docs, err := readECB(gold)
	if err != nil {
		return Result{}, err
	}
	stories := grouping.NewTexts(ecbReports(docs)).Stories()
	golds, founds := map[string][]int{}, map[int][]int{}
	for i, d := range docs {
		golds[d.Subtopic] = append(golds[d.Subtopic], i)
		founds[stories[d.Doc]] = append(founds[stories[d.Doc]], i)
	}
	var score chainScore
	score.add(inOrder(golds), inOrder(founds))
	return Result{Docs: len(docs), Figures: map[string]float64{
		"b3_f1":        f1Of(score.b3),
		"b3_recall":    score.b3[0].part / score.b3[0].whole,
		"b3_precision": score.b3[1].part / score.b3[1].whole,
	}}, nil
}
