"""Processes that read sources beside ours, so that no file can hang, kill or fill the program."""
