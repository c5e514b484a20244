"""Who the children are: known, told once, born before what happens to them."""
