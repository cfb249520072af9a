package eval

// Task is one thing the program can be scored at.
type Task struct {
	Name    string
	Gold    string   // the format of its gold, in words
	Figures []string // in the order in which they are shown
	Run     func(gold string, opt Options) (Result, error)
}

// tasks is every task, in the order of CONTRACT.md.
var tasks = []Task{
	{"segment", "CoNLL-U", []string{"words_f1", "sentences_f1"}, Segment},
	{"refer", "CoNLL-U with Entity=", []string{"muc", "b3", "ceafe", "conll", "lea", "exact"}, Refer},
	{"tag", "CoNLL-U", []string{"upos", "xpos", "lemma"}, Tag},
	{"parse", "CoNLL-U", []string{"uas", "las"}, Parse},
	{"name", "two columns, BIO", []string{"f1", "precision", "recall"}, Name},
	{"time", "time/*.jsonl", []string{"strict_f1", "relaxed_f1", "type_f1", "value_f1", "value_f1_lenient"}, Time},
	{"place", "geo/*.jsonl", []string{"strict_f1", "overlap_f1", "precision", "recall"}, Place},
	{"placelink", "geo/*.jsonl", []string{"acc161", "acc_id", "auc", "id_exact", "known", "sure", "far_sure"}, Placelink},
	{"eventplace", "geo/event_location*.jsonl", []string{"token_f1", "precision", "recall", "silent"}, Eventplace},
	{"quote", "quotes/polnear*.jsonl", []string{"end_to_end_f1", "content_f1", "source_overlap"}, Quote},
	{"fact", "quotes/fact_*.jsonl", []string{"mae", "r", "macro_f1"}, Fact},
}

// Tasks lists every task.
func Tasks() []Task { return append([]Task(nil), tasks...) }
