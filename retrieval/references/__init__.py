"""Which authorities and places a text names, by title, number, year, party or article; which articles cite which."""
