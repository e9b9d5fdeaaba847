"""Speed, alone and under load."""
