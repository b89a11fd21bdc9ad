"""What is refused before anything is asked: addresses inside a network, and those that are none."""

from __future__ import annotations

import ipaddress

import pytest
from answering import Server, answer
from fetching import PAGE, at, got

from ahlaf.errors import NotFetched
from ahlaf.sources import addresses
from ahlaf.sources.fetch import Rules

SHUT = [
    *("127.0.0.1", "127.8.8.8", "0.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "100.100.100.200"),
    *("192.0.0.192", "168.63.129.16", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "198.18.0.1", "192.0.2.1"),
    *("::", "::1", "fe80::1", "fe80::1%1", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1", "2001:db8::1"),
    *("::ffff:127.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "64:ff9b::a01:203", "2002:7f00:1::", "2002:a01:203::1"),
]


@pytest.mark.parametrize("ip", SHUT)
def test_addresses_inside_a_network_are_not_open(ip: str) -> None:
    assert not addresses.public(ipaddress.ip_address(ip))
    (error,) = got("http://paper.example/", Rules(resolve=lambda *_: [ipaddress.ip_address("93.184.216.34"), ipaddress.ip_address(ip)]))
    assert "lies inside a network" in str(error)


@pytest.mark.parametrize("ip", ["93.184.216.34", "1.1.1.1", "2606:4700:4700::1111", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"])
def test_addresses_of_the_internet_are_open(ip: str) -> None:
    assert addresses.public(ipaddress.ip_address(ip))


HERE = ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0", "[::]", "[::1]", "[::ffff:127.0.0.1]"]


@pytest.mark.parametrize("host", HERE)
def test_no_way_of_writing_this_machine_is_asked(server: Server, host: str) -> None:
    server.answers["/a"] = answer(PAGE)
    (error,) = got(at(server, host=host), Rules())
    assert isinstance(error, NotFetched)
    assert server.asked == []


REFUSED = {
    "ftp://paper.example/a": "only http and https",
    "file:///etc/passwd": "only http and https",
    "gopher://127.0.0.1:70/_x": "only http and https",
    "http://": "names no host",
    "http://me:secret@paper.example/": "holds a name or password",
    "http://paper.example/a b": "holds what no address holds",
    "http://paper.example/\r\nX-Evil: 1": "holds what no address holds",
    "http://paper.example\\@127.0.0.1/": "holds what no address holds",
    "http://paper.example:99999/": "no sound address",
    "http://[::1/": "no sound address",
    "http://a..b/": "no sound address",
    "http://" + "a" * 5000: "holds what no address holds",
}


@pytest.mark.parametrize("address", REFUSED)
def test_an_address_that_is_none_is_refused_unresolved(address: str) -> None:
    def told(*_: object) -> list[addresses.Ip]:
        raise AssertionError("it was resolved")

    (error,) = got(address, Rules(resolve=told))
    assert isinstance(error, NotFetched)
    assert REFUSED[address] in str(error)
    assert "secret" not in str(error)


def test_a_name_that_does_not_resolve_is_called_so() -> None:
    (error,) = got("http://no-such-name.invalid/a", Rules())
    assert "no such host: no-such-name.invalid" in str(error)
