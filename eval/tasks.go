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
	{"event", "events/plover_gsr, plv_*, up_petr2_gsr", []string{"type_accuracy", "type_f1", "quad_accuracy", "type_dyad_f1", "full_f1"}, Event},
	{"actor", "events/plover_gsr", []string{"country", "read_country", "sector"}, Actor},
	{"muc", "events/muc4_*", []string{"type_f1", "stage_f1", "confidence_recall", "confidence_precision", "slots_f1"}, MUC},
	{"dup", "JSONL of a, b (texts) and copy (true or false)", []string{"f1", "precision", "recall"}, Dup},
	{"story", "crossdoc/ecbplus*.jsonl", []string{"b3_f1", "b3_precision", "b3_recall"}, Story},
	{"same", "crossdoc/ecbplus*.jsonl", []string{"muc", "b3", "ceafe", "conll", "lea"}, Same},
	{"read", "a folder of reports", []string{"words_per_second", "peak_rss_mb", "reports"}, Read},
}
