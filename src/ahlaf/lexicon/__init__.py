"""What the words mean, as data (``ar/``), and what reads and checks it."""
