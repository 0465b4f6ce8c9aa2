"""The reader's own work: one database with one owner, its journal and its backups."""
