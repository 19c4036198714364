"""Does everything that the demo started end with it?"""

import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dichtbij.demo import processes

# Hears no SIGTERM, and has a child that hears none either.
DEAF = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN)"
STUBBORN = f"""
{DEAF}
import subprocess, sys
child = subprocess.Popen([sys.executable, "-c", "{DEAF}; time.sleep(60)"])
print(child.pid, flush=True)
time.sleep(60)
"""


def start(code: str) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, start_new_session=True
    )


def is_gone(pid: int) -> bool:
    for _ in range(100):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().split()[2]
        except FileNotFoundError:
            return True
        if state == "Z":  # dead, and init did not look yet
            return True
        time.sleep(0.05)
    return False


def test_a_process_that_hears_is_asked_only():
    process = start("import time; print('up', flush=True); time.sleep(60)")
    assert process.stdout.readline() == b"up\n"

    processes.stop([process])

    assert process.returncode == -signal.SIGTERM
    process.stdout.close()


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="there is no /proc")
def test_a_process_that_does_not_hear_ends_with_all_it_started(monkeypatch):
    monkeypatch.setattr(processes, "STOP_SECONDS", 0.3)
    process = start(STUBBORN)
    grandchild = int(process.stdout.readline())

    processes.stop([process])

    assert process.returncode == -signal.SIGKILL
    assert is_gone(grandchild)
    process.stdout.close()


def test_a_port_that_somebody_listens_on_is_taken():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        port = door.getsockname()[1]

        assert not processes.is_free(port)

    assert processes.is_free(port)
    assert not processes.is_free(70_000)


def test_a_part_that_ends_by_itself_is_told():
    process = start("")
    process.wait()

    with pytest.raises(processes.Ended):
        processes.wait_until_one_ends([process])
    process.stdout.close()
