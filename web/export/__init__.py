"""Export: an answer or a conversation as a Word or Markdown file, made of what is stored."""
