"""What a question says and means beside what the index holds, and what it takes from the turns before."""
