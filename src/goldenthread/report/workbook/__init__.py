"""The report's tables as an accessible workbook: one table a sheet, with cover and notes."""
