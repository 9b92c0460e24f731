"""The sheets of the workbook, as declared; see rota/io/schema.py."""
