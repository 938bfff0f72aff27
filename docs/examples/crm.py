"""Asks Smarketing's signed API. Needs nothing but Python 3:

    SMARKETING_API=https://… SMARKETING_KEY=… SMARKETING_SECRET=… python3 docs/examples/crm.py GET '/sla?weeks=8'
"""

import hashlib
import hmac
import os
import sys
import time
import urllib.error
import urllib.request


def signature_headers(key, secret, method, path, body=b"", seconds=None):
    """The headers by which a request is known to be yours: path with its query as you send it, the body's very bytes."""
    timestamp = str(int(time.time()) if seconds is None else seconds)
    signed = "\n".join([timestamp, method, path, hashlib.sha256(body).hexdigest()])
    signature = hmac.new(secret.encode(), signed.encode(), hashlib.sha256).hexdigest()
    return {
        "x-smarketing-key": key,
        "x-smarketing-timestamp": timestamp,
        "x-smarketing-signature": f"v2={signature}",
    }


def ask(api, key, secret, method, path, body=b""):
    """Status and text of the response; a fault is a problem by RFC 9457 that says what is wrong."""
    headers = {"content-type": "application/json", **signature_headers(key, secret, method, path, body)}
    request = urllib.request.Request(api + path, data=body or None, headers=headers, method=method)
    try:
        with urllib.request.urlopen(request) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as fault:
        return fault.code, fault.read().decode()


if __name__ == "__main__":
    method, path, *rest = sys.argv[1:]
    env = os.environ
    status, text = ask(
        env["SMARKETING_API"],
        env["SMARKETING_KEY"],
        env["SMARKETING_SECRET"],
        method,
        path,
        (rest[0] if rest else "").encode(),
    )
    print(text)
    sys.exit(0 if status < 400 else 1)
