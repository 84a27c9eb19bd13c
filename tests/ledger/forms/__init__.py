"""Reviewed specimens of the forms that go out to units (填报表样张), cell by cell."""
