"""What is measured of a server: its start, its load, and its memory."""

import json
import os
import signal
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

from contestants import BASIC, CASES, GET, HERE, POST, REPORT, TARGET, call

PATHS = {GET: REPORT, POST: CASES}
BODIES = {GET: "", POST: str(HERE / "case.json")}
INVALID = HERE / "invalid-case.json"
START_LIMIT = 60


def free_port():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


def headers(kind, token):
    if kind == GET:
        return {"Authorization": BASIC}
    return {"Authorization": "Bearer " + token, "Content-Type": "application/json"}


@contextmanager
def running(process, name):
    """Starts a process, gives it and the time of its start, and ends it with all that it started."""
    log = TARGET / "logs" / f"{name}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    quiet = dict(os.environ, DO_NOT_TRACK="1", SCARF_ANALYTICS="false", NO_UPDATE_NOTIFIER="1")
    with open(log, "wb") as out:
        began = time.perf_counter()
        child = subprocess.Popen(
            process.command, stdout=out, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, env=quiet, start_new_session=True)
        try:
            yield child, began
        finally:
            end(child)


def end(child):
    for how in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(child.pid, how)
            child.wait(10)
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            continue


def first_answer(process, child, began, name):
    """Seconds from the start of the process until its first request is answered with 2xx."""
    kind, port = next(iter(process.ports.items()))
    if process.prepare:
        wait_for(lambda: connects(port), child, name)
        process.prepare(port)
    wait_for(lambda: answers(port, kind), child, name)
    return time.perf_counter() - began


def wait_for(there, child, name):
    limit = time.perf_counter() + START_LIMIT
    while not there():
        if child.poll() is not None or time.perf_counter() > limit:
            raise SystemExit(f"bench: {name} did not start within {START_LIMIT} s; see {TARGET / 'logs' / name}.log.")
        time.sleep(0.002)


def connects(port):
    with socket.socket() as door:
        return door.connect_ex(("127.0.0.1", port)) == 0


def answers(port, kind):
    """GET is asked for its 200; a process for the POST alone is there once it answers at all."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=5) as line:
            head = f"GET {PATHS[kind]} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAuthorization: {BASIC}\r\nConnection: close\r\n\r\n"
            line.sendall(head.encode())
            status = line.recv(64).split(b" ")[1:2]
            return bool(status) and (status == [b"200"] or kind == POST)
    except OSError:
        return False


def load(kind, port, token, seconds):
    """wrk with one thread and eight connections; what its last line says, and requests per second."""
    words = [word for header in headers(kind, token).items() for word in header]
    command = ["wrk", "-t1", "-c8", f"-d{seconds}s", "--latency", "-s", str(HERE / "request.lua")]
    command += [f"http://127.0.0.1:{port}{PATHS[kind]}", "--", kind.upper(), BODIES[kind]] + words
    done = subprocess.run(command, capture_output=True, text=True, timeout=seconds + 60)
    if done.returncode != 0:
        raise SystemExit(f"bench: wrk failed: {done.stderr.strip()}")
    result = json.loads(done.stdout.strip().splitlines()[-1])
    result["per_second"] = round(result["requests"] / result["seconds"], 1)
    return result


def check_answers(process, token, name):
    """The valid requests have to get a 2xx; says what the invalid POST gets."""
    invalid = None
    for kind, port in process.ports.items():
        body = Path(BODIES[kind]).read_bytes() if BODIES[kind] else None
        status, _, _ = call(port, kind.upper(), PATHS[kind], headers(kind, token), body)
        if not 200 <= status < 300:
            raise SystemExit(f"bench: {name} answered the valid {kind.upper()} with {status}.")
        if kind == POST:
            status, answered, text = call(port, "POST", CASES, headers(POST, token), INVALID.read_bytes())
            invalid = {"status": status, "type": answered.get("Content-Type", "none"), "bytes": len(text)}
    return invalid


def tree(pid):
    found = [pid]
    for parent in found:
        for task in Path(f"/proc/{parent}/task").glob("*/children"):
            found += [int(child) for child in task.read_text().split()]
    return found


def memory(pid):
    """Resident and proportional memory of a process and all that it started, in MB of 2^20 bytes."""
    total = {"Rss:": 0, "Pss:": 0}
    for one in tree(pid):
        for line in Path(f"/proc/{one}/smaps_rollup").read_text().splitlines():
            words = line.split()
            if words[0] in total:
                total[words[0]] += int(words[1])
    return {"rss_mb": round(total["Rss:"] / 1024, 1), "pss_mb": round(total["Pss:"] / 1024, 1)}
