"""Who meets whom where and when: practice days, rooms, appointments, waiting list."""
