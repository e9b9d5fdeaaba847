"""What a question says and means, and what it takes from the turns before."""
