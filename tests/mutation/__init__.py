"""Faults planted in the code, to see whether the tests notice (变异测试).

``python -m tests.mutation`` plants every fault that mutmut's operators make in the function bodies of the
areas where a wrong answer would be wrong about the plan, and runs the tests that reach each.
"""
