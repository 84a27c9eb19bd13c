"""The command line (命令行): a thin door onto the library."""

from wushan_plan.cli.main import main as main
