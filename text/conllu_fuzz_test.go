package text

import (
	"strings"
	"testing"
)

func FuzzReadCoNLLU(f *testing.F) {
	f.Add("# newdoc\n# text = Rebels attacked.\n1\tRebels\trebel\tNOUN\tNNS\t_\t2\tnsubj\t_\t_\n2\tattacked\tattack\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No\n3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n")
	f.Fuzz(func(t *testing.T, s string) {
		docs, err := ReadCoNLLU(strings.NewReader(s))
		if err != nil {
			return
		}
		for _, d := range docs {
			for _, tok := range d.Tokens {
				if tok.Start < 0 || tok.End < tok.Start || tok.End > len(d.Report.Text) {
					t.Fatalf("%+v in %d bytes", tok, len(d.Report.Text))
				}
			}
		}
	})
}
