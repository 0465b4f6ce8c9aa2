"""The command line: one command a module, over the Library facade."""
