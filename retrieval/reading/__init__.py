"""What a question says and means: its terms, its spelling, and what it takes from the turns before."""
