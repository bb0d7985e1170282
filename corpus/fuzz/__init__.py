"""Damaged, hostile and merely odd files made from good ones, to see what the readers do with them."""
