"""How gunicorn serves the site, in a container and without one: settings by gunicorn's names.

Two processes with four threads each answer fifty people on two cores; GOLDENTHREAD_WORKERS says
otherwise. Nothing but a reverse proxy is to reach where it listens.
"""

import os
from pathlib import Path

bind = os.environ.get("GOLDENTHREAD_BIND", "127.0.0.1:8000")
workers = int(os.environ.get("GOLDENTHREAD_WORKERS", "2"))
threads = 4
timeout = 60  # seconds: larger work goes to the background
graceful_timeout = 30
# A process is made anew now and then, each at another time, so that what it hoards goes.
max_requests = 2000
max_requests_jitter = 500
# Where a process shows that it is alive: in memory, as a disk may be slow or read-only.
_MEMORY = Path("/dev/shm")  # noqa: S108  (no file of ours lies there)
worker_tmp_dir = str(_MEMORY) if _MEMORY.is_dir() else None
control_socket_disable = True
