"""Text basics: one spelling with the way back, dates and times, numerals, page layout, sentences, encodings."""

from lgkg.text.dates import DateMention as DateMention
from lgkg.text.dates import find_dates as find_dates
from lgkg.text.dates import fiscal_year as fiscal_year
from lgkg.text.decode import decode as decode
from lgkg.text.layout import Layout as Layout
from lgkg.text.layout import layout as layout
from lgkg.text.letters import letters as letters
from lgkg.text.normalise import Normalised as Normalised
from lgkg.text.normalise import normalise as normalise
from lgkg.text.numerals import arabic as arabic
from lgkg.text.numerals import parse_count as parse_count
from lgkg.text.order import thai_order as thai_order
from lgkg.text.sentences import clip as clip
from lgkg.text.sentences import sentences as sentences
from lgkg.text.span import Span as Span
from lgkg.text.times import TimeMention as TimeMention
from lgkg.text.times import find_times as find_times
