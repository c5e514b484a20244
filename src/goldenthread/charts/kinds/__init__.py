"""How each kind of chart is laid out, one file each, by ``lay_out(chart, width)``."""
