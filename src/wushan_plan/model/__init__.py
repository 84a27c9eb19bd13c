"""NOUNS: shapes without facts (名词: 只有形状，没有事实)."""
