"""The archives are built once a process: the tree is read, never written."""

from __future__ import annotations

import pytest

from tests.packaging.archives import ROOT, Built, build


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Wheel and source archive of the tree as it stands."""
    pytest.importorskip("hatchling", reason="hatchling builds the archives; it is in the extra test")
    return build(ROOT, tmp_path_factory.mktemp("dist"))
