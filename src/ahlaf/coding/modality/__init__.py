"""What is denied, intended, due, doubted, asked, or not done at all."""
