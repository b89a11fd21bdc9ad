"""Go on from what was learned: the network of ``learned.npz`` in PyTorch again, to learn from more articles.

What is kept there in halves and bytes is taken as it is. Of the vectors of relations only their products stand there;
here each relation is a unit vector, and the products are the weights. Facts that the first articles did not show are
set behind those that are known, and weigh nothing at first. A file from before the second layer of the encoder has
none; it begins at nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import torch
from torch import Tensor

from ahlaf.coding.weighing.encoder import numbered
from ends_model import DEVICE, WAYS, Net, halved
from papers import Paper
from sheets import Facts, Names

Arrays = Mapping[str, np.ndarray]


def facts(arrays: Arrays, more: Sequence[Paper]) -> Facts:
    """The facts that were learned, and behind them those that enough of the new articles show."""
    found = Facts(more)
    found.relations = numbered(arrays["relations"])
    for kind, names in _kinds(found):
        known = numbered(arrays[f"{kind}_facts"])
        names.names = [*known, *(n for n in names.names if n not in known)]
        names.of = {f: at for at, f in enumerate(names.names, start=1)}
    return found


def _kinds(known: Facts) -> tuple[tuple[str, Names], ...]:
    return ("word", known.words), ("tie", known.ties), ("cue", known.cues), ("speaker", known.speakers)


def net(arrays: Arrays, known: Facts, network: int = 0) -> Net:
    """One of the networks that were learned, with room for the facts of ``known`` that it had not seen.

    Raises:
        KeyError: ``known`` lacks a fact that it learned: it was not made of this file, or of one that went on from it.
    """
    a = {name: _whole(arrays, name, network) for name in arrays if arrays[name].dtype != np.uint8 and not name.endswith("_top")}
    wide, second = a["ends"].shape[1], a["second_again"].shape[1] if "second_again" in a else 192
    made = Net(known, wide=wide, word=a["word"].shape[1], second=second, tie=a["from_facts"].shape[1], kinds=len(known.relations))
    w = made.state_dict()
    for layer in ("lstm", "second"):
        if f"{layer}_in" in a:
            _put_layer(w, a, layer)
    if "second_up" in a:
        _put(w, "up.weight", a["second_up"].T)
        _put(w, "up.bias", a["second_up_bias"])
    for side in (0, 1):
        _put(w, f"from_facts.{side}.weight", a["from_facts"][side].T)
    for table, names in _kinds(known):
        rows = w[f"{table}.weight"].zero_()
        rows[[names.of[n] for n in numbered(arrays[f"{table}_facts"])]] = torch.from_numpy(a[table])
    w["relation.weight"].copy_(torch.eye(len(known.relations)))
    _put(w, "of_relation.weight", a["relation"].T)
    w["of_relation.bias"].zero_()
    _put(w, "manner_relation.weight", a["manner_relation"].T)
    _put(w, "ask.weight", a["ask"].T * 5.0)
    for name in ("trigger", "candidate", "manner_trigger", "manner_facts", "manner_out", "voice_trigger", "voice_candidate"):
        _put(w, f"{name}.weight", a[name].T)
    for name in ("answer", "voice_facts"):
        _put(w, f"{name}.weight", a[name].T)
    for name, bias in (("trigger", "trigger_bias"), ("candidate", "candidate_bias"), ("manner_trigger", "manner_bias")):
        _put(w, f"{name}.bias", a[bias])
    for name, bias in (("manner_out", "manner_out_bias"), ("voice_trigger", "voice_bias")):
        _put(w, f"{name}.bias", a[bias])
    for name in ("ends", "none", "gate", "gate_bias", "nobody", "voice_out", "author"):
        _put(w, name, a[name])
    made.load_state_dict(w)
    made.relation.weight.requires_grad_(False)
    return made.to(DEVICE)


def average(parts: Sequence[Arrays]) -> dict[str, np.ndarray]:
    """The arrays of one network between several that went on from the same one (Wortsman et al. 2022).

    They know the same facts by the same numbers. The average reads as well as all of them side by side, at the price of one.
    """
    return {
        name: array if array.dtype == np.uint8 else np.mean([p[name].astype(np.float32) for p in parts], axis=0).astype(np.float16)
        for name, array in parts[0].items()
    }


def between(new: Arrays, old: Arrays, share: float) -> dict[str, np.ndarray]:
    """The arrays of what went on, with so large a share of what it went on from (Wortsman et al. 2022).

    What is new is kept whole: the names of facts and the rows of those that the old one had not seen. Between the two a
    network forgets less of what only the old one had learned well.
    """
    made = dict(new)
    for name, array in new.items():
        if array.dtype == np.uint8 or name not in old:
            continue
        was = _full(old, name)
        if f"{name}_facts" in old:
            at = numbered(new[f"{name}_facts"])
            rows = array.astype(np.float32)
            rows[:, [at[n] for n in numbered(old[f"{name}_facts"])]] = was
            was = rows
        made[name] = ((1.0 - share) * array.astype(np.float32) + share * was).astype(np.float16)
    return made


def _full(arrays: Arrays, name: str) -> np.ndarray:
    """All networks' array in full numbers: see ``learned.packed``."""
    own = arrays[name].astype(np.float32)
    return own * arrays[f"{name}_top"].astype(np.float32)[..., None] / 127.0 if f"{name}_top" in arrays else own


def _whole(arrays: Arrays, name: str, network: int) -> np.ndarray:
    """One network's array in full numbers."""
    own = _full(arrays, name)
    return own[network] if own.ndim > 1 else own


def _put_layer(weights: Mapping[str, Tensor], a: Mapping[str, np.ndarray], layer: str) -> None:
    whole = 1.0 / halved(a[f"{layer}_again"].shape[1])
    for at, way in enumerate(WAYS):
        _put(weights, f"{layer}.weight_ih_l0{way}", a[f"{layer}_in"][at].T * whole[:, None])
        _put(weights, f"{layer}.weight_hh_l0{way}", a[f"{layer}_again"][at].T * whole[:, None])
        _put(weights, f"{layer}.bias_ih_l0{way}", a[f"{layer}_bias"][at] * whole)
        weights[f"{layer}.bias_hh_l0{way}"].zero_()


def _put(weights: Mapping[str, Tensor], name: str, value: np.ndarray) -> None:
    if weights[name].shape != value.shape:
        message = f"{name} has the shape {tuple(weights[name].shape)}, what was learned has {value.shape}"
        raise ValueError(message)
    weights[name].copy_(torch.from_numpy(np.ascontiguousarray(value)))
