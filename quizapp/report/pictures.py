"""The pictures of an attempt for the template, as SVG around the bytes: typst takes no bytes from JSON or inputs."""

from base64 import b64encode

from quizapp.core.plan import QuizPlan
from quizapp.core.question import PictureFile

POINTS_PER_PIXEL = 0.6
"""120 pixels to the inch: a screenshot 600 pixels wide takes most of a line."""

LARGEST = (400.0, 260.0)
"""Width and height in points: what fits beside an option's letter, and leaves half a page for the question."""

MEDIA_TYPES = ("image/png", "image/jpeg")

_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{wide:.2f}" height="{high:.2f}" viewBox="0 0 {width} {height}">'
    '<image width="{width}" height="{height}" href="data:{type};base64,{data}"/></svg>'
)


def picture_inputs(plan: QuizPlan) -> dict[str, str]:
    """All pictures by ``picture_key``, each sized for the page."""
    files = {file.name: file for item in plan.items for file in item.question.pictures}
    return {picture_key(name): _svg(file) for name, file in files.items() if is_sound(file)}


def picture_key(name: str) -> str:
    """What the template calls a picture; nothing else that it is given is called so."""
    return f"picture {name}"


def is_sound(file: PictureFile) -> bool:
    """Whether a picture can be shown; what was read back from a result file has no pictures."""
    return file.media_type in MEDIA_TYPES and min(file.width, file.height) > 0 and bool(file.data)


def _svg(file: PictureFile) -> str:
    width, height = file.width, file.height
    scale = min(POINTS_PER_PIXEL, LARGEST[0] / width, LARGEST[1] / height)
    data = b64encode(file.data).decode("ascii")
    wide, high = max(1.0, width * scale), max(1.0, height * scale)
    return _SVG.format(width=width, height=height, wide=wide, high=high, type=file.media_type, data=data)
