"""Pictures: written, the same twice, with every name on them and none on another."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from story import STORY, random_story

from ahlaf.errors import NetworkError
from ahlaf.network import Network, Party, Statement
from ahlaf.network.blocs import two_camps
from ahlaf.network.change import change
from ahlaf.network.plot import draw_matrix, draw_network, draw_timeline, kind_of, save
from ahlaf.network.plot.layout import apart, camps_apart


def sixty() -> Network:
    """Sixty actors, each tied to some."""
    parties = [Party(f"p{i}", f"فاعل سياسي رقم {i}") for i in range(60)]
    pairs = [(i % 60, (i * 7 + i // 60 + 1) % 60) for i in range(130)]
    return Network.of(
        Statement(str(i), parties[a], parties[b], "AID" if i % 3 else "ASSAULT", 1 if i % 3 else -1, document=str(i))
        for i, (a, b) in enumerate(pairs)
        if a != b
    )


@pytest.mark.parametrize("kind", ["svg", "png"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_pictures_are_written_and_the_same_twice(tmp_path: Path, kind: str, language: str) -> None:
    network = Network.of(STORY)
    camps = two_camps(network)
    for name, draw in (
        ("network", lambda: draw_network(network, camps, language=language)),
        ("matrix", lambda: draw_matrix(network, camps, language=language)),
        ("timeline", lambda: draw_timeline(change(network, "months", 3), language=language)),
    ):
        files = [tmp_path / f"{name}{n}.{kind}" for n in (1, 2)]
        for file in files:
            save(draw(), file)
        assert files[0].read_bytes() == files[1].read_bytes()
        assert files[0].stat().st_size > 4000


def test_no_name_lies_on_another_at_sixty_actors() -> None:
    network = sixty()
    drawn = draw_network(network, two_camps(network, seconds=2))
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    canvas = FigureCanvasAgg(drawn)
    canvas.draw()
    axes = drawn.axes[0]
    names = {network.label(a) for a in network.actors}
    boxes = [t.get_window_extent(canvas.get_renderer()) for t in axes.texts if t.get_text() in names]
    assert len(boxes) == 60
    for i, one in enumerate(boxes):
        for two in boxes[i + 1 :]:
            assert not one.overlaps(two)


def test_camps_do_not_lie_on_each_other() -> None:
    rng = np.random.default_rng(1)
    where, width, height = rng.normal(0, 1, (40, 2)), rng.uniform(0.5, 2, 40), np.full(40, 0.6)
    camp = [i % 3 for i in range(40)]
    placed = camps_apart(where, width, height, camp)
    box = []
    for c in range(3):
        at = [i for i in range(40) if camp[i] == c]
        low = placed[at] - np.column_stack([width[at], height[at]]) / 2
        high = placed[at] + np.column_stack([width[at], height[at]]) / 2
        box.append((low.min(axis=0), high.max(axis=0)))
    for a in range(3):
        for b in range(a):
            assert (box[a][1] < box[b][0] + 1e-6).any() or (box[b][1] < box[a][0] + 1e-6).any()
    assert len(apart(np.zeros((1, 2)), np.ones(1), np.ones(1))) == 1


def test_a_crowd_is_cut_and_says_so() -> None:
    network = Network.of(random_story(2, actors=40, claims=400))
    drawn = draw_network(network, two_camps(network, seconds=1), most=10)
    assert any(f"10 / {len(network.actors)}" in t.get_text() for t in drawn.texts)


def test_only_svg_and_png(tmp_path: Path) -> None:
    with pytest.raises(NetworkError, match="svg or"):
        kind_of("a.gif")
    network = Network.of(STORY)
    with pytest.raises(NetworkError, match="can't be written"):
        save(draw_network(network, two_camps(network)), tmp_path / "no" / "a.svg")
