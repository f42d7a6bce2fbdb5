#!/usr/bin/env python3
"""Scores of names and their chains on the sets of the data folder (axray_predict names, chains -> F1).

Names: F1 of entities, a name being right where span and type are. Scored are people, organisations and places; where a
set marks everything else that bears a name too, "F1 with MISC" counts that as well. Names that touch words of which the
set says nothing count only where they are right.

Chains, on GUM: B-cubed F1 over the named mentions of people, organisations and places. A mention is found where its
span is; one that only one side has counts as wrong for that side (its precision or recall is 0). "Chains of given names"
are found from the gold names, so that they measure the chaining alone.

WikiGold has no development part of its own: a fifth of its documents is one, which training leaves out.

Use: names_scores.py PREDICT [FOLDER]     PREDICT: the program axray_predict; FOLDER: that which holds ner and treebank
"""
import collections
import json
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "train" / "language"))
import gum_names  # noqa: E402
import marked_names  # noqa: E402
import names_data  # noqa: E402

CORE = marked_names.CORE


def predicted(predict, task, documents):
    """The answers to documents of sentences, given as lists of marked_names.Sentence."""
    lines = [json.dumps({"id": number, "sentences": [s.tokens for s in document], "tags": [s.tags for s in document]})
             for number, document in enumerate(documents)]
    done = subprocess.run([predict, task], input="\n".join(lines) + "\n", capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def by_document(sentences):
    documents = collections.defaultdict(list)
    for sentence in sentences:
        documents[sentence.document].append(sentence)
    return list(documents.values())


def f1(right, found, wanted):
    return 2 * right / (found + wanted) if found + wanted else 1.0


def entity_counts(documents, answers, kinds):
    """type -> [right, found, wanted]"""
    counts = collections.defaultdict(lambda: [0, 0, 0])
    for document, answer in zip(documents, answers):
        names = collections.defaultdict(set)
        for sentence, begin, end, kind, _ in answer["names"]:
            if kind in kinds:
                names[sentence].add((begin, end, kind))
        for number, sentence in enumerate(document):
            gold = {span for span in marked_names.spans_of(sentence.tags) if span[2] in kinds}
            for begin, end, kind in gold:
                counts[kind][2] += 1
            for begin, end, kind in names[number]:
                right = (begin, end, kind) in gold
                unknown = marked_names.UNKNOWN in sentence.tags[begin:end] or kind not in sentence.known
                if right or not unknown:
                    counts[kind][0] += right
                    counts[kind][1] += 1
    return counts


def entity_f1(documents, answers, kinds):
    counts = entity_counts(documents, answers, kinds)
    return f1(*(sum(one[i] for one in counts.values()) for i in range(3)))


def measures_of(documents, answers):
    measures = {"F1": entity_f1(documents, answers, CORE)}
    if all("MISC" in sentence.known for document in documents for sentence in document):
        measures["F1 with MISC"] = entity_f1(documents, answers, marked_names.ALL)
    counts = entity_counts(documents, answers, CORE)
    measures.update({f"{kind} F1": f1(*counts[kind]) for kind in sorted(CORE)})
    return measures


def gold_chains(document):
    """(sentence, begin, end) -> chain of the named mentions of a GUM document."""
    return {(number, begin, end): group for number, names in gum_names.gum_named(document).items()
            for begin, end, kind, group, _ in names if kind in CORE}


def b_cubed(pairs):
    """Precision, recall, F1 of (gold, answer) maps of mentions to chains, one of each document."""
    precision, found, recall, wanted = 0.0, 0, 0.0, 0
    for gold, answer in pairs:
        gold_members, answer_members = members(gold), members(answer)
        for mention in set(gold) & set(answer):
            common = len(gold_members[gold[mention]] & answer_members[answer[mention]])
            precision += common / len(answer_members[answer[mention]])
            recall += common / len(gold_members[gold[mention]])
        found += len(answer)
        wanted += len(gold)
    precision, recall = precision / max(found, 1), recall / max(wanted, 1)
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def members(chain_of):
    chains = collections.defaultdict(set)
    for mention, chain in chain_of.items():
        chains[chain].add(mention)
    return chains


def answered_chains(answer, kinds):
    return {(sentence, begin, end): chain for sentence, begin, end, kind, chain in answer["names"] if kind in kinds}


def chain_measures(documents, answers, given, chosen):
    gold = [gold_chains(document) for document in documents]
    pick = [i for i, document in enumerate(documents) if chosen(document)]
    own = b_cubed([(gold[i], answered_chains(answers[i], CORE)) for i in pick])
    # Given names keep their spans but for articles and endings; all of them are gold, so only these are compared.
    aided = b_cubed([(gold[i], {m: c for m, c in answered_chains(given[i], marked_names.ALL).items() if m in gold[i]})
                     for i in pick])
    return own[2], aided[2]


def references_right(documents, answers):
    """Share of the pronouns and descriptions that are put into a chain of the right bearer; names are given."""
    right = collections.Counter()
    found = collections.Counter()
    for document, answer in zip(documents, answers):
        gold = gold_chains(document)
        bearers = collections.defaultdict(collections.Counter)
        for mention, chain in answered_chains(answer, marked_names.ALL).items():
            if mention in gold:
                bearers[chain][gold[mention]] += 1
        groups = {}
        for mention in document.mentions:  # shorter by an ending, "the court 's"
            groups.setdefault((mention.sentence, mention.begin, mention.end - 1), mention.group)
        groups.update({(m.sentence, m.begin, m.end): m.group for m in document.mentions})
        for sentence, begin, end, kind, chain in answer["members"]:
            found[kind] += 1
            bearer = bearers[chain].most_common(1)
            right[kind] += bool(bearer) and groups.get((sentence, begin, end)) == bearer[0][0]
    return {f"{kind}s right": right[kind] / found[kind] for kind in sorted(found)}


def given_names(document):
    """The sentences of a GUM document with its gold names only, whatever else is unknown."""
    named = gum_names.gum_named(document)
    sentences = list(gum_names.gum_sentences(document))
    for number, sentence in enumerate(sentences):
        sentence.tags = ["O"] * len(sentence.tokens)
        for begin, end, kind, _, _ in named.get(number, ()):
            if kind in CORE:
                sentence.tags[begin:end] = ["B-" + kind] + ["I-" + kind] * (end - begin - 1)
    return sentences


def column_sets(folder):
    """(name, sentences) of every set but those for training."""
    readers = {"uner-ewt": names_data.uner_ewt_file, "wikigold": names_data.wikigold_file,
               "wnut17": names_data.wnut17_file}
    for source, read in sorted(readers.items()):
        for path in sorted((folder / source).glob("*.conll.gz")):
            if not path.name.startswith("train"):
                yield f"{source}.{path.name.split('.')[0]}", list(read(path))
    kept_out = folder / "wikigold" / "train.conll.gz"
    if kept_out.exists():
        yield "wikigold.dev", list(names_data.folded(names_data.wikigold_file(kept_out), "dev", 0))


def rows(predict, folder, treebank):
    """(set, measures) of the sets in the folder and of GUM in the folder of treebanks."""
    for name, sentences in column_sets(folder):
        documents = by_document(sentences)
        yield name, measures_of(documents, predicted(predict, "names", documents))
    for path in sorted(treebank.glob("gum.*.conllu.gz")):
        if ".train" in path.name:
            continue
        documents = list(gum_names.gum_documents(path))
        marked = [list(gum_names.gum_sentences(document)) for document in documents]
        answers = predicted(predict, "names", marked)
        given = predicted(predict, "chains", [given_names(document) for document in documents])
        measures = measures_of(marked, answers)
        news = chain_measures(documents, answers, given, lambda document: document.genre == "news")
        everything = chain_measures(documents, answers, given, lambda document: True)
        measures.update({"chains F1, news": news[0], "of given names, news": news[1], "chains F1": everything[0],
                         "of given names": everything[1]})
        measures.update(references_right(documents, given))
        yield path.name.split(".conllu")[0], measures


def main():
    folder = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else names_data.DATA
    for name, measures in rows(sys.argv[1], folder / "ner", folder / "treebank"):
        for measure, score in measures.items():
            print(f"{name:14} {measure:22} {score:6.3f}")


if __name__ == "__main__":
    main()
