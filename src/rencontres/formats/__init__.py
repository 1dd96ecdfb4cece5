"""The formats that ship with the library."""
