"""Formats of the field, one a file: readings go in, text or tables come out.

:mod:`.records` says once how a claim is written; :mod:`.jsonl`, :mod:`.jsonarray`, :mod:`.csvtable` and
:mod:`.frames` write it for programs, :mod:`.terminal` and :mod:`.summary` for people.
"""
