"""Gold questions, measures and reports: where every claim about quality comes from."""
