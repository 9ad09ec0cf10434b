"""Who is meant by a name, who on record may be one and the same, and what somebody has decided of it."""

from db.identity.names import Names, Suggestion, plain_name, set_behind

__all__ = ["Names", "Suggestion", "plain_name", "set_behind"]
