"""The records that the page draws: those of the picture, with the ids by which the page asks for more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lgkg.graph import Graph
from lgkg.network import Network, Node, describe
from lgkg.network.picture import Record, contents
from lgkg.web.walk.beginning import Beginning
from lgkg.web.walk.files import renderers
from lgkg.web.walk.steps import Step, about
from lgkg.web.walk.walking import Stage, Walks

_PARTNERS = 500
"""Partners that a table lists."""


def shown(walks: Walks, begun: Beginning, steps: tuple[Step, ...]) -> Record:
    """Who is shown after the steps.

    Beside what `contents` gives, people have `id`, `attended` and `partners` (how many in the whole network), `opened`
    and `pinned`, and `events` if no edge tells them; events have `id`. `begun` says where the walk began, `named` whom
    the steps are about, `way` the way that the last step found, `renderers` how many people each of them can show. Who
    took part in an event, and the passages, are to be asked for.
    """
    stage = walks.after(begun.people, begun.opened, steps)
    record = _identified(walks, walks.whole.among(stage.places), stage)
    record["begun"] = {"way": begun.way, "name": begun.name}
    record["named"] = _names(walks, (id for step in steps for id in about(step)))
    record["way"] = [walks.id(one) for one in _way(walks, steps[-1:])]
    record["renderers"] = renderers()
    return record


def known(graph: Graph, walks: Walks, person: str) -> Record:
    """What is known of a person: offices with passages, events; `table` has partners: id, name, events, last day."""
    alone = walks.whole.alone(person)
    described = replace(describe(graph, replace(alone, events=())), events=alone.events)
    record = _identified(walks, described, Stage({person: (0, 0)}))
    partners = walks.whole.partners[person].items()
    record["table"] = [_partner(walks, other, number) for other, number in list(partners)[:_PARTNERS]]
    return record


def happened(graph: Graph, walks: Walks, ids: Iterable[str]) -> Record:
    """Events with all who took part, their roles and the passages; of those that are there."""
    events = [iri for id in ids if (iri := walks.base + id) in walks.whole.event]
    told = walks.whole.told(events)
    described = replace(describe(graph, replace(told, nodes=())), nodes=told.nodes)
    return _identified(walks, described, Stage({node.iri: (0, 0) for node in told.nodes}))


def called(walks: Walks, text: str) -> Record:
    """The people who are called so, each with id, name and province."""
    return {"people": [{"id": walks.id(one.iri), "name": one.name, **_note(one)} for one in walks.whole.called(text)]}


def _identified(walks: Walks, network: Network, stage: Stage) -> Record:
    record, whole = contents(network, stage.places, walks.whole.standing), walks.whole
    place = {event.iri: position for position, event in enumerate(network.events)}
    joined = {end for edge in network.edges for end in (edge.a, edge.b)}
    for person, node in zip(record["people"], network.nodes, strict=True):
        person["id"] = walks.id(node.iri)
        person["attended"] = len(whole.attended[node.iri])
        person["partners"] = len(whole.partners[node.iri])
        person["opened"] = stage.opened.get(node.iri, 0)
        person["pinned"] = node.iri in stage.pinned
        if node.iri not in joined:
            person["events"] = [place[event] for event in whole.attended[node.iri] if event in place]
    for told, event in zip(record["events"], network.events, strict=True):
        told["id"] = event.iri.removeprefix(walks.base)
    return record


def _partner(walks: Walks, other: str, number: int) -> list[object]:
    edge = walks.whole.network.edges[number]
    last = max((event.day.isoformat() for event in edge.events if event.day), default="")
    return [walks.id(other), walks.whole.node[other].name, edge.weight, last]


def _way(walks: Walks, last: tuple[Step, ...]) -> list[str]:
    ends = [walks.iri(id) for name, *ids in last if name == "path" for id in ids]
    return walks.whole.way(ends[0], ends[1]) if ends and all(one in walks.whole.node for one in ends) else []


def _names(walks: Walks, ids: Iterable[str]) -> dict[str, str]:
    people = {id: walks.whole.node.get(walks.iri(id)) for id in ids}
    return {id: node.name for id, node in people.items() if node}


def _note(node: Node) -> dict[str, list[str]]:
    return {"province": [node.province.th, node.province.en]} if node.province else {}
