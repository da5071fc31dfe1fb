"""The built-in questions: SPARQL queries that anyone can ask by name, each in a file of its own beside this one.

from lgkg.questions import question

for partner, events, first, last in question("who-was-with").ask(graph, person="นายพิทักษ์พล รัตนวรากุล"):
    print(partner, events, first, last)
"""

from lgkg.questions.catalogue import question, questions
from lgkg.questions.header import Kind, Parameter, Theme, Wording
from lgkg.questions.names import find
from lgkg.questions.question import Question
from lgkg.questions.spellings import readings

__all__ = ["Kind", "Parameter", "Question", "Theme", "Wording", "find", "question", "questions", "readings"]
