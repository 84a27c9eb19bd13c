"""How strongly a commitment binds (约束力)."""

from __future__ import annotations

import pytest

from wushan_plan.model.modality import Modality

DUTIES = {Modality.MUST, Modality.MUST_NOT, Modality.IN_PRINCIPLE}


@pytest.mark.parametrize("modality", Modality)
def test_only_a_duty_is_breached(modality: Modality) -> None:
    assert modality.can_be_breached == (modality in DUTIES)


@pytest.mark.parametrize("modality", Modality)
def test_everything_but_an_exploration_is_missed(modality: Modality) -> None:
    assert modality.can_be_missed == (modality is not Modality.EXPLORE)
