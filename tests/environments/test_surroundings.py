"""The answer does not depend on how and where Python was started."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.environments.probe import digests
from tests.environments.probe_extras import PARTS
from tests.environments.probe_extras import digests as digests_with_extras
from tests.environments.running import (
    COMMAND,
    PROBE,
    SOURCE,
    WATER,
    probed,
    probed_with_extras,
    python,
    said,
    surroundings,
)

NOWHERE = "/dev/null/no-such-home"  # below a file, so that not even root can make it
QUICK: dict[str, tuple[tuple[str, ...], dict[str, str | None]]] = {
    "without docstrings": (("-OO",), {"PYTHONHASHSEED": "0"}),
    "every warning an error, in development mode": (
        ("-X", "dev", "-W", "error", "-X", "warn_default_encoding"),
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati"},
    ),
    "a C locale that stays one, far in the west": (
        (),
        {
            "LC_ALL": "C",
            "PYTHONUTF8": "0",
            "PYTHONCOERCECLOCALE": "0",
            "TZ": "America/Los_Angeles",
            "HOME": NOWHERE,
        },
    ),
}
SLOW: dict[str, tuple[tuple[str, ...], dict[str, str | None]]] = {
    "without assertions": (("-O",), {}),
    "strings hashed at random": ((), {"PYTHONHASHSEED": "random"}),
    "isolated": (("-I",), {}),
    "in Shanghai": ((), {"TZ": "Asia/Shanghai"}),
    "in Shanghai on a Chinese console": (
        (),
        {"LANG": "zh_CN.GB18030", "PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0", "TZ": "Asia/Shanghai"},
    ),
    "without any variable": ((), dict.fromkeys(os.environ)),
    "without the module site, with a home below a file": (("-S", "-s", "-B"), {"HOME": NOWHERE}),
}


@pytest.fixture(scope="module")
def expected() -> dict[str, str]:
    """The answer of this very process."""
    return digests()


@pytest.mark.parametrize("name", QUICK)
def test_the_answer_is_the_same(name: str, expected: dict[str, str]) -> None:
    flags, environment = QUICK[name]
    assert probed(*flags, environment=environment) == expected


@pytest.mark.slow
@pytest.mark.parametrize("name", SLOW)
def test_the_answer_is_the_same_elsewhere(name: str, expected: dict[str, str]) -> None:
    flags, environment = SLOW[name]
    if "-S" in flags:  # without the module site nobody says where packages are
        environment = {**environment, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    assert probed(*flags, environment=environment) == expected


IN_ASCII = [part for part in PARTS if part != "forms"]
"""What writes no file under a Chinese name, which a C locale cannot."""


@pytest.fixture(scope="module")
def written() -> dict[str, list[str]]:
    """What this very process writes and reads with the extras."""
    return digests_with_extras(IN_ASCII)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no C locale for names of files")
def test_files_are_the_same_in_a_c_locale(written: dict[str, list[str]]) -> None:
    flags, environment = QUICK["a C locale that stays one, far in the west"]
    assert probed_with_extras(IN_ASCII, *flags, environment=environment) == written


@pytest.mark.slow
@pytest.mark.parametrize("name", ["without assertions", "in Shanghai on a Chinese console"])
def test_files_are_the_same_elsewhere(name: str, written: dict[str, list[str]]) -> None:
    flags, environment = SLOW[name]
    found = probed_with_extras(list(PARTS), *flags, environment=environment)
    assert found == {**written, **digests_with_extras(["forms"])}


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows does not delete a folder somebody is in")
def test_the_answer_is_the_same_in_a_folder_that_was_deleted(
    tmp_path: Path, expected: dict[str, str]
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    program = (
        f"import os, runpy; os.rmdir({str(gone)!r}); runpy.run_path({str(PROBE)!r}, run_name='__main__')"
    )
    done = python("-c", program, cwd=gone)
    assert done.returncode == 0, done.stderr
    assert done.stdout == repr(expected).replace("'", '"').encode()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the wheel holds, made without a build tool: the package as it stands."""
    folder = tmp_path_factory.mktemp("wheel")
    package = folder / "tree" / "wushan_plan"
    shutil.copytree(SOURCE / "wushan_plan", package, ignore=shutil.ignore_patterns("__pycache__"))
    return Path(shutil.make_archive(str(folder / "wheel"), "zip", folder / "tree"))


class TestFromAZip:
    """The wheel itself on the path: nothing of the library needs to lie on a disk as a file."""

    def from_zip(self, wheel: Path, rest: str) -> str:
        """What a program says with the library in the zip."""
        return said(
            f"import sys; sys.path.insert(0, {str(wheel)!r}); import wushan_plan; "
            f"assert wushan_plan.__file__.startswith({str(wheel)!r}), wushan_plan.__file__\n{rest}"
        )

    def test_the_answer_is_the_same(self, wheel: Path, expected: dict[str, str]) -> None:
        answer = self.from_zip(wheel, f"import runpy; runpy.run_path({str(PROBE)!r}, run_name='__main__')")
        assert answer == repr(expected).replace("'", '"')

    @pytest.mark.slow
    def test_a_parquet_file_is_decoded_by_a_process_that_finds_the_zip(
        self, wheel: Path, tmp_path: Path
    ) -> None:
        path = str(tmp_path / "办件.parquet")
        answer = self.from_zip(
            wheel,
            "import pyarrow, pyarrow.parquet as pq\n"
            f"pq.write_table(pyarrow.table({{'受理日期': ['2021-09-24']}}), {path!r})\n"
            "from wushan_plan.files.parquet_cases import open_parquet\n"
            f"print([row.cells for row in open_parquet({path!r}).rows(None)])",
        )
        assert answer.strip() == "[{'受理日期': '2021-09-24'}]"


def spoken(
    *arguments: str, environment: dict[str, str | None] | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    """What the command line says in a process of its own."""
    return python("-c", COMMAND, *arguments, environment=environment, cwd=cwd)


DEADLINE = ("deadline", "water-connection", "2021-09-24")


class TestConsoles:
    """A console that cannot show a character loses the character, never the answer."""

    def test_a_chinese_console_shows_chinese(self) -> None:
        done = spoken(*DEADLINE, environment={"LANG": "zh_CN.GB18030", "PYTHONIOENCODING": "gbk"})
        assert done.returncode == 0
        assert done.stdout.decode("gbk").startswith("截止日：2021年10月12日")

    @pytest.mark.slow
    @pytest.mark.parametrize("encoding", ["gbk", "ascii", "latin-1", "cp437:strict", "utf-8"])
    @pytest.mark.parametrize("command", ["plan", "show 6", "calendar 2021", "check", "show T8 --lang en"])
    def test_no_page_fails_for_its_characters(self, command: str, encoding: str) -> None:
        done = spoken(*command.split(), environment={"PYTHONIOENCODING": encoding})
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.decode(encoding.partition(":")[0])

    def test_an_error_with_characters_of_no_console_is_still_said(self) -> None:
        done = spoken("show", "🏛龘\udc80", environment={"PYTHONIOENCODING": "gbk"})
        assert done.returncode == 2
        assert "错误".encode("gbk") in done.stderr
        assert b"Traceback" not in done.stderr

    def test_a_case_file_with_a_chinese_name_is_judged_under_a_c_locale(self, tmp_path: Path) -> None:
        shutil.copyfile(WATER, tmp_path / "供水办件.csv")
        ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
        done = spoken(
            *("evaluate", "供水办件.csv", "--target", "water-connection", "--as-of", "2021-12-31", "--quiet"),
            environment=dict(ascii_only),
            cwd=tmp_path,
        )
        assert done.returncode == 0, done.stderr
        assert (tmp_path / "供水办件.verdicts.csv").exists()

    @pytest.mark.skipif(os.name == "nt", reason="Windows has no C locale for names of files")
    def test_a_name_of_a_file_that_a_c_locale_cannot_write_is_said(self, tmp_path: Path) -> None:
        ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
        send = ("ledger", "send", "a.db", "--as-of", "2022-01-31", "--unit", "finance", "--out", "sent")
        assert spoken("ledger", "init", "a.db", cwd=tmp_path).returncode == 0
        done = spoken(*send, environment=dict(ascii_only), cwd=tmp_path)
        assert done.returncode == 2
        assert b"PYTHONUTF8=1" in done.stderr
        assert b"Traceback" not in done.stderr
        assert spoken(*send, environment={**ascii_only, "PYTHONUTF8": "1"}, cwd=tmp_path).returncode == 0
        assert [one.name for one in (tmp_path / "sent").iterdir()] == ["县财政局.xlsx"]


@pytest.mark.skipif(os.name == "nt", reason="written for the shell of POSIX")
class TestStreams:
    """Streams that are closed, full or broken end the command cleanly."""

    def shell(self, tail: str, *arguments: str) -> tuple[int, str, str]:
        """Exit code, output and errors of the command with a redirection of the shell."""
        script = f'"$@" {tail}'
        done = subprocess.run(
            ["bash", "-c", script, "bash", sys.executable, "-c", COMMAND, *arguments],
            capture_output=True,
            env=surroundings(),
        )
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def test_without_standard_input_the_answer_is_the_same(self) -> None:
        code, answer, errors = self.shell("<&-", *DEADLINE)
        assert (code, errors) == (0, "")
        assert answer.startswith("截止日：2021年10月12日")

    def test_without_standard_output_the_command_ends_well(self) -> None:
        assert self.shell(">&-", *DEADLINE) == (0, "", "")

    def test_without_any_stream_the_exit_code_still_tells(self) -> None:
        assert self.shell("<&- >&- 2>&-", "deadline", "nonsense", "2021-09-24") == (2, "", "")

    @pytest.mark.parametrize("arguments", [("deadline", "nonsense", "2021-09-24"), ("deadline",)])
    def test_without_an_error_stream_no_error_gets_into_the_output(self, arguments: tuple[str, ...]) -> None:
        assert self.shell("2>&-", *arguments) == (2, "", "")

    @pytest.mark.parametrize("arguments", [("plan",), ("--help",), ("--version",)])
    def test_a_reader_that_has_gone_is_no_failure(self, arguments: tuple[str, ...]) -> None:
        # The reader is gone before the command is started: what is written breaks the pipe for certain.
        code, _, errors = self.shell("> >(exec true) ", *arguments)
        assert (code, errors) == (0, "")
        reading, writing = os.pipe()
        os.close(reading)
        done = subprocess.run(
            [sys.executable, "-c", COMMAND, *arguments],
            stdout=writing,
            stderr=subprocess.PIPE,
            env=surroundings(),
        )
        os.close(writing)
        assert (done.returncode, done.stderr) == (0, b"")

    def test_an_error_nobody_reads_is_told_by_the_exit_code(self) -> None:
        reading, writing = os.pipe()
        os.close(reading)
        done = subprocess.run(
            [sys.executable, "-c", COMMAND, "deadline", "nonsense", "2021-09-24"],
            stdout=subprocess.PIPE,
            stderr=writing,
            env=surroundings(),
        )
        os.close(writing)
        assert (done.returncode, done.stdout) == (2, b"")

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
    @pytest.mark.parametrize("arguments", [("plan",), ("--help",), ("--version",)])
    def test_a_full_disk_is_said_and_is_a_failure(self, arguments: tuple[str, ...]) -> None:
        code, _, errors = self.shell("> /dev/full", *arguments)
        assert code == 2
        assert errors.startswith("错误：")
        assert "Traceback" not in errors
        assert "Exception ignored" not in errors

    def test_a_folder_that_was_deleted_is_said_when_a_result_should_go_there(self, tmp_path: Path) -> None:
        gone = tmp_path / "gone"
        gone.mkdir()
        program = f"import os; os.rmdir({str(gone)!r}); {COMMAND}"
        done = python(
            *("-c", program, "evaluate", str(WATER), "--target", "water-connection"),
            *("--start", "受理日期", "--end", "通水日期", "--as-of", "2021-12-31", "--quiet"),
            cwd=gone,
        )
        assert done.returncode == 2
        assert b"Traceback" not in done.stderr
