"""The workbench's server: a JSON API over the same use cases as the command line, and the page that uses it.

::

    app       puts everything together          guard     who may ask: token, host, origin, sizes, headers
    desk      one project, open; what is        hub       live events to every page
              worked out from it, kept          coding    the coder in the background
    behind    what is worked out meanwhile      diary     the journal, a page at a time
    shapes    what goes in and comes out        told      records of the store as these shapes
    pictures  the network as these shapes       questions typed questions → claims
    routes/   the addresses, a room each        asked     how a typed question is read
    page      the built page

Only this computer is answered, and only who has the token. Nothing here decides what a claim or a tension is.
"""
