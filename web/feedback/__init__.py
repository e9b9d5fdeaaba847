"""Feedback: a thumb, reasons and a comment for an answer, kept with it."""
