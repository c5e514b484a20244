"""How it is published: contents, editions, sections and renderers."""
