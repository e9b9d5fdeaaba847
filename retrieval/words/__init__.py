"""Words and names as texts write them: tokens, spelling, Pinyin, the glossary's terms."""
