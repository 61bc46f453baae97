"""How every process of the tests runs."""

import gc

# A screen leaves thousands of objects to the collector: a look at them all now and then, instead of
# at every turn, spares a fifth of the whole suite's time.
gc.set_threshold(100_000, 50, 100)
