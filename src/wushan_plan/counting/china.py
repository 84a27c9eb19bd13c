"""The working days of mainland China (全国工作日历)."""

from wushan_plan.calendar.official import official_days
from wushan_plan.counting.workday_calendar import WorkdayCalendar

CHINA = WorkdayCalendar(official_days())
"""Working days of mainland China, as published by the State Council (全国工作日历)."""
