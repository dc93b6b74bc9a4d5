"""What to learn about a topic: a few sentences, and primary sources to read next."""

from dataclasses import dataclass

from quizapp.core.question import Reference


@dataclass(frozen=True, slots=True)
class Reading:
    """A primary source to read next; ``why`` says in a few words what it teaches."""

    reference: Reference
    why: str = ""


@dataclass(frozen=True, slots=True)
class LearningMaterial:
    """``know`` is what to know, three to five sentences of markup; ``read`` are the sources, the best one first.

    Either may be empty. Neither has a default, so that other stored data is not taken for material without any.
    """

    know: str
    read: tuple[Reading, ...]

    @property
    def is_whole(self) -> bool:
        """Whether it has both parts."""
        return bool(self.know and self.read)
