"""What is offered where: programmes, participating practices, norms, milestones."""
