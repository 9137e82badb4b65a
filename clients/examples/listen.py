#!/usr/bin/env python3
"""A client from PROTOCOL.md alone: takes a position, speaks what it is called for, answers 收到. Needs Debian's python3-websockets.
listen.py http://127.0.0.1:5080 demo STAFF POSITION   or   listen.py URL CODE DEVICE-NAME POSITION"""
import asyncio, json, random, secrets, sys, time, urllib.request
import websockets

hub, code, name, position = sys.argv[1:5]
kinds = {"guests": "guest", "journeys": "journey", "alerts": "alert", "receipts": "receipt", "items": "item",
         "positions": "position", "staff": "staff", "places": "place", "sessions": "session"}
views, heard, cursor, mark, clock = {}, set(), 0, "", (0, 0.0, 1.0)

def http(path, body=None, **headers):
    data = None if body is None else json.dumps(body).encode()
    return json.load(urllib.request.urlopen(urllib.request.Request(hub + path, data, {"Content-Type": "application/json"} | headers)))

session = http("/demo/sessions", {"staff": name}) if code == "demo" else http("/enrol", {"code": code, "device": name})

def apply(changes):
    global cursor, mark, clock
    if changes.get("reset"): views.clear()
    elif changes["from"] > cursor: return apply(http(f"/sync?since={cursor}&mark={mark}", Authorization="Bearer " + session["token"]))
    elif changes["to"] < cursor: return
    for kind, view in [("venue", changes.get("venue"))] + [(kinds[key], view) for key in kinds for view in changes.get(key) or []]:
        if view and view["seq"] > views.get((kind, view["id"]), {"seq": -1})["seq"]: views[kind, view["id"]] = view
    for gone in changes.get("gone") or []: views.pop((gone["kind"], gone["id"]), None)
    cursor, mark, clock = changes["to"], changes["mark"], (changes["now"], time.monotonic(), changes["pace"])

async def talk(socket):
    async def say(target, argument, **more): await socket.send(json.dumps({"type": 1, "target": target, "arguments": [argument], **more}) + "\x1e")
    async def do(kind, **args):
        made = int(clock[0] + (time.monotonic() - clock[1]) * 1000 * clock[2])
        await say("Do", {"commandId": secrets.token_urlsafe(16), "kind": kind, "madeAt": made, "args": args}, invocationId=kind)
    async def ping():
        while True: await asyncio.sleep(10); await socket.send('{"type":6}\x1e')
    await socket.send('{"protocol":"json","version":1}\x1e')
    await say("Join", {"since": cursor, "mark": mark, "headSeconds": 10, "reach": "sound"}, invocationId="join")
    pings, rest, on_duty = asyncio.create_task(ping()), "", False
    async for frame in socket:
        *records, rest = (rest + frame).split("\x1e")
        for record in map(json.loads, records):
            if record.get("target") == "Leave" and record["arguments"][0]["code"] != "moving": sys.exit(record["arguments"][0]["code"])
            if record.get("type") == 3: print(record["invocationId"], record.get("error") or record["result"].get("words") or "ok", flush=True)
            if record.get("target") == "Changes": apply(record["arguments"][0])
        if cursor and not on_duty: on_duty = await do("duty.start", positions=position) or True
        mine = views.get(("staff", session["staff"]), {}).get("positions", [])
        for call in [view for (kind, _), view in views.items() if kind == "alert" and view["state"] == "open" and view["id"] not in heard]:
            asked = session["staff"] in call["asks"]["staff"] or set(mine) & set(call["asks"]["positions"])
            if not mine or not asked or call.get("staff") == session["staff"]: continue
            heard.add(call["id"]); print("🔊", call["ear"]["zh"], "|", call["ear"]["en"], flush=True)
            await say("Report", {"cursor": cursor, "delivered": [call["id"]], "heard": [call["id"]], "how": "voice"})
            if call["answer"] != "none": await do("alert.ack", alert=call["id"])
    pings.cancel()

async def main():
    for tries in range(10 ** 9):
        await asyncio.sleep(random.uniform(0, min(15, 0.5 * 2 ** min(tries, 5))))
        try: await talk(await websockets.connect(hub.replace("http", "ws", 1) + "/hub?access_token=" + session["token"]))
        except (OSError, websockets.WebSocketException) as lost: print("lost:", lost, flush=True)
asyncio.run(main())
