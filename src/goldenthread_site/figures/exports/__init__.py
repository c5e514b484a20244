"""What is on screen, to take away: CSV and accessible workbooks, each noted on the trail."""
