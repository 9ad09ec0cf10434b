"""What words stand for: days, amounts, the names by which bodies and sections are spoken of."""
