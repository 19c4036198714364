"""What people conclude: rounds, reflections, the report and the decision."""
