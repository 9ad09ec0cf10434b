"""What several questions read alike: factions and their kin, seats and holders, citations, the words of a lens."""
