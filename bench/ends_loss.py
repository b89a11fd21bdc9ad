"""What is wrong with what the network of ``ends_model.py`` makes of articles, for it to learn by; and what it would teach another."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from ends_model import Net, on
from papers import Telling
from sheets import Sheet


def shares(net: Net, sheet: Sheet, at_once: int = 256) -> list[np.ndarray]:
    """Of each choice of an article, what its pairs, on end, and "none" share among them."""
    net.eval()
    found: list[np.ndarray] = []
    with torch.no_grad():
        words, context = net.read([sheet])
        for start in range(0, len(sheet.choices), at_once):
            chosen = [(0, sheet, c) for c in range(start, min(start + at_once, len(sheet.choices)))]
            pairs, none, *_ = net.pairs(words, context, chosen)
            most = pairs.shape[1]
            whole = torch.softmax(torch.cat([pairs.flatten(1), none[:, None]], 1), 1).cpu().numpy()
            for own, (_, _, c) in zip(whole, chosen, strict=True):
                size = len(sheet.choices[c].phrases)
                found.append(np.append(own[:-1].reshape(most, most)[:size, :size].ravel(), own[-1]).astype(np.float16))
    return found


def _taught(chosen: Sequence[tuple[int, Sheet, int]], most: int) -> tuple[np.ndarray, np.ndarray]:
    """What teachers make of some choices, padded, and which of these they have looked at."""
    goal = np.zeros((len(chosen), most * most + 1), np.float32)
    known = np.zeros(len(chosen), np.float32)
    for at, (_, sheet, c) in enumerate(chosen):
        if sheet.taught is None:
            continue
        own, size = sheet.taught[c], len(sheet.choices[c].phrases)
        pairs = np.zeros((most, most), np.float32)
        pairs[:size, :size] = own[:-1].reshape(size, size)
        goal[at] = np.append(pairs.ravel(), own[-1])
        known[at] = 1.0
    return goal, known


def loss(
    net: Net, sheets: Sequence[Sheet], keep: Sequence[Sequence[int]], alone: float = 0.3, meant: float = 0.5, taught: float = 0.0
) -> Tensor:
    """The loss of some articles, of each only the choices to keep: pairs, each end alone, the gate, manner and voice.

    ``taught`` is how much of the loss of pairs goes by what teachers make of them (Hinton, Vinyals & Dean 2015) where
    they have looked at them; the rest goes by the annotation, where there is one.
    """
    words, context = net.read(sheets)
    starts = np.cumsum([0, *(s.count for s in sheets)])
    chosen = [(int(at), s, c) for at, s, mine in zip(starts, sheets, keep, strict=False) for c in mine]
    pairs, none, sources, targets, gate = net.pairs(words, context, chosen)
    choices = [s.choices[c] for _, s, c in chosen]
    weight = on([s.weight for _, s, _ in chosen])
    good = np.zeros(pairs.shape, np.bool_)
    ends = np.zeros((2, *sources.shape), np.bool_)
    for at, choice in enumerate(choices):
        for one, two in choice.pairs:
            good[at, one, two] = True
        if choice.meant:
            for side in (0, 1):
                ends[side, at, choice.ends[side]] = True
    flat, right = pairs.flatten(1), on(good).flatten(1)
    claimed = right.any(1)
    counts = on([bool(c.pairs) or not c.right for c in choices])  # not where the right ends are out of reach
    whole = torch.logsumexp(torch.cat([flat, none[:, None]], 1), 1)
    hit = torch.where(claimed, torch.logsumexp(flat.masked_fill(~right, -1e9), 1), none)
    annotated = on([float(s.annotated) for _, s, _ in chosen])
    goal, known = (on(a) for a in _taught(chosen, pairs.shape[1]))
    total = ((whole - hit) * weight * annotated * (1.0 - taught * known))[counts].sum()
    if taught:
        logarithm = torch.cat([flat, none[:, None]], 1) - whole[:, None]
        total = total - taught * ((goal * logarithm.clamp(min=-30.0)).sum(1) * weight.clamp(max=1.0) * known).sum()
    there = on([float(c.right) for c in choices])
    total = total + alone * (weight * annotated * functional.binary_cross_entropy_with_logits(gate, there, reduction="none")).sum()
    for scores, mark in zip((sources, targets), on(ends), strict=True):
        rows = mark.any(1)
        missed = torch.logsumexp(scores[rows], 1) - torch.logsumexp(scores[rows].masked_fill(~mark[rows], -1e9), 1)
        total = total + alone * (missed * weight[rows]).sum()
    told = [(int(at), s, t) for at, s in zip(starts, sheets, strict=False) if s.annotated for t in range(len(s.tellings))]
    if told:
        total = total + meant * _telling_loss(net, words, context, told)
    return total / len(chosen)


def _telling_loss(net: Net, words: Tensor, context: Tensor, told: Sequence[tuple[int, Sheet, int]]) -> Tensor:
    tellings: list[Telling] = [s.tellings[t] for _, s, t in told]
    weight = on([s.weight for _, s, _ in told])
    scores, speakers, whose = net.manner(words, context, told)
    negated = on([float(t.negated) for t in tellings])
    total = (weight * functional.binary_cross_entropy_with_logits(scores[:, 0], negated, reduction="none")).sum()
    total = total + (weight * functional.cross_entropy(scores[:, 1:], on([t.modality for t in tellings]), reduction="none")).sum()
    share = _shares(speakers, whose, len(tellings))
    right = on(np.concatenate([np.isin(np.arange(len(t.speakers)), t.right) for t in tellings]))
    hit = share.new_zeros(len(tellings)).index_add(0, whose[right], share[right])
    known = on([bool(t.right) for t in tellings])
    return total - (weight * torch.log(hit + 1e-9))[known].sum()


def _shares(scores: Tensor, whose: Tensor, count: int) -> Tensor:
    """Softmax within each group."""
    top = scores.new_full((count,), -1e9).scatter_reduce(0, whose, scores.detach(), "amax")
    power = (scores - top[whose]).exp()
    return power / power.new_zeros(count).index_add(0, whose, power)[whose]
