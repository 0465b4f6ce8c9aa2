"""Dialogs: import, export, new library, settings, keys, about. They decide nothing."""
