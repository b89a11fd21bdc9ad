"""What a clause is built of: verbs that tell, who does it and to whom, relative clauses, words that may carry a relation."""
