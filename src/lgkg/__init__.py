"""Thai government press releases as a knowledge graph, every fact with the passage that says so."""
