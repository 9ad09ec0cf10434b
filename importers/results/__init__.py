"""Results of elections recognised in a document: its tables and the lines people paste; `reading.results` is the one way in."""
