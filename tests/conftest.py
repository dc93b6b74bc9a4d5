"""Property tests have no deadline: a busy machine is no bug. Speed is measured in benchmarks."""

from hypothesis import settings

settings.register_profile("quizapp", deadline=None)
settings.load_profile("quizapp")
