"""How well a graph says what careful readers found in its articles: precision, recall, mistakes, calibration.

    evaluation = evaluate("data/samples/annotations", "out/demo")
    print(evaluation.scores[Kind.OFFICE].f1)
    for mistake in evaluation.mistakes:
        print(mistake.article, mistake.fault, mistake.annotated, mistake.found, mistake.passage)

`labels` says when two labels are the same, `matching` which found fact stands for which annotated one, `comparison` and
`presence` what is compared of each kind, `calibration` when a fact counts as right.
"""

from lgkg.evaluation.annotations import POLICY_KINDS, Annotation
from lgkg.evaluation.calibration import Band, Statement
from lgkg.evaluation.evaluation import Evaluation, evaluate
from lgkg.evaluation.folder import load_annotation, load_annotations
from lgkg.evaluation.labels import key, same
from lgkg.evaluation.matching import Matched, one_to_one
from lgkg.evaluation.scores import ATTRIBUTES, Counts, Kind
from lgkg.evaluation.tally import Fault, Mistake

__all__ = [
    "ATTRIBUTES",
    "POLICY_KINDS",
    "Annotation",
    "Band",
    "Counts",
    "Evaluation",
    "Fault",
    "Kind",
    "Matched",
    "Mistake",
    "Statement",
    "evaluate",
    "key",
    "load_annotation",
    "load_annotations",
    "one_to_one",
    "same",
]
