"""What an IRO does, one use case a file; the store and the renderer are handed in."""
