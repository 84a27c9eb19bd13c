"""How the properties are run (Hypothesis 配置).

``ci`` is the default: the same examples on every run and every machine. ``dev`` looks further, with new
examples each time. Choose with ``HYPOTHESIS_PROFILE=dev pytest``. Neither measures time.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

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
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
