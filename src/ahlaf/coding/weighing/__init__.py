"""What was learned: words in their sentences as vectors, pairs of ends weighed, and the decision."""
