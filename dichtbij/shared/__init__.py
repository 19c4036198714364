"""What no domain owns: errors, clock, permissions, walls, forms, pdf, furniture."""
