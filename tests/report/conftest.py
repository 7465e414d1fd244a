from __future__ import annotations

import pytest
from example_map import empty_map, example_map

from analyzer.messages import Messages
from analyzer.overlap import OverlapMap
from analyzer.taxonomy import Taxonomy, load_taxonomy


@pytest.fixture(scope="session")
def taxonomy() -> Taxonomy:
    return load_taxonomy()


@pytest.fixture(scope="session")
def example(taxonomy: Taxonomy) -> OverlapMap:
    criteria, principles, images = (
        tuple(entry.id for entry in entries)
        for entries in (taxonomy.criteria, taxonomy.principles, taxonomy.images)
    )
    return example_map(criteria, principles, images)


@pytest.fixture(scope="session")
def empty() -> OverlapMap:
    return empty_map()


@pytest.fixture(params=["de", "en"])
def messages(request: pytest.FixtureRequest) -> Messages:
    return Messages(request.param)
