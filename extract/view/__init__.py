"""Facts on the page they were read from, for a person who checks them: one HTML file that needs nothing else."""
