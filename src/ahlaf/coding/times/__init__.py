"""Numbers, calendars and dates as Arabic writes them."""
