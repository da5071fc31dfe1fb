"""Text basics: one spelling with the way back, dates and times, numerals, page layout, sentences, encodings."""

from lgkg.text.normalise import Normalised as Normalised
from lgkg.text.normalise import normalise as normalise
from lgkg.text.span import Span as Span
