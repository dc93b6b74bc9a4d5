"""Whether a folder is on another machine, where SQLite's locks and syncs can't be relied on."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStorageInfo

translate = QCoreApplication.translate

# As the kernels name them. "fuse." alone is no sign: disks of other systems are mounted so too.
_NETWORK = frozenset(
    {
        "9p",
        "afpfs",
        "afs",
        "ceph",
        "cifs",
        "davfs",
        "fuse.davfs",
        "fuse.glusterfs",
        "fuse.rclone",
        "fuse.s3fs",
        "fuse.sshfs",
        "ncpfs",
        "nfs",
        "nfs4",
        "smb",
        "smb2",
        "smb3",
        "smbfs",
        "webdav",
    }
)


def is_network_type(file_system: str) -> bool:
    """Whether a type of file system, as Qt names it, is one over a network."""
    return file_system.lower() in _NETWORK


def file_system_of(folder: Path) -> str:
    """The type of the file system that a folder is on; empty where that can't be told."""
    return bytes(QStorageInfo(str(folder)).fileSystemType().data()).decode(errors="replace")


def network_warning(folder: Path) -> str:
    """What to say of a data folder on a network drive; nothing of any other.

    See https://www.sqlite.org/useovernet.html.
    """
    if not is_network_type(file_system_of(folder)):
        return ""
    return translate(
        "NetworkFolder",
        "This folder is on a network drive. Answers may be lost there when the connection breaks, and two machines "
        "must not use it at once. Better keep it on this computer (--data DIR), and take backups to the network.",
    )
