"""What authors of plugins test with: strategies of every value, samples, and the contract."""
