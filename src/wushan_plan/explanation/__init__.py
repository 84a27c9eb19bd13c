"""WORDS AND PICTURES: answers as Chinese, English, HTML and SVG; decides nothing (说明)."""
