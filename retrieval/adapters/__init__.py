"""Small trained maps on the question's vector: what they are, where they lie, which one is used."""
