"""quizapp: how ready are you for the work of an AI engineer?"""

__version__ = "0.1.0"
