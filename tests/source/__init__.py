"""Reading, binding and comparing official texts; nothing left out (原文)."""
