"""From passages to an answer whose every quotation is numbered and checked."""
