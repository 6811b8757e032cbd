#!/usr/bin/env python3
"""What one writes for the same work in Python, a step at a time, as `benches/compare` asks for it.

    peers.py NAMES TRIGGERS TEXTS MEGABYTES

NAMES: a name a line, its entity before a tab. TRIGGERS: a word a line. TEXTS: a JSON string a line; spaCy reads about
MEGABYTES of them, evenly drawn, and pyahocorasick all. Each pipeline finds the names, parts sentences, and where two
entities and a trigger stand in one counts an edge between each two of them, in a dictionary of pairs.

What is said is a JSON object a line: for each pipeline whether it is there and what its making cost, then, for each line
`spacy` or `pyahocorasick` on standard input, one round of it. Seconds are of this process's CPU (`process_time`).
"""

import json
import re
import sys
import time
from collections import Counter
from itertools import combinations


def counted(edges, entities):
    """Counts an edge between each two entities of a sentence."""
    edges.update(combinations(sorted(set(entities)), 2))


class Spacy:
    """A blank Arabic pipeline with a sentencizer, and a PhraseMatcher over all names, by their letters."""

    name = "spacy"

    def __init__(self, names, triggers):
        import spacy
        from spacy.matcher import PhraseMatcher

        self.version = spacy.__version__
        self.nlp = spacy.blank("ar")
        self.nlp.max_length = 1 << 30
        self.nlp.add_pipe("sentencizer")
        self.matcher = PhraseMatcher(self.nlp.vocab, attr="ORTH")
        by_entity = {}
        for entity, name in names:
            by_entity.setdefault(entity, []).append(name)
        for entity, spellings in by_entity.items():
            self.matcher.add(entity, list(self.nlp.tokenizer.pipe(spellings)))
        self.triggers = triggers

    def run(self, texts):
        from spacy.util import filter_spans

        found, edges = 0, Counter()
        for doc in self.nlp.pipe(texts):
            spans = filter_spans(self.matcher(doc, as_spans=True))
            found += len(spans)
            by_sentence = {}
            for span in spans:
                by_sentence.setdefault(span.sent.start, []).append(span)
            for spans in by_sentence.values():
                if len(spans) > 1 and any(token.text in self.triggers for token in spans[0].sent):
                    counted(edges, (span.label_ for span in spans))
        return found, edges


class AhoCorasick:
    """The longest names, leftmost first, where letters do not go on; sentences and words by regular expressions."""

    name = "pyahocorasick"
    ends = re.compile(r"[.!?؟\n]+")
    words = re.compile(r"\w+")

    def __init__(self, names, triggers):
        from importlib.metadata import version

        import ahocorasick

        self.version = version("pyahocorasick")
        self.automaton = ahocorasick.Automaton()
        for entity, name in names:
            self.automaton.add_word(name, (entity, len(name)))
        self.automaton.make_automaton()
        self.triggers = triggers

    def run(self, texts):
        found, edges = 0, Counter()
        for text in texts:
            for sentence in self.ends.split(text):
                entities = []
                for last, (entity, length) in self.automaton.iter_long(sentence):
                    first = last - length + 1
                    before, behind = sentence[first - 1 : first], sentence[last + 1 : last + 2]
                    if not before.isalnum() and not behind.isalnum():
                        entities.append(entity)
                found += len(entities)
                if len(entities) > 1 and any(word in self.triggers for word in self.words.findall(sentence)):
                    counted(edges, entities)
        return found, edges


def lines(path):
    with open(path, encoding="utf-8", newline="\n") as file:
        return [line.rstrip("\n") for line in file]


def drawn(texts, megabytes):
    """Returns evenly drawn texts, together not much more than so many megabytes."""
    size = sum(len(text.encode()) for text in texts)
    return texts[:: max(1, round(size / (megabytes * 1e6)))]


def say(**fields):
    print(json.dumps(fields), flush=True)


def main():
    names, triggers, texts, megabytes = sys.argv[1:]
    names = [tuple(line.split("\t", 1)) for line in lines(names)]
    triggers = set(lines(triggers))
    texts = [json.loads(line) for line in lines(texts)]
    peers = {}
    for kind, own in ((Spacy, drawn(texts, float(megabytes))), (AhoCorasick, texts)):
        start = time.process_time()
        try:
            peer = kind(names, triggers)
        except ImportError as error:
            say(peer=kind.name, missing=str(error))
            continue
        peers[kind.name] = peer, own
        size = sum(len(text.encode()) for text in own)
        making = time.process_time() - start
        say(peer=kind.name, version=peer.version, making=making, documents=len(own), bytes=size)
    say(ready=True)
    for line in sys.stdin:
        peer, own = peers[line.strip()]
        start = time.process_time()
        found, edges = peer.run(own)
        seconds = time.process_time() - start
        say(seconds=seconds, mentions=found, edges=len(edges))


if __name__ == "__main__":
    main()
