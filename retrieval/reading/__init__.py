"""What a question says and means beside the index, and what it takes from the turns before."""
