"""Writes text-comparison.jsonl, the cases of TextComparisonTest.

sacrebleu 2.6.0, rouge_score 0.1.2:
python text_comparison.py > ../resources/io/nightaudit/metrics/text/text-comparison.jsonl
One line per segment, then one line with the scores of the whole.
"""

import json
import random

from rouge_score.rouge_scorer import RougeScorer
from sacrebleu.metrics import BLEU, CHRF

random.seed(20261124)
WORDS = (
    "the a dog bit man not it was no one had bitten first him The Man It's can't state-of-the-art"
    " 3.5 1,000 10-20 2024-01-15 $5 50% 7. ,8 .9 1. -3 5- a.b U.S. e.g., etc... ?! (hi) \"quoted\""
    " &quot;x&quot; &amp; &amp;lt; &lt;b&gt; a&b <skipped> <b> [1] {x} a/b a\\b x_y ~ ` ^ | # @ * + ="
    " café naïve Straße ÆØ привет мир 漢字 日本語。 😀 👩‍👩‍👧 \u0130stanbul \u212aelvin e\u0301 zahăr …"
    " “quoted” — – ，"
).split()
SPACES = [" "] * 20 + ["  ", "\n", "-\n", "\t", "\u00a0", "\u3000", "\u2028", "\x1c", "", "\r\n"]


def sentence(words):
    return "".join(word + random.choice(SPACES) for word in words)


def noise():
    return "".join(random.choice(".,-0123456789 ab&;\n😀é'\"<>") for _ in range(random.randint(1, 25)))


def case():
    words = random.choices(WORDS, k=random.choice([0, 1, 2, 3, 4, 6, 9, 14]))
    references = []
    for _ in range(random.choice([1, 1, 1, 2, 3])):
        varied = [word if random.random() < 0.8 else random.choice(WORDS) for word in words]
        references.append(sentence(varied))
    hypothesis = sentence([word for word in words if random.random() < 0.9])
    if random.random() < 0.25:
        extra = noise()
        hypothesis += extra
        references[0] = random.choice([extra, references[0] + extra, extra.replace(",", ".")])
    if random.random() < 0.04:
        hypothesis = random.choice(["", " ", "\n"])
    if random.random() < 0.04:
        references[0] = ""
    return hypothesis, references


def statistics(metric, hypothesis, references):
    return [int(n) for n in metric._extract_corpus_statistics([hypothesis], [[r] for r in references])[0]]


cases = [case() for _ in range(200)]
SMOOTHING = ["none", "exp", "floor", "add-k"]
plain = BLEU(tokenize="none", effective_order=True)
chrf, plus = CHRF(), CHRF(word_order=2)
rouge = RougeScorer(["rougeL"])
for hypothesis, references in cases:
    score = rouge.score(references[0], hypothesis)["rougeL"]
    line = {
        "hypothesis": hypothesis,
        "references": references,
        "bleu": statistics(BLEU(), hypothesis, references),
        "sentence": [
            BLEU(smooth_method=smoothing, effective_order=True).sentence_score(hypothesis, references).score
            for smoothing in SMOOTHING
        ],
        "plain": statistics(plain, hypothesis, references),
        "chrf": statistics(plus, hypothesis, references),
        "chrf2": chrf.sentence_score(hypothesis, references).score,
        "chrf2++": plus.sentence_score(hypothesis, references).score,
        "rougeL": [score.precision, score.recall, score.fmeasure],
    }
    print(json.dumps(line))

hypotheses = [hypothesis for hypothesis, _ in cases]
streams = [[refs[i] if i < len(refs) else None for _, refs in cases] for i in range(3)]
whole = {
    "bleu": [BLEU(smooth_method=s).corpus_score(hypotheses, streams).score for s in SMOOTHING],
    "plain": BLEU(tokenize="none").corpus_score(hypotheses, streams).score,
    "chrf2": chrf.corpus_score(hypotheses, streams).score,
    "chrf2++": plus.corpus_score(hypotheses, streams).score,
    # Of several references the best one depends on the smoothing, so of the first one only.
    "eps": CHRF(word_order=2, eps_smoothing=True).corpus_score(hypotheses, streams[:1]).score,
}
print(json.dumps(whole))
