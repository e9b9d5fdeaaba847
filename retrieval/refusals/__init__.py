"""Grounds on which a question is not answered: harm, another jurisdiction, a matter not held, an unknown fact."""
