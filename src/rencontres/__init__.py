"""Calendars and bilingual programmes from one set of data."""
