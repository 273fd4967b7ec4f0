"""Speaks to a kernel as Jupyter's own programs do (jupyter_client over libzmq), on orders from standard input.

One order a line, as JSON: {"do": NAME, ...}. One answer a line: {"ok": ...} or {"failed": "why"}. Clients are made with
`open` and named, so that several speak to one kernel at once.
"""
import base64
import json
import sys
import time

import zmq
from jupyter_client import BlockingKernelClient
from jupyter_client.session import Session

clients = {}
kept = {}  # messages that came on iopub, shell, control and stdin and that nobody has asked for yet, by client


def plain(message):
    """The parts of a message that tests look at."""
    keys = ("msg_type", "header", "parent_header", "metadata", "content")
    return json.loads(json.dumps({key: message[key] for key in keys} | {"buffers": len(message.get("buffers", []))}, default=str))


def open_client(order):
    """Connects; with `ready`, waits until the kernel answers and says that it hears the subscription."""
    client = BlockingKernelClient()
    client.load_connection_file(order["file"])
    if "key" in order:
        client.session.key = order["key"].encode()
    client.start_channels(hb=False)
    name = order.get("client", "first")
    clients[name], kept[name] = client, []
    if order.get("ready", True):
        client.wait_for_ready(timeout=order.get("timeout", 60))
    return {"session": client.session.session}


def send(order):
    """Sends a message and does not wait."""
    client = clients[order.get("client", "first")]
    channel = getattr(client, order.get("channel", "shell") + "_channel")
    message = client.session.msg(order["type"], order.get("content", {}), metadata=order.get("metadata", {}))
    channel.send(message)
    return {"msg_id": message["header"]["msg_id"]}


def receive(client, until):
    """Returns what came on any channel before the deadline, as (channel, message) pairs; at least one."""
    channels = {name: getattr(client, name + "_channel") for name in ("shell", "control", "stdin", "iopub")}
    # jupyter_client's sockets are asyncio's in some versions: shadows are plain ones on the same connection.
    sockets = {name: zmq.Socket.shadow(channel.socket.underlying) for name, channel in channels.items()}
    poller = zmq.Poller()
    for socket in sockets.values():
        poller.register(socket, zmq.POLLIN)
    ready = dict(poller.poll(max(0, (until - time.monotonic()) * 1000)))
    if not ready:
        raise TimeoutError("nothing more came in time")
    return [(name, plain(client.session.recv(socket)[1])) for name, socket in sockets.items() if socket in ready]


def collect(order):
    """Waits for the reply to a request and for the idle status after it; answers its questions from `answers`.

    Returns the reply, its iopub messages in order, and the questions. `until` names another message type to stop at.
    """
    name = order.get("client", "first")
    client, msg_id = clients[name], order["msg_id"]
    answers = list(order.get("answers", []))
    until = time.monotonic() + order.get("timeout", 60)
    result = {"msg_id": msg_id, "reply": None, "iopub": [], "stdin": []}
    pending, kept[name] = kept[name], []
    while True:
        for channel, message in pending:
            if message["parent_header"].get("msg_id") != msg_id:
                kept[name].append((channel, message))
                continue
            if channel == "iopub":
                result["iopub"].append(message)
            elif channel == "stdin":
                result["stdin"].append(message)
                if answers:
                    client.input(answers.pop(0))
            else:
                result["reply"] = message | {"channel": channel}
        seen = [m["msg_type"] for m in result["iopub"] + result["stdin"]]
        idle = any(m["msg_type"] == "status" and m["content"]["execution_state"] == "idle" for m in result["iopub"])
        if order.get("until") in seen:
            return result
        if idle and (result["reply"] or order.get("no_reply")):
            if "until" in order:
                raise ValueError(f"no {order['until']} before the reply {result['reply']}; but {seen}")
            return result
        try:
            pending = receive(client, until)
        except TimeoutError:
            raise TimeoutError(f"reply: {result['reply'] is not None}; iopub and stdin so far: {seen}") from None


def request(order):
    """Sends and collects."""
    return collect(order | send(order))


def unasked(order):
    """Returns what came without a request of this client, or belongs to nobody's: waits until there are `count` of them."""
    name = order.get("client", "first")
    until = time.monotonic() + order.get("timeout", 60)
    while len(kept[name]) < order.get("count", 0):
        kept[name] += receive(clients[name], until)
    taken, kept[name] = kept[name], []
    return [message | {"channel": channel} for channel, message in taken]


def heartbeat(order):
    """Sends bytes to the heartbeat socket through a REQ socket and returns what comes back."""
    client = clients[order.get("client", "first")]
    with zmq.Context.instance().socket(zmq.REQ) as socket:
        socket.linger = 0
        socket.connect(client._make_url("hb"))
        socket.send(base64.b64decode(order["bytes"]))
        if not socket.poll(order.get("timeout", 60) * 1000):
            raise TimeoutError("no heartbeat came back")
        return {"bytes": base64.b64encode(socket.recv()).decode()}


def send_frames(order):
    """Sends a message made by hand: its parts as text, signed with `key` (null: the signature in `signature`), again `times` times."""
    client = clients[order.get("client", "first")]
    parts = [part.encode() for part in order["parts"]]
    signature = order.get("signature", "").encode() if order.get("key") is None else Session(key=order["key"].encode()).sign(parts)
    for _ in range(order.get("times", 1)):
        zmq.Socket.shadow(getattr(client, order.get("channel", "shell") + "_channel").socket.underlying).send_multipart([b"<IDS|MSG>", signature, *parts])
    return {}


def oversized(order):
    """Sends one frame of so many bytes."""
    zmq.Socket.shadow(clients[order.get("client", "first")].shell_channel.socket.underlying).send(bytes(order["bytes"]))
    return {}


def close(order):
    """Ends a client's connections."""
    clients.pop(order.get("client", "first")).stop_channels()
    return {}


ORDERS = {
    "open": open_client, "send": send, "collect": collect, "request": request, "unasked": unasked,
    "heartbeat": heartbeat, "frames": send_frames, "oversized": oversized, "close": close,
}

for line in sys.stdin:
    try:
        asked = json.loads(line)
        answer = {"ok": ORDERS[asked["do"]](asked)}
    except Exception as error:  # told to the test, which fails with it
        answer = {"failed": f"{type(error).__name__}: {error}"}
    print(json.dumps(answer), flush=True)
