"""What the figures are: indicators and the methods behind them."""
