"""One screen a file, its .tcss beside it; screens call services, never the store."""
