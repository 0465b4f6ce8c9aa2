"""The text exports of newspaper databases: which one, where its records are, what their lines are.

What the vendors call their fields is data in `resources/exports/`; here is how such exports are
laid out. The records are made by `intake.readers.vendor_exports`.
"""
