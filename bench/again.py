"""Go on from what was learned: the network of ``learned.npz`` in PyTorch again, to learn from more articles.

What is kept there in halves and bytes is taken as it is. Of the vectors of relations only their products stand there;
here each relation is a unit vector, and the products are the weights. Facts that the first articles did not show are
set behind those that are known.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import torch
from torch import Tensor

from ahlaf.coding.encoder import numbered
from ends_model import Facts, Names, Net
from papers import Paper

Arrays = Mapping[str, np.ndarray]


def facts(arrays: Arrays, more: Sequence[Paper]) -> Facts:
    """The facts that were learned, and behind them those that enough of the new articles show."""
    found = Facts(more)
    found.relations = numbered(arrays["relations"])
    for kind, names in (("word", found.words), ("tie", found.ties), ("cue", found.cues), ("speaker", found.speakers)):
        known = list(numbered(arrays[f"{kind}_facts"]))
        old = set(known)
        _number(names, [*known, *(n for n in names.names if n not in old)])
    return found


def _number(names: Names, order: list[str]) -> None:
    names.names = order
    names.of = {f: at for at, f in enumerate(order, start=1)}


def net(arrays: Arrays, known: Facts, network: int = 0) -> Net:
    """One of the networks that were learned, with room for the facts of ``known`` that it had not seen."""
    a = {name: _whole(arrays, name, network) for name in arrays if arrays[name].dtype != np.uint8 and not name.endswith("_top")}
    wide = a["ends"].shape[1]
    made = Net(known, wide=wide, word=a["word"].shape[1], tie=a["from_facts"].shape[1], kinds=len(known.relations))
    w = made.state_dict()
    unhalved = np.ones(4 * wide, np.float32)  # the gates i, f and o: see encoder.Encoder
    unhalved[: 2 * wide] = unhalved[3 * wide :] = 2.0
    for at, way in enumerate(("", "_reverse")):
        _put(w, f"lstm.weight_ih_l0{way}", a["lstm_in"][at].T * unhalved[:, None])
        _put(w, f"lstm.weight_hh_l0{way}", a["lstm_again"][at].T * unhalved[:, None])
        _put(w, f"lstm.bias_ih_l0{way}", a["lstm_bias"][at] * unhalved)
        w[f"lstm.bias_hh_l0{way}"].zero_()
    for side in (0, 1):
        _put(w, f"from_facts.{side}.weight", a["from_facts"][side].T)
    for table in ("word", "tie", "cue", "speaker"):
        rows = w[f"{table}.weight"]
        rows[1 : len(a[table]) + 1] = torch.from_numpy(a[table])
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
    return made


def _whole(arrays: Arrays, name: str, network: int) -> np.ndarray:
    """One network's array in full numbers: see ``learned.packed``."""
    own = arrays[name].astype(np.float32)
    if f"{name}_top" in arrays:
        own *= arrays[f"{name}_top"].astype(np.float32)[..., None] / 127.0
    return own[network] if own.ndim > 1 else own


def _put(weights: Mapping[str, Tensor], name: str, value: np.ndarray) -> None:
    if weights[name].shape != value.shape:
        message = f"{name} has the shape {tuple(weights[name].shape)}, what was learned has {value.shape}"
        raise ValueError(message)
    weights[name].copy_(torch.from_numpy(np.ascontiguousarray(value)))
