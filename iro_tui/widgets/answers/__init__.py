"""The fields of an answer, one module for each way of answering."""
