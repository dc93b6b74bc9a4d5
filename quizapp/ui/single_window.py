"""A second start with the same data folder brings the first one's window to the front."""

import sys
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_LONGEST_PATH = 100
"""A local socket's address holds some 108 bytes."""

_WAIT_MS = 3000


class RaiseServer(QObject):
    """Listens for further starts; held by the one process that has the folder's lock."""

    raise_requested = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connected)
        address = _address(folder)
        QLocalServer.removeServer(address)  # left behind by a process that was killed: we have the lock
        self._server.listen(address)

    def close(self) -> None:
        self._server.close()

    def _on_connected(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.disconnectFromServer()
            self.raise_requested.emit()


def raise_first_window(folder: Path, *, wait_ms: int = _WAIT_MS) -> bool:
    """Ask the process that has a data folder to show its window; whether it answered."""
    socket = QLocalSocket()
    socket.connectToServer(_address(folder))
    if not socket.waitForConnected(wait_ms):
        return False
    return socket.state() is QLocalSocket.LocalSocketState.UnconnectedState or socket.waitForDisconnected(wait_ms)


def _address(folder: Path) -> str:
    """A socket within the folder, private to the person as this is; a name of its own where its path is too long."""
    path = str(folder.resolve() / "window.socket")
    if sys.platform != "win32" and len(path.encode()) <= _LONGEST_PATH:
        return path
    return "quizapp-" + sha256(path.encode()).hexdigest()[:24]
