"""Every pair of days and every case of every limit, counted a second time (穷举核对)."""
