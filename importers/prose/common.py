"""Words that begin with a capital in running text and are no part of a person's name."""

from __future__ import annotations

from typing import Final

OPENING: Final = frozenset({
    "a", "according", "after", "all", "also", "although", "among", "an", "and", "another", "are", "as", "at", "before",
    "both", "but", "by", "candidate", "candidates", "commiserations", "congratulations", "current", "despite", "during",
    "each", "early", "earlier", "elected", "elsewhere", "even", "every", "ex", "fellow", "finally", "following", "for",
    "former", "from", "further", "had", "has", "have", "he", "her", "here", "his", "how", "however", "if", "in", "incumbent",
    "independent", "influential", "is", "it", "its", "last", "late", "later", "leftwinger", "longstanding", "many", "meanwhile",
    "more", "most", "neither", "new", "newcomer", "newcomers", "nominations", "nor", "not", "now", "of", "on", "only", "or",
    "other", "our", "outgoing", "over", "re-elected", "retiring", "runner-up", "runners-up", "several", "she", "since",
    "sitting", "so", "some", "still", "thank", "thanks", "that", "the", "their", "then", "there", "these", "they", "this",
    "those", "though", "thus", "to", "under", "unlike", "until", "veteran", "very", "voting", "was", "we", "well", "were",
    "what", "when", "where", "whether", "which", "while", "who", "whose", "why", "will", "winner", "winners", "with", "yet",
    "you", "your",
})  # fmt: skip
"""Words that open sentences, and those printed before names."""

NO_NAMES: Final = frozenset({
    "activist", "affiliates", "africa", "agenda", "alliance", "america", "annual", "archive", "article", "assembly",
    "association", "avenue", "bame", "bank", "bbc", "birmingham", "board", "borough", "branch", "brexit", "bristol", "britain",
    "british", "bulletin", "cabinet", "campaign", "cardiff", "centre", "chair", "chairman", "chairwoman", "charter", "chief",
    "christmas", "church", "city", "clps", "coalition", "college", "comments", "committee", "commons", "community", "company",
    "conference", "congress", "conservative", "conservatives", "constituency", "contact", "convenor", "corp", "council",
    "councils", "county", "court", "coventry", "daily", "delegates", "democracy", "democrat", "democratic", "democrats",
    "department", "deputy", "derbyshire", "devon", "district", "division", "donate", "dr", "durham", "east", "eastern", "editor",
    "edinburgh", "election", "elections", "email", "england", "english", "essex", "europe", "european", "evening", "executive",
    "facebook", "federation", "first", "fm", "forum", "foundation", "friday", "fund", "futures", "gazette", "general",
    "glasgow", "government", "grassroots",
    "green", "greens", "group", "guardian", "herald", "hill", "home", "house", "independent",
    "institute", "international", "ireland", "irish", "islington", "journal", "kent", "labour", "labourlist", "lane", "leader",
    "leaders", "left", "leeds", "leicester", "liberal", "limited", "list", "liverpool", "local", "london", "lords", "ltd",
    "magazine", "mail", "manchester", "mayor", "media", "member", "members", "merseyside", "metro", "midlands", "minister",
    "ministers", "mirror", "momentum", "monday", "morning", "movement", "national", "nations", "navy", "nec", "network", "new",
    "newcastle", "news", "newsletter", "north", "northern", "northumberland", "norwich", "nottingham", "office", "officer",
    "oldham", "online", "organisation", "organiser", "oxford", "parliament", "parliamentary", "party", "platform", "policy",
    "post", "president", "press", "prime", "professor", "programme", "progress", "public", "radio", "record", "regional",
    "report", "representative", "results", "review", "right", "river", "road", "royal", "salford", "saturday", "school",
    "scotland", "scottish", "secretary", "section", "senate", "service", "services", "sheffield", "shadow", "shire", "slate",
    "social", "socialist", "socialists", "society", "south", "southern", "spokesman", "spokesperson", "spokeswoman", "square",
    "staff", "standard", "state", "states", "statement", "station", "street", "students", "summer", "sunday", "sussex",
    "telegraph", "thursday", "times", "today", "tories", "tory", "town", "trade", "treasurer", "trust", "tuesday", "tv",
    "twitter", "uk", "ulster", "union", "unions", "united", "university", "valley", "vice", "wales", "wednesday", "weekly",
    "welsh", "west", "western", "westminster", "whip", "whips", "winter", "wirral", "women", "women's", "women’s", "workers",
    "yesterday", "york", "yorkshire", "youth",
})  # fmt: skip
"""Words of places, organisations, offices and days."""
