"""From one network to the few hard blocks in it, and from their camps back to its own."""

from __future__ import annotations

from dataclasses import dataclass, field

from ahlaf.network.balance._blocks import blocks, cut_out, spread
from ahlaf.network.balance._reduce import Core


@dataclass(slots=True)
class Plan:
    """A core, reduced, and the blocks it falls into, nearest the root first."""

    core: Core
    parts: list[tuple[list[int], Plan | list[int]]] = field(default_factory=list)
    """Each block with its plan, or with its sides where it is balanced."""
    side: list[int] | None = None
    """For a hard block: the sides of its nodes, once found."""

    def hard(self) -> list[Plan]:
        """Return the blocks that reductions leave, largest first."""
        found: list[Plan] = []
        todo = [self]
        while todo:
            plan = todo.pop()
            if not plan.parts and any(plan.core.adj):
                found.append(plan)
            todo.extend(p for _, p in plan.parts if isinstance(p, Plan))
        found.sort(key=lambda p: -len(p.core.adj))
        return found

    def sides(self) -> list[int]:
        """Return the sides of all nodes of the core from those of its hard blocks."""
        if self.side is not None:
            return self.side
        side = [0] * len(self.core.adj)
        for block, part in self.parts:
            inner = part.sides() if isinstance(part, Plan) else part
            top = block[0]
            if side[top] == 0:
                side[top] = 1
            turn = side[top] * inner[0]
            for v, s in zip(block, inner, strict=True):
                side[v] = s * turn
        side = [s or 1 for s in side]
        self.core.undo(side)
        return side


def plan(core: Core) -> Plan:
    """Reduce a core, drop what is balanced, and go on within its blocks."""
    top = Plan(core)
    todo = [top]
    while todo:
        here = todo.pop()
        inner = here.core
        inner.reduce()
        found = blocks(inner.adj)
        if len(found) == 1 and len(found[0]) == len(inner.adj):
            continue
        for block in found:
            sides = spread(inner, block)
            if sides is not None:
                here.parts.append((block, sides))
                continue
            part = Plan(cut_out(inner, block))
            here.parts.append((block, part))
            todo.append(part)
    return top
