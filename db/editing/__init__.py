"""What users write down themselves: schemes and scenarios, each edit kept like an import, so that it can be taken back."""
