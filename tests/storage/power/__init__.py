"""Power loss, replayed: what a program wrote is recorded, and each moment at which the power may go is tried."""
