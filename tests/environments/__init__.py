"""The library under other circumstances: threads, processes, few packages, odd consoles."""
