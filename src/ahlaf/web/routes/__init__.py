"""The addresses of the API, a room each."""
