"""Grounds on which a question is not answered: harm, another jurisdiction, a matter that is not held, an unknown fact."""
