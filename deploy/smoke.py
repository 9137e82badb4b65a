"""What smoke.sh asks with a session: a socket that stays open and is told things at once, a command each way, a poll that may wait."""
import base64, http.client, json, os, socket, ssl, struct, sys, time, urllib.parse

hub, token = urllib.parse.urlsplit(sys.argv[1]), sys.argv[2]
secure = hub.scheme == "https"
port = hub.port or (443 if secure else 80)
context = ssl._create_unverified_context() if "--insecure" in sys.argv else ssl.create_default_context()
failed = False


def say(good, words):
    global failed
    failed = failed or not good
    print(("ok      " if good else "FAILED  ") + words)


def ask(method, path, body=None):
    kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
    connection = kind(hub.hostname, port, timeout=20, **({"context": context} if secure else {}))
    headers = {"Authorization": "Bearer " + token, "Content-Type": "application/json"}
    connection.request(method, path, json.dumps(body) if body is not None else None, headers)
    answer = connection.getresponse()
    return answer.status, json.loads(answer.read() or "null")


class Socket:
    """A WebSocket by hand (RFC 6455), with SignalR's JSON records in it."""

    def __init__(self):
        plain = socket.create_connection((hub.hostname, port), timeout=20)
        self.line = context.wrap_socket(plain, server_hostname=hub.hostname) if secure else plain
        self.left = b""
        self.records = []
        key = base64.b64encode(os.urandom(16)).decode()
        name = hub.netloc.split("@")[-1]
        self.line.sendall((f"GET /hub?access_token={urllib.parse.quote(token)} HTTP/1.1\r\nHost: {name}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                           f"Origin: {hub.scheme}://{name}\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n").encode())
        while b"\r\n\r\n" not in self.left:
            self.left += self.more()
        head, self.left = self.left.split(b"\r\n\r\n", 1)
        self.status = int(head.split()[1])

    def more(self):
        data = self.line.recv(65536)
        if not data:
            raise EOFError("the socket was closed")
        return data

    def take(self, count):
        while len(self.left) < count:
            self.left += self.more()
        data, self.left = self.left[:count], self.left[count:]
        return data

    def frame(self, kind, data):
        mask = os.urandom(4)
        length = bytes([0x80 | len(data)]) if len(data) < 126 else bytes([0x80 | 126]) + struct.pack(">H", len(data))
        self.line.sendall(bytes([0x80 | kind]) + length + mask + bytes(b ^ mask[i % 4] for i, b in enumerate(data)))

    def send(self, record):
        self.frame(1, json.dumps(record).encode() + b"\x1e")

    def next(self):
        """The next record; answers pings on the way."""
        whole = b""
        while not self.records:
            first, second = self.take(2)
            length = second & 127
            length = struct.unpack(">H", self.take(2))[0] if length == 126 else struct.unpack(">Q", self.take(8))[0] if length == 127 else length
            data = self.take(length)
            kind = first & 15
            if kind == 9:
                self.frame(10, data)
            elif kind == 8:
                raise EOFError("the hub closed the socket")
            elif kind < 3:
                whole += data
                if first & 0x80:
                    self.records = [json.loads(one) for one in whole.split(b"\x1e") if one]
                    whole = b""
        return self.records.pop(0)

    def invoke(self, number, target, argument):
        self.send({"type": 1, "invocationId": str(number), "target": target, "arguments": [argument]})
        while True:
            record = self.next()
            if record.get("type") == 3 and record.get("invocationId") == str(number):
                return record.get("result"), record.get("error")


def command():
    # Of a kind that does not exist: answered all the way, and nothing is entered.
    return {"commandId": "smoke-" + os.urandom(8).hex(), "kind": "smoke", "madeAt": int(time.time() * 1000), "args": {}}


try:
    line = Socket()
    say(line.status == 101, f"a WebSocket is let through ({line.status})")
    line.send({"protocol": "json", "version": 1})
    line.next()
    joined, error = line.invoke(1, "Join", {"since": 0, "mark": "", "headSeconds": 1, "reach": "screen"})
    say(error is None and joined is not None, f"it joins venue {joined and joined['venue']} at entry {joined and joined['head']}")
    answer, error = line.invoke(2, "Do", command())
    say(answer is not None and not answer["ok"], f"a command is answered on it ({answer and answer.get('code')})")
    begun, last, longest, heads = time.time(), time.time(), 0, 0
    while time.time() - begun < 12:
        record = line.next()
        if record.get("target") == "Changes":
            heads, longest, last = heads + 1, max(longest, time.time() - last), time.time()
    say(heads >= 6 and longest < 3, f"it stays open and is told at once: {heads} messages in 12 s, longest pause {longest:.1f} s")
    line.line.close()
except (OSError, EOFError, KeyError, ValueError) as cause:
    say(False, f"the WebSocket: {cause}")

try:
    status, answer = ask("POST", "/commands", command())
    say("code" in (answer or {}), f"a command is answered by POST ({status} {(answer or {}).get('code')})")
    status, whole = ask("GET", "/sync")
    say(status == 200 and whole["reset"], f"the whole comes by GET /sync, entry {whole['to']}")
    # What this device itself is news of has passed by then.
    for _ in range(5):
        status, whole = ask("GET", f"/sync?since={whole['to']}&mark={urllib.parse.quote(whole['mark'])}&wait=1")
    begun = time.time()
    status, head = ask("GET", f"/sync?since={whole['to']}&mark={urllib.parse.quote(whole['mark'])}&wait=10")
    took = time.time() - begun
    say(status == 200 and (took > 8 or head["to"] > whole["to"]), f"a poll may wait: {took:.1f} s, entry {head['to']}")
except (OSError, KeyError, ValueError, http.client.HTTPException) as cause:
    say(False, f"the long poll: {cause}")

sys.exit(1 if failed else 0)
