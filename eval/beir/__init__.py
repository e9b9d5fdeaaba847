"""The search on data sets in BEIR's form."""
