"""Is it said truly: reads sentences, finds their numbers, and checks them."""
