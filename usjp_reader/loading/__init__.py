"""The loader: intake, analysis and store joined into a stream of progress."""
