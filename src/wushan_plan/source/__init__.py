"""THE TEXT: reading, binding and comparing official texts, and checking that nothing was left out (原文)."""
