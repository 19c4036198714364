"""How fast and how dear is it? Figures with their n, as ratios within one run."""
