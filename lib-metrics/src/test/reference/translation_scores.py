"""Writes src/test/resources/text/scores.tsv: random pairs of texts and what other tools say of them.

pip install sacrebleu==2.6.0 rouge_score==0.1.2; python translation_scores.py > ../resources/text/scores.tsv
Texts are JSON strings, so that line feeds and quotes survive; the last line is the corpus.
"""
import json
import random

from rouge_score import rouge_scorer
from sacrebleu.metrics import BLEU, CHRF

random.seed(20261123)
WORDS = ["the", "The", "cat", "sat", "on", "mat", "1,000", "3.14", "10-20", "it's", "e.g.", "(see", "below)", "&amp;",
         "&quot;x&quot;", "<skipped>", "-\n", "co-\noperate", "naïve", "Straße", "日本語", "你好。", "😀", "end.",
         "a,b", "x/y", "50%", "$5", "?!", "\u00a0", "\u3000", "\u0085", "İstanbul", "\u2028"]


def text(longest):
    return " ".join(random.choice(WORDS) for _ in range(random.randrange(longest)))


def altered(reference):
    words = reference.split(" ")
    return " ".join(random.choice(WORDS) if random.random() < 0.25 else w for w in words if random.random() < 0.9)


pairs = []
for i in range(200):
    reference = text(14)
    pairs.append((altered(reference) if random.random() < 0.8 else text(14), reference))

bleu, sentence = BLEU(), BLEU(effective_order=True)
chrf, chrfpp = CHRF(word_order=0), CHRF(word_order=2)
rouge = rouge_scorer.RougeScorer(["rougeL"])
for answer, reference in pairs:
    one = sentence.corpus_score([answer], [[reference]])
    print(json.dumps(answer), json.dumps(reference), one.sys_len, one.ref_len, *one.counts, *one.totals,
          repr(one.score), repr(chrf.corpus_score([answer], [[reference]]).score),
          repr(chrfpp.corpus_score([answer], [[reference]]).score),
          repr(rouge.score(reference, answer)["rougeL"].fmeasure), sep="\t")
answers, references = [a for a, _ in pairs], [[r for _, r in pairs]]
print("corpus", "", repr(bleu.corpus_score(answers, references).score), repr(chrf.corpus_score(answers, references).score),
      repr(chrfpp.corpus_score(answers, references).score), sep="\t")
