"""One kernel as Jupyter's own client sees it (Debian: python3-jupyter-client, python3-ipykernel). Prints one line of JSON; times in milliseconds, memory in MiB.

    notebook_kernels.py segmentation KERNEL session          ours, the published kernel
    notebook_kernels.py ipykernel - session                  ipykernel under this interpreter
    notebook_kernels.py segmentation KERNEL long NOTEBOOK    1,000 cells; then 50 runs of the notebook's cells of code in one session
    notebook_kernels.py ipykernel - long FOLDER              the same with plain Python over the folder's accounts.csv
"""
import json
import os
import queue
import sys
import tempfile
import time

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

PINGS, TRIVIAL, PRINTS, MIXED, EDGE, MANY, REPEATS, STOPS = 200, 100, 50, 200, 10, 1000, 50, 5
TIMEOUT, SUBSCRIBED = 120, 0.1  # seconds: until a message is given up, and until a subscription that heard nothing is tried again
MIB = 1024 * 1024
kind, executable, part = sys.argv[1:4]
ours = kind == "segmentation"

# Cells as people write them: a variable, a use of it, a query, a function over what was there before, and something printed.
MIX_CSHARP = [
    "var a{i} = {i} * 2.5;",
    "a{j} + 1",
    "Enumerable.Range(0, 1000).Where(n => n % 7 == {i} % 7).Select(n => n * a{j}).Sum()",
    "double F{i}(double x) => x * a{j} + {i};\nF{i}(3)",
    'foreach (var n in new[] {{ 1, 2, 3 }}) Console.WriteLine($"cell {i}: {{n * a{j}:0.0}}");',
]
MIX_PYTHON = [
    "a{i} = {i} * 2.5",
    "a{j} + 1",
    "sum(n * a{j} for n in range(1000) if n % 7 == {i} % 7)",
    "def f{i}(x): return x * a{j} + {i}\nf{i}(3)",
    'for n in [1, 2, 3]: print(f"cell {i}: {{n * a{j}:0.1f}}")',
]
AUDIT_PYTHON = [
    "import csv, collections",
    'rows = list(csv.DictReader(open("accounts.csv", encoding="utf-8-sig")))\nlen(rows)',
    "empty = {c: sum(1 for r in rows if not r[c]) for c in rows[0]}\nempty",
    'groups = collections.defaultdict(float)\nfor r in rows: groups[r["Industry"]] += float("".join(c for c in r["ARR"] or "" if c.isdigit() or c == ".") or 0)\nsorted(groups.items(), key=lambda g: -g[1])[:10]',
    'names = collections.Counter((r["Account Name"] or "").strip().lower() for r in rows)\nsum(1 for n in names.values() if n > 1)',
]
PRINT = 'Console.WriteLine("hello");' if ours else 'print("hello")'
LOOP = "while (true) { }" if ours else "while True: pass"


def mixed(i):
    mix = MIX_CSHARP if ours else MIX_PYTHON
    return mix[i % len(mix)].format(i=i, j=i - i % len(mix))


def start(folder=None):
    specs, name = tempfile.mkdtemp(), "measured"
    os.makedirs(os.path.join(specs, name))
    argv = [executable, "kernel", "{connection_file}"] if ours else [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    with open(os.path.join(specs, name, "kernel.json"), "w", encoding="utf-8") as file:
        json.dump({"argv": argv, "display_name": name, "language": "measured", "interrupt_mode": "message" if ours else "signal"}, file)
    manager = KernelManager(kernel_name=name)
    manager.kernel_spec_manager = KernelSpecManager(kernel_dirs=[specs], ensure_native_kernel=False)
    manager.start_kernel(cwd=folder)
    return manager


def connect(manager):
    """Returns a client, when kernel_info is answered, and when outputs are heard too: a subscription that comes late would miss the first ones."""
    client = manager.client()
    client.start_channels(hb=False)
    answered = None
    while True:
        reply(client, client.kernel_info())
        answered = answered or time.perf_counter()
        try:
            client.get_iopub_msg(timeout=SUBSCRIBED)
            return client, answered
        except queue.Empty:
            pass


def reply(client, message):
    """Waits for this request's reply: one to an earlier request is not it."""
    while True:
        answer = client.get_shell_msg(timeout=TIMEOUT)
        if answer["parent_header"].get("msg_id") == message:
            return answer["content"]


def idle(client, message):
    value = None
    while True:
        output = client.get_iopub_msg(timeout=TIMEOUT)
        if output["parent_header"].get("msg_id") != message:
            continue
        if output["msg_type"] == "execute_result":
            value = output["content"]["data"]["text/plain"]
        if output["msg_type"] == "status" and output["content"]["execution_state"] == "idle":
            return value


def run(client, code):
    """Runs a cell to idle; returns its result and the milliseconds."""
    begin = time.perf_counter()
    message = client.execute(code)
    value = idle(client, message)
    taken = since(begin)
    answer = reply(client, message)
    if answer["status"] != "ok":
        sys.exit(f"{kind}: a cell failed: {answer.get('ename')}: {answer.get('evalue')}\n{code}")
    return value, taken


def since(begin):
    return (time.perf_counter() - begin) * 1000


def ping(client):
    begin = time.perf_counter()
    reply(client, client.kernel_info())
    return since(begin)


def at(values, share=0.5):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def resident(manager):
    with open(f"/proc/{manager.provisioner.pid}/status", encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS:")) / 1024


def managed(client):
    """Returns what is reachable; Python has no such figure."""
    return float(run(client, "GC.GetTotalMemory(true)")[0].replace(",", "")) / MIB if ours else None


def interrupt(manager, client):
    message = client.execute(LOOP)
    while client.get_iopub_msg(timeout=TIMEOUT)["msg_type"] != "execute_input":
        pass
    time.sleep(0.5)  # so that the loop turns, and nothing is left of its compilation
    begin = time.perf_counter()
    manager.interrupt_kernel()
    idle(client, message)
    taken = since(begin)
    reply(client, message)
    return taken


def session():
    begin = time.perf_counter()
    manager = start()
    client, answered = connect(manager)
    result = {"ready": (answered - begin) * 1000}
    run(client, "1 + 1")
    result["first"] = since(begin)
    pings = [ping(client) for _ in range(PINGS)]
    result["info"], result["info95"] = at(pings), at(pings, 0.95)
    times = [run(client, "1 + 1")[1] for _ in range(TRIVIAL)]
    result["trivial"], result["trivial95"] = at(times), at(times, 0.95)
    result["print"] = at([run(client, PRINT)[1] for _ in range(PRINTS)])
    # Numbers of their own, so that nothing is declared twice.
    for i in range(MANY, MANY + EDGE):
        run(client, mixed(i))
    before = managed(client)
    times = [run(client, mixed(i))[1] for i in range(MIXED)]
    result["early"], result["late"] = at(times[:EDGE]), at(times[-EDGE:])
    result["rss"], result["managed"] = resident(manager), managed(client)
    if ours:
        result["managedPerCell"] = (result["managed"] - before) / MIXED
    result["interrupt"] = at([interrupt(manager, client) for _ in range(STOPS)])
    client.stop_channels()
    begin = time.perf_counter()
    manager.restart_kernel(now=True)
    client, answered = connect(manager)
    result["restart"] = (answered - begin) * 1000
    close(manager, client)
    return result


def long(subject):
    result = {}
    manager = start()
    client, _ = connect(manager)
    for i in range(MANY):
        run(client, mixed(i))
    result["rss1000"], result["managed1000"] = resident(manager), managed(client)
    close(manager, client)
    folder, cells = notebook(subject)
    manager = start(folder)
    client, _ = connect(manager)
    for repeat in range(1, REPEATS + 1):
        taken = sum(run(client, cell)[1] for cell in cells)
        if repeat in (1, 10, REPEATS):
            result |= {f"time{repeat}": taken, f"rss{repeat}": resident(manager), f"managed{repeat}": managed(client)}
    close(manager, client)
    return result


def notebook(subject):
    if not ours:
        return subject, AUDIT_PYTHON
    with open(subject, encoding="utf-8") as file:
        cells = ["".join(c["source"]) for c in json.load(file)["cells"] if c["cell_type"] == "code"]
    return os.path.dirname(os.path.abspath(subject)), cells


def close(manager, client):
    client.stop_channels()
    manager.shutdown_kernel(now=True)


os.environ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"  # ipykernel's debugger warns of frozen modules otherwise
figures = session() if part == "session" else long(sys.argv[4])
print(json.dumps({name: figure for name, figure in figures.items() if figure is not None}))
