"""The interpretation register of the invented plan (虚构方案的口径登记)."""

from wushan_plan.model.readings import Basis, Interpretation, Option, Reading

READINGS = (
    Interpretation(
        id="Y1",
        question="“20日”“25日”的“日”是日历日还是工作日？",
        question_en="Are the days of 20日 and 25日 calendar days or working days?",
        options=(
            Option("calendar", "日历日", "calendar days"),
            Option("working", "工作日", "working days"),
        ),
        default="calendar",
        basis=Basis.TEXT,
        because="文中没有写“工作日”。",
        because_en="The text does not say working days.",
        affects=("old-age-allowance", "relief-mean"),
    ),
    Interpretation(
        id="Y2",
        question="“20日内”按计数还是按日期？",
        question_en="Does 20日内 cap a duration or set a last day?",
        options=(
            Option("date", "按日期：不晚于截止日", "a last day", Reading.BY_DATE),
            Option("count", "按计数：用时不超过上限", "a duration", Reading.BY_COUNT),
        ),
        default="date",
        basis=Basis.TEXT,
        because="“…日内”说的是最后一天。",
        because_en="Within so many days names a last day.",
        affects=("old-age-allowance",),
    ),
    Interpretation(
        id="Y3",
        question="未办结的办件算不算进平均？",
        question_en="Do open cases enter the mean?",
        options=(
            Option("completed", "只算已办结", "completed cases only", Reading.COMPLETED_CASES),
            Option("open", "也算未办结", "open cases too", Reading.WITH_OPEN_CASES),
        ),
        default="completed",
        basis=Basis.INFERENCE,
        because="用时到办结才知道。",
        because_en="How long a case takes is known once it is closed.",
        affects=("relief-mean",),
    ),
)
