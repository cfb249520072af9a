package text

import (
	"strings"
	"testing"
)

const treebank = `# newdoc id = one
# newpar
# sent_id = 1
# text = We don't.
1	We	we	PRON	PRP	Case=Nom	2	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	SpaceAfter=No
2	do	do	AUX	VBP	_	0	root	_	_
3	not	not	PART	RB	_	2	advmod	_	_
4	.	.	PUNCT	.	_	2	punct	_	_

1	Wanna	_	_	_	_	0	root	_	_
1.1	ghost	_	_	_	_	_	_	_	_

# newpar
1-2	cannot	_	_	_	_	_	_	_	_
1	can	can	AUX	MD	_	0	root	_	_
2	not	not	PART	RB	_	1	advmod	_	_

# newdoc id = two
1	_	_	SYM	_	_	0	root	_	_
`

func TestReadCoNLLU(t *testing.T) {
	docs, err := ReadCoNLLU(strings.NewReader(treebank))
	if err != nil {
		t.Fatal(err)
	}
	if len(docs) != 2 {
		t.Fatalf("%d documents, want 2", len(docs))
	}
	d := docs[0]
	if want := "We don't. Wanna\n\ncannot"; d.Report.Text != want {
		t.Errorf("text %q, want %q", d.Report.Text, want)
	}
	var forms []string
	for _, k := range d.Tokens {
		forms = append(forms, d.Report.Text[k.Start:k.End])
	}
	if got, want := strings.Join(forms, "/"), "We/do/n't/./Wanna/can/not"; got != want {
		t.Errorf("bytes of the tokens %s, want %s", got, want)
	}
	if len(d.Sentences) != 3 || len(d.Paragraphs) != 2 || d.Sentences[2].Paragraph != 1 {
		t.Errorf("sentences %v, paragraphs %v", d.Sentences, d.Paragraphs)
	}
	if d.Sentences[2].Root != 5 || d.Tokens[6].Head != 5 || d.Tokens[5].Head != -1 {
		t.Errorf("heads of the third sentence: %v", d.Tokens[5:])
	}
	if !d.Tokens[1].Glued || d.Tokens[0].Glued || !d.Tokens[2].Glued {
		t.Errorf("glue: %v", d.Tokens[:4])
	}
	if two := docs[1]; two.Report.Ref != "two" || two.Report.Text != "_" {
		t.Errorf("second document %+v", two)
	}
}

func TestReadCoNLLUErrors(t *testing.T) {
	for _, s := range []string{
		"1\tshort\n",
		"2\ta\ta\tX\t_\t_\t0\troot\t_\t_\n",
		"1\ta\ta\tX\t_\t_\tx\troot\t_\t_\n",
		"3-2\tab\t_\t_\t_\t_\t_\t_\t_\t_\n",
	} {
		if _, err := ReadCoNLLU(strings.NewReader(s)); err == nil || !strings.Contains(err.Error(), "line 1") {
			t.Errorf("%q: error %v", s, err)
		}
	}
}
