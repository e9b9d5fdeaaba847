"""Users: the file that names them, their passwords, tokens and sessions, and the gate that asks for them."""
