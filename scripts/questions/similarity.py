"""Near duplicates: the cosine of TF-IDF vectors, with the weights of scikit-learn's TfidfVectorizer as it comes.

tf · (ln((1 + n) / (1 + df)) + 1), each vector of length 1 (Salton and Buckley 1988, Information Processing and
Management 24, 513–523, compare such weights).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log, sqrt

_TOKEN = re.compile(r"\b\w\w+\b")

Vector = Mapping[str, float]


def near_pairs(texts: Sequence[str], least: float) -> list[tuple[float, int, int]]:
    """Pairs of texts whose cosine is over ``least``, the nearest first."""
    found = [(cosine, i, j) for (i, j), cosine in _cosines(tfidf(texts)) if cosine > least]
    return sorted(found, reverse=True)


def tfidf(texts: Sequence[str]) -> list[Vector]:
    counts = [Counter(_TOKEN.findall(text.lower())) for text in texts]
    documents = Counter(token for count in counts for token in count)
    weights = {token: log((1 + len(texts)) / (1 + among)) + 1 for token, among in documents.items()}
    return [_unit({token: times * weights[token] for token, times in count.items()}) for count in counts]


def _unit(vector: Vector) -> Vector:
    length = sqrt(sum(value * value for value in vector.values()))
    return {token: value / length for token, value in vector.items()}


def _cosines(vectors: Sequence[Vector]) -> Iterator[tuple[tuple[int, int], float]]:
    """Of all pairs that share a token, by lists of the texts that hold each."""
    holders: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, vector in enumerate(vectors):
        sums: defaultdict[int, float] = defaultdict(float)
        for token, value in vector.items():
            for other, weight in holders[token]:
                sums[other] += value * weight
            holders[token].append((place, value))
        yield from (((other, place), cosine) for other, cosine in sums.items())
