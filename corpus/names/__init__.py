"""Names: gold made of marked lines, and what rules, model and other programs find of it."""
