"""Property tests of the domain have no deadline: a busy machine is no bug; hostile input is timed where it counts."""

from hypothesis import settings

settings.register_profile("domain", deadline=None)
settings.load_profile("domain")
