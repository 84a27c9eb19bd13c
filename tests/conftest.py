"""How the properties are run (Hypothesis 配置).

``ci`` is the default: the same examples on every run and every machine. ``dev`` looks further, with new
examples each time. ``mutants`` looks less far: it runs once for every fault planted, in one process that
runs the tests many times over, and a planted fault need only be met, not made small.
Choose with ``HYPOTHESIS_PROFILE=dev pytest``. None measures time.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings

settings.register_profile(
    "ci",
    derandomize=True,
    deadline=None,
    database=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "dev", deadline=None, max_examples=1000, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "mutants",
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=50,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
