"""HOW TO COUNT: between, nth after, first day, rolling, suspension (计数)."""
