"""A language model judges answers, and is judged by a person's labels."""
