"""Untrusted text, wherever it is shown: it comes back as text, and nothing else was made of it."""
