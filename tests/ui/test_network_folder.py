"""Data folders on network drives are warned of."""

from pathlib import Path

import pytest

from quizapp.ui import network_folder
from quizapp.ui.network_folder import file_system_of, is_network_type, network_warning
from tests.ui.conftest import OpenApp


@pytest.mark.parametrize("name", ["nfs4", "cifs", "fuse.sshfs", "SMB3"])
def test_network_drives_are_known(name: str) -> None:
    assert is_network_type(name)


@pytest.mark.parametrize("name", ["ext4", "btrfs", "apfs", "NTFS", "fuseblk", "overlay", "tmpfs", ""])
def test_disks_of_this_machine_are_none(name: str) -> None:
    assert not is_network_type(name)


def test_this_machine_is_asked(tmp_path: Path) -> None:
    assert file_system_of(tmp_path)
    assert network_warning(tmp_path) == ""


def test_settings_and_start_say_it(open_app: OpenApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network_folder, "file_system_of", lambda _folder: "nfs4")  # no test machine has one
    person = open_app()
    told = person.answer_box(person.window.start_upkeep, "OK")
    assert "network drive" in told
    person.window.start_upkeep()  # once is enough
    person.click("Settings")
    assert person.reads("network drive")
