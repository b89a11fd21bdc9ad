"""How an Arabic verb's written forms follow from its lemma, its root and its form.

A dictionary names a verb by what he did: دَعَمَ, he supported. From that, its root (دعم), the number of its
pattern (1 to 10, or q1, q2, q4 for roots of four letters) and, for form 1, what he does (يَدْعَمُ),
everything a newspaper can print of the verb follows: some ninety spellings, a hundred and twenty where the root is
difficult. This package makes them all, so that reading a word is looking it up.

**The frame.** Take the last radical but one, the vowel between, and the last radical; call what stands before them
the head: دَ·عَم, قَا·تَل, اِسْتَعْ·مَل. Forms and tenses differ in heads and in vowels, and in nothing else.
The passive of the perfect turns the vowels before the last radical to u, and the last of them to i;
a long ā turned to ū is all of this that shows on paper:

>>> def written(lemma, root, form, imperfect="", masdars=(), **wanted):
...     forms = verb_forms(lemma, root, form, imperfect, masdars)
...     found = (f for f in forms if all(getattr(f, name) == value for name, value in wanted.items()))
...     return list(dict.fromkeys(f.text for f in found))
>>> written("قَاتَلَ", "قتل", "3", kind="perfect", person=3, gender="m", number="s")
['قاتل', 'قوتل']
>>> [(f.text, f.voice) for f in verb_forms("دَعَمَ", "دعم", "1", "يَدْعَمُ", ["دعم"])][:2]
[('دعم', 'both'), ('دعمت', 'both')]

**Form 1 keeps a secret**, the vowel of its imperfect, and so that must be given: يَقُولُ, but يَخَافُ. Its masdar, too,
must be given (دَعْم, قِتَال, هُجُوم: there is no rule). All other forms follow from the lemma alone.

>>> written("أَيَّدَ", "أيد", "2", kind="masdar", number="s")
['تأييد', 'تأييدا']

**Weak radicals.** و and ي are strong where a syllable needs them and give way where it does not. In the middle
(قول) they leave a long vowel, which a following consonant shortens: قال, قلت, لم يقل. At the end (رمي, دعو) they
melt into the ending, so that such verbs have tables of endings of their own. At the beginning (وعد) form 1 drops them
after the prefix of the active, never of the passive: يعد, يوعد.

>>> written("قَالَ", "قول", "1", "يَقُولُ", kind="imperfect", person=3, gender="m", number="s")
['يقول', 'يقل', 'يقال']
>>> written("دَعَا", "دعو", "1", "يَدْعُو", kind="perfect", person=3, number="p", joined=False)
['دعوا', 'دعون', 'دعين']
>>> written("وَعَدَ", "وعد", "1", "يَعِدُ", kind="imperfect", person=3, gender="m", number="s")
['يعد', 'يوعد']

**A radical said twice** (ضمم) is written once as long as a vowel follows, and comes apart before a consonant.

>>> written("اِنْضَمَّ", "ضمم", "7", kind="perfect", person=3, gender="m", joined=False)
['انضم', 'انضما', 'انضموا']
>>> written("اِنْضَمَّ", "ضمم", "7", kind="perfect", person=1)
['انضممت', 'انضممنا']

**The hamza** is one consonant with six spellings (ء أ إ ؤ ئ آ). Its neighbours decide: i asks for ئ, else u for ؤ,
else a for أ. So where the hamza is the last radical every ending may move it; stems are therefore kept in a notation of
sounds and spelled last of all (see `script`).

>>> written("قَرَأَ", "قرأ", "1", "يَقْرَأُ", kind="perfect", voice="active", person=3, gender="m", joined=False)
['قرأ', 'قرآ', 'قرؤوا']
>>> written("سَأَلَ", "سأل", "1", "يَسْأَلُ", kind="passive_participle", gender="m", number="p")
['مسؤولون', 'مسؤولين', 'مسؤولو', 'مسؤولي']

**Form 8** bends its ت to the first radical (اِتَّهَمَ, اِصْطَدَمَ, اِزْدَهَرَ). The lemma shows how, and the head keeps it.

>>> written("اِتَّهَمَ", "وهم", "8", kind="masdar", number="p")
['اتهامات']

**Moods** are three, but paper tells two apart: where the ن of يدعمون falls (لن يدعموا, لم يدعموا), and where
a weak ending falls (لم يدع). Both are here as forms of the imperfect.

**Before a pronoun** some spellings change: دعموا loses its ا in دعموه, رمى is رماه, مهاجمة is مهاجمته, يقرأ is يقرؤه.
The tokenizer takes pronouns off; what it leaves is here, marked `joined`.

>>> [f.text for f in verb_forms("رَمَى", "رمي", "1", "يَرْمِي", ["رماية"]) if f.joined and f.person == 3]
['رما', 'رمو', 'يرمو', 'يرما', 'ترما']

**Voice** is that of the lemma. A few verbs live in the passive only (أُعْجِبَ he admired, تُوُفِّيَ he died); they are given so,
and then what is said of their subject is "active". Forms 7, 9 and q4 and verbs of state (كَثُرَ) have no passive;
ليس and عسى have nothing but their perfect, and stand without an imperfect.

>>> written("تُوُفِّيَ", "وفي", "5", kind="active", number="s", voice="active", joined=False)
['متوفى', 'متوفاة']

**Nouns** are easier, as only their end matters: see `nouns`. Participles and masdars are nouns too.

What is left out: one-letter imperatives (قِ), forms 11 to 15 and q3, the perfects in ū (سَرُوَ), the pausal يك of كان,
and the broken plurals of participles (دعاة), which are words of their own.

A lemma that does not fit its root or form is refused with an `InflectionError` that says why:

>>> verb_forms("تَخَلَّى", "تخلي", "5", "يَتَخَلَّى", [])
Traceback (most recent call last):
    ...
ahlaf.lexicon.inflect.form.InflectionError: تَخَلَّى: root 'تخلي' has 4 letters, form 5 needs 3
"""

from __future__ import annotations

from ahlaf.lexicon.inflect.form import Form, InflectionError
from ahlaf.lexicon.inflect.nouns import nisba_forms, noun_forms
from ahlaf.lexicon.inflect.verbs import verb_forms

__all__ = ["Form", "InflectionError", "nisba_forms", "noun_forms", "verb_forms"]
