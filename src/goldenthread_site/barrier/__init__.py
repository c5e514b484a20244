"""The second barrier: on PostgreSQL the database itself keeps back rows that a query forgot to."""
