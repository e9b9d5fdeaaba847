"""Amounts and terms in words."""

from prompts import say


def term_text(months: int, language: str) -> str:
    """Return a term: 30 is "2 y 6 m"."""
    years, rest = divmod(months, 12)
    if years and rest:
        return say(language, "term_both", years=years, months=rest)
    return say(language, "term_years", years=years) if years else say(language, "term_months", months=rest)


def number_text(value: float) -> str:
    """Return a number with commas, and two decimals if it is not whole."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}"


def yuan_text(value: float, language: str) -> str:
    """Return an amount of money."""
    return say(language, "yuan", value=number_text(value))
