"""The documentation is complete: every command, every table and every column is in it. (`make lint` checks it is current.)"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from baocao.command import cli
from extract.facts import TABLES
from extract.store.schema import columns

ROOT = Path(__file__).parents[1]
REFERENCE = (ROOT / "docs/command.md").read_text(encoding="utf-8")
DICTIONARY = (ROOT / "outputs/README.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", cli.commands)
def test_every_command_is_documented(name: str) -> None:
    assert f"## baocao {name}\n" in REFERENCE
    assert (cli.commands[name].help or "").strip()


@pytest.mark.parametrize("name", cli.commands)
def test_every_option_has_help(name: str) -> None:
    for parameter in cli.commands[name].params:
        if parameter.param_type_name == "option":
            assert getattr(parameter, "help", None), parameter.name


@pytest.mark.parametrize("table", TABLES)
def test_every_table_and_column_is_documented(table: str) -> None:
    section = DICTIONARY.partition(f"### {table}\n")[2].partition("\n### ")[0]
    documented = re.findall(r"^\| `(\w+)`", section, re.MULTILINE)
    assert documented == [column.name for column in columns(table)]


@pytest.mark.parametrize("line", re.findall(r"^baocao .*", README, re.MULTILINE))
def test_every_command_in_the_readme_exists(line: str) -> None:
    command = cli.commands[line.split()[1]]
    options = {name for parameter in command.params for name in parameter.opts}
    assert set(re.findall(r"(?<=\s)--?\w[\w-]*", line.partition("#")[0])) <= options


@pytest.mark.parametrize("target", re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
def test_every_make_target_is_explained(target: str) -> None:
    assert f"# make {target} " in (ROOT / "Makefile").read_text()


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)#:]+)\)", README))
def test_links_in_the_readme_lead_somewhere(link: str) -> None:
    assert (ROOT / link).exists()
