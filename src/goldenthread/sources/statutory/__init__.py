"""What the readers of the statutory returns share: elements streamed, rows with places, years."""
