"""Tests reach this machine and nothing beyond it."""

import socket
import threading

import pytest
from pytest_socket import SocketConnectBlockedError


def test_a_stand_in_on_this_machine_may_be_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        answering = threading.Thread(target=lambda: server.accept()[0].close())
        answering.start()
        with socket.create_connection(server.getsockname()) as client:
            assert client.recv(1) == b""
        answering.join()


@pytest.mark.filterwarnings("ignore:A test tried to use socket")
def test_nothing_beyond_this_machine_may_be_reached() -> None:
    with pytest.raises(SocketConnectBlockedError):
        socket.create_connection(("192.0.2.1", 443), timeout=1)  # an address kept for examples
