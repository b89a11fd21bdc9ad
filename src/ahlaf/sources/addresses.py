"""Addresses, and the machines that they name: checked before anything is asked of them.

An address is taken apart once, and what is shown of it never holds a name or password. A machine is open where it
stands on the open internet; what lies inside a network, or on this machine, is not.
"""

from __future__ import annotations

import ipaddress
import queue
import re
import socket
import threading
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlsplit

from ahlaf.errors import NotFetched

Ip = ipaddress.IPv4Address | ipaddress.IPv6Address

_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_UNCLEAN: Final = re.compile(r"[\x00-\x20\x7f\\]")
_SAFE: Final = "/:@!$&'()*+,;=~%-._"
_NAT64: Final = ipaddress.IPv6Network("64:ff9b::/96")
_INSIDE: Final = tuple(
    map(
        ipaddress.ip_network,
        ("168.63.129.16/32", "192.0.0.0/24", "192.88.99.0/24", "64:ff9b:1::/48", "100::/64", "2001::/23", "3fff::/20", "5f00::/16"),
    )
)
"""Not open, whatever the Python at hand makes of them: a cloud's machine room, and what IANA set aside, some of it lately."""


@dataclass(frozen=True, slots=True)
class Place:
    """An address taken apart, ready to be asked."""

    scheme: str
    host: str
    port: int
    target: str
    shown: str


def is_address(text: str) -> bool:
    """Whether a source is an address and no path.

    >>> is_address("https://example.org/a"), is_address("file:///etc/passwd"), is_address("a/b.txt"), is_address("C:/a.txt")
    (True, True, False, False)
    """
    return bool(_SCHEME.match(text))


def taken_apart(text: str, address: str) -> Place:
    """An address, checked as far as it can be before its name is resolved.

    Args:
        text: the address, or where one was sent on to.
        address: what the user gave, for the error.

    Raises:
        NotFetched: it is no sound address of the web, or holds a password.
    """
    if _UNCLEAN.search(text) or len(text) > 4000:
        raise NotFetched(address, "holds what no address holds", "check the address")
    try:
        parts = urlsplit(text)
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii") if ":" not in (parts.hostname or "") else parts.hostname or ""
    except (ValueError, UnicodeError):
        raise NotFetched(address, "is no sound address", "check it") from None
    if parts.scheme not in ("http", "https"):
        what = f"leads to {parts.scheme or 'nothing'}://, and only http and https are fetched"
        raise NotFetched(address, what, "save it and add the file")
    if parts.username is not None or parts.password is not None:
        raise NotFetched(masked(address), "holds a name or password", "they would be kept with the document: give it without them")
    if not host:
        raise NotFetched(address, "names no host", "check the address")
    target = quote(parts.path or "/", safe=_SAFE) + (f"?{quote(parts.query, safe=_SAFE + '?')}" if parts.query else "")
    usual = 443 if parts.scheme == "https" else 80
    name = f"[{host}]" if ":" in host else host
    shown = f"{parts.scheme}://{name}{f':{port}' if port not in (None, usual) else ''}{target}"
    return Place(parts.scheme, host, usual if port is None else port, target, shown)


def masked(address: str) -> str:
    """An address without the name and password that it holds.

    >>> masked("https://me:secret@example.org/a")
    'https://…@example.org/a'
    """
    return re.sub(r"(?<=://)[^/?#]*@", "…@", address)


def public(ip: Ip) -> bool:
    """Whether an address is one of the open internet, whatever it is wrapped in.

    >>> [public(ipaddress.ip_address(a)) for a in ("93.184.216.34", "127.0.0.1", "169.254.169.254", "::ffff:10.0.0.1")]
    [True, False, False, False]
    """
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return public(inner)
        if ip.is_site_local or ip.scope_id:
            return False
    shut = ip.is_multicast or ip.is_private or ip.is_loopback or ip.is_link_local or ip.is_reserved or ip.is_unspecified
    return ip.is_global and not shut and not any(ip in net for net in _INSIDE)


def resolve(host: str, port: int, seconds: float) -> list[Ip]:
    """Every address of a name.

    Raises:
        OSError: it has none, or the answer takes too long.
    """
    answers: queue.SimpleQueue[list[Ip] | OSError] = queue.SimpleQueue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put([ipaddress.ip_address(str(entry[4][0])) for entry in found])
        except (OSError, UnicodeError, ValueError) as error:
            answers.put(error if isinstance(error, OSError) else OSError(str(error)))

    # The system's resolver can't be told to stop: it is left behind where it dawdles.
    threading.Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except queue.Empty:
        raise TimeoutError("its name is not resolved in time") from None
    if isinstance(answer, OSError):
        raise answer
    return list(dict.fromkeys(answer))
