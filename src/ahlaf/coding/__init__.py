"""Sentences → claims. Read :mod:`.pipeline` first: it states the order of work.

Its rooms, in the order in which they lean on one another; none looks into a later one:

- :mod:`.words`: written words, what the lexicon knows of each, and the sheet (:class:`.Draft`) that all steps write on
- :mod:`.times`: numbers, calendars, dates
- :mod:`.names`: the words that a name is made of
- :mod:`.nounphrases`: what a noun phrase is made of, and how far it reaches
- :mod:`.clauses`: verbs with their subjects and objects, relative clauses, words that may carry a relation
- :mod:`.finding`: the phrases that may be ends of claims
- :mod:`.actors`: who these phrases are
- :mod:`.ends`: which of them may be an end of a claim, and which surely none
- :mod:`.modality`: what is denied, intended, doubted, or not done at all
- :mod:`.voices`: who speaks, and how far his words reach
- :mod:`.weighing`: what was learned, and the decision
- :mod:`.claiming`: the claims that are put out, with their words

:mod:`.coders` is the door to them; :mod:`.llm` asks a language model for the same work, and :mod:`.both` lays the two side by side.
"""
