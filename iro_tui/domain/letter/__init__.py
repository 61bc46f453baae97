"""The letter to the child: who it is for, its first draft section by section, and its rules."""
