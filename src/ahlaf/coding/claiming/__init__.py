"""From decided frames to claims: who stands with whom, what each is called, when, where, how many, and in which words."""
