"""Every problem that a bank can have: the one table of codes, messages and remedies.

The table in docs/bank-format.md repeats it, and a test keeps the two the same. Words in braces are filled in.
"""

from enum import Enum

from quizapp.core.problem import Severity

_WARNING = Severity.WARNING


class Rule(Enum):
    """One kind of problem; its code is its name in lower case with hyphens."""

    # The folder and its files
    PATH_MISSING = "There is nothing at this path.", "Check the spelling, or choose another folder."
    NOT_A_FOLDER = "This is not a folder.", "Choose the folder that holds the framework file."
    NOT_A_FILE = "This is not an ordinary file.", "Put a YAML file in its place, or remove it."
    NOT_READABLE = "The system refuses to read this: {reason}.", "Give your account the right to read it."
    LINK_OUTSIDE = "This link leads out of the bank's folder and is not followed.", "Put a copy in its place."
    FRAMEWORK_MISSING = (
        "The folder of this bank holds no framework file.",
        "Put one .yaml file with the role's competencies directly in it.",
    )
    FRAMEWORK_AMBIGUOUS = (
        "The folder holds {count} .yaml files where one framework is expected: {names}.",
        "Keep one, and move topic files to the folder of their competency.",
    )
    FILE_IGNORED = (
        "This file is not read, because a topic file is COMPETENCY/TOPIC.yaml.",
        "Move or rename it, or remove it if it is no topic file.",
        _WARNING,
    )
    FILE_TOO_LARGE = "The file has more than {limit} bytes and is not read.", "Split it into several topics."
    FILE_EMPTY = "The file says nothing.", "Write it, or remove it."
    NOT_UTF8 = "The file is not UTF-8 text; nothing of it is used.", "Save it with the encoding UTF-8."
    CONTROL_CHARACTER = (
        "The control character {character} stands here; nothing of the file is used.",
        "Delete it; an editor that shows hidden characters helps.",
    )
    ESCAPED_CONTROL = (
        "An escape in this text stands for the control character {character}.",
        "Write the text without it.",
    )
    BIDI_CHARACTER = (
        "The character {character} turns the direction of writing and can hide what a text says.",
        "Delete it unless the question is about it.",
        _WARNING,
    )
    PROBLEMS_CUT = "{count} more problems of this file are not listed.", "Mend the ones above, then check again."

    # YAML
    YAML_SYNTAX = (
        "This is not valid YAML ({detail}); nothing of the file is used.",
        "Compare indentation, quotes and brackets here and just above with docs/bank-format.md.",
    )
    YAML_TAB = "A tab indents this line; nothing of the file is used.", "Indent with spaces."
    YAML_COLON = (
        "A colon stands where none can; nothing of the file is used.",
        'Put text that contains ": " in quotes, and check the indentation.',
    )
    YAML_NO_COLON = (
        "This line names no field: it has no colon; nothing of the file is used.",
        "Add ': ' and a value, or indent the line further if it belongs to the text above.",
    )
    YAML_SIGN = (
        "A text begins with '{sign}', which YAML keeps for itself; nothing of the file is used.",
        "Put the text in quotes.",
    )
    YAML_UNCLOSED = (
        "What begins here is never closed; nothing of the file is used.",
        "Add the closing quote or bracket, or the rest of a file that was cut off.",
    )
    YAML_TOO_DEEP = "More than {limit} levels stand in each other; nothing of the file is used.", "Remove the nesting."
    YAML_TOO_LARGE = "More than {limit} values stand in this file; nothing of it is used.", "Split the file."
    YAML_DIRECTIVE = (
        "A line that begins with % is a YAML directive, which is not allowed; nothing of the file is used.",
        "Delete the line, or indent it if it belongs to a text.",
    )
    YAML_ANCHOR = "Anchors and aliases (& and *) are not allowed.", "Write the value out, or put the text in quotes."
    YAML_TAG = "Tags ({tag}) are not allowed.", "Remove the tag, or put the text in quotes."
    YAML_KEY = "The name of a field has to be plain text.", "Write a word before the colon."
    YAML_REPEATED_KEY = "'{key}' stands twice in one place, first in line {line}.", "Keep one of the two."
    YAML_SECOND_DOCUMENT = "A second document begins here and is not read.", "Put it in a file of its own."

    # Fields
    SCHEMA_VERSION = (
        "The file has schema '{found}', and this program reads schema 1; nothing of it is used.",
        "Write 'schema: 1', or install a newer quizapp if the file was made for one.",
    )
    EXPECTED_MAPPING = "{what} has to be a group of fields.", "Write fields such as 'id: a', indented alike."
    EXPECTED_LIST = "{what} has to be a list.", "Begin each entry with '- '."
    EXPECTED_TEXT = "{what} has to be one value, not a list or group.", "Put text with brackets or ': ' in quotes."
    FIELD_MISSING = "{what} lacks the field '{field}'.", "Add '{field}'."
    FIELD_UNKNOWN = "{what} has no field '{field}'.", "{advice}"
    FIELD_EMPTY = "{what} is empty.", "Write something, or remove the field if it is optional."
    TEXT_TOO_LONG = "{what} has {length} characters; {limit} are allowed.", "Shorten it."
    LIST_LENGTH = "{what} has {count} entries.", "Give {low} to {high}."
    NOT_A_SLUG = (
        "{what} has to be a short name like 'kv-cache', not '{found}'.",
        "Use lower-case letters a to z, digits and single hyphens, up to {limit} characters.",
    )
    NOT_WHOLE = "{what} has to be a whole number, not '{found}'.", "Write digits alone, such as 3."
    NOT_A_NUMBER = (
        "{what} has to be a finite number, not '{found}'.",
        "Write digits with a decimal point, such as 0.687 or 1.5e-6, without separators or a unit.",
    )
    OUT_OF_RANGE = "{what} is {found}.", "Give a number {range}."
    NOT_TRUE_OR_FALSE = "{what} has to be true or false, not '{found}'.", "Write true or false."
    NOT_A_DATE = "{what} has to be a date, not '{found}'.", "Write it like 2026-11-24, with a year from 2000 to 2099."
    NOT_ONE_OF = "{what} can't be '{found}'.", "Write one of: {allowed}."
    NOT_A_LANGUAGE = "{what} has to be a language code, not '{found}'.", "Write one such as en or pt-BR."
    NOT_AN_ARXIV_ID = "{what} is no arXiv identifier: '{found}'.", "Write it like 1904.09751, in quotes."
    NOT_A_DOI = "{what} is no DOI: '{found}'.", "Write it like 10.1000/182, without https://doi.org/."
    NOT_AN_ADDRESS = "{what} is no web address: '{found}'.", "Write an address with http:// or https://."

    # Questions
    ID_REPEATED = "The question id '{id}' is used twice in this bank, also at {place}.", "Give one of them a new id."
    REFERENCE_ADDRESS_MISSING = "This reference can't be looked up.", "Add arxiv, doi or url."
    AS_OF_MISSING = "A question with shelf_life fast lacks 'as_of'.", "Say as of which date or version it holds."
    TABLE_ROW_WIDTH = "This row has {count} cells and the header has {width}.", "Give each row {width} cells."
    OPTION_ID_REPEATED = "The option id '{id}' is used twice in this question.", "Give each option its own id."
    OPTION_TEXT_REPEATED = "This option has the same text as '{id}'.", "Make the options differ."
    SINGLE_CORRECT_COUNT = (
        "A single question has exactly one correct option, and this one has {count}.",
        "Set 'correct: true' on one option, or make it a multi question.",
    )
    MULTI_CORRECT_COUNT = (
        "A multi question needs a correct and an incorrect option, and {count} of {total} are correct here.",
        "Change an option so that there are both.",
    )
    TOLERANCE_COUNT = (
        "A value takes either a 'tolerance' or a 'relative_tolerance'.",
        "Write one of the two; 'tolerance: 0' asks for the exact value.",
    )
    COMMON_ERROR_OVERLAPS = (
        "The common error {value} lies within the tolerances of the answer {answer}.",
        "Make a tolerance smaller, or remove the common error.",
    )
    VARIABLE_NAME = (
        "'{name}' can't name a variable or derived number here.",
        "Use up to 32 lower-case letters, digits and _; no name twice, nor 'answer', a function or a word of Python.",
    )
    VARIABLE_RANGE = "The range of {what} has {count} values.", "Give it 2 to {limit}, with 'from' below 'to'."
    VARIABLE_HIDDEN = (
        "The value of '{name}' is shown nowhere, so nobody can compute with it.",
        "Write <<{name}>> into the stem, the code or the table, or remove the variable.",
    )
    VARIABLE_UNUSED = (
        "Nothing uses the derived number '{name}'.",
        "Use it in a formula or as <<{name}>> in a text, or remove it.",
    )
    PLACEHOLDER_UNKNOWN = (
        "<<{name}>> stands for nothing here.",
        "Write one of: {allowed}; 'answer' is known only once the question was answered.",
    )
    FORMULA_SYNTAX = (
        "{what} is not a formula: {reason}.",
        "Write it like (a + 2) * b / sqrt(c), with the operators and functions of docs/bank-format.md.",
    )
    FORMULA_NAME = (
        "The formula uses '{name}', which is no number here.",
        "Write one of: {allowed}; a derived number may use those before it.",
    )
    FORMULA_NOT_FINITE = (
        "With {draw} this formula gives no finite number.",
        "Change it, or rule the values out by a constraint.",
    )
    CONSTRAINTS_TIGHT = (
        "Only {share} of the draws meet the constraints.",
        "Loosen them or choose other values, so that at least one in fifty does.",
    )
    ANSWER_INEXACT = (
        "With {draw} the answer is {exact} and would be shown as {shown}, which is not within its tolerance.",
        "Widen the tolerance, or round in the formula, as in round(x, 2).",
    )
    DRAWN_ERROR_OVERLAPS = (
        "With {draw} this common error gives {value}, which lies within the tolerances of the answer {answer}.",
        "Rule the values out by a constraint, make a tolerance smaller, or remove the common error.",
    )
    COMMON_TEXT_ACCEPTED = (
        "The common error '{text}' is the same as an accepted text.",
        "Remove it from one of the two; capitals count only with 'match_case: true', and accents never do.",
    )
    DISTRACTOR_MISSING = (
        "This match question has no target that is left over, so the last pair answers itself.",
        "Add 'distractors' with a target that fits no prompt.",
        _WARNING,
    )
    LISTING_TOO_LONG = "The listing has {count} lines; {limit} are allowed.", "Cut it down to what the question needs."
    LINE_MISSING = "The listing has no line {line}; it has {count}.", "Count its lines from 1, blank ones too."
    LINE_BLANK = "Line {line} of the listing is blank and can't be chosen.", "Name a line that holds something."
    LINE_REPEATED = "Line {line} of the listing is named twice.", "Keep one of the two."
    LINE_CORRECT_COUNT = (
        "A code_line question needs 1 to {limit} correct lines and another; {count} of {total} are correct here.",
        "Set 'correct: true' on the lines to choose, and leave others.",
    )

    GAP_KIND = (
        "A gap takes one of 'options', 'accept' and 'value'.",
        "Write 'options' for a drop-down, 'accept' for a text or 'value' for a number.",
    )
    GAP_ANSWER = "The answer '{id}' is no option of this gap.", "Write one of: {allowed}."
    GAP_ID_REPEATED = "Two gaps have the id '{id}'.", "Give each gap its own id, in the text too."
    GAP_MISSING = "The text has no gap [[{id}]].", "Write [[{id}]] where it belongs, or remove this entry."
    GAP_UNKNOWN = (
        "The gap [[{id}]] of the text is not in 'gaps'.",
        "Add an entry for it, or write [[ {id} ]] with blanks if no gap is meant.",
    )
    GAP_REPEATED = "The gap [[{id}]] stands in the text more than once.", "Give each gap its own id."
    GAP_PLACE = (
        "The gap [[{id}]] stands where it can't be filled in: a table, a code block, a formula, a super- or subscript.",
        "Move it to a paragraph or list, or add 'language' if the whole text is code.",
    )

    # Formulas
    TEX_REFUSED = (
        "The formula '{tex}' can't be drawn and is shown as it is written: {reason}.",
        "Correct it; the section on formulas in docs/bank-format.md says what can be drawn.",
        _WARNING,
    )

    # Pictures
    PICTURE_MISPLACED = (
        "A picture stands where none can be shown.",
        "Give it a line of its own in a stem, option, item, rationale or explanation, or put the words in backticks.",
    )
    PICTURE_NAME = (
        "A picture of a bank can't be named '{name}'.",
        "Give its path in the bank's folder, such as figures/joins.png, with letters a to z, digits, dots, - and _.",
    )
    PICTURE_ALT_MISSING = (
        "The picture '{name}' has no alternative text.",
        "Add a vertical bar and what is to be seen, for those who can't see it.",
    )
    PICTURE_MISSING = (
        "There is no picture '{name}' in the bank's folder.",
        "Put it there, or correct the name: it begins at the framework file's folder.",
    )
    PICTURE_CASE = (
        "The picture '{name}' is spelt '{found}' on disk, and many systems tell capitals apart.",
        "Spell both alike.",
    )
    PICTURE_OUTSIDE = (
        "The picture '{name}' is a link that leads out of the bank's folder and is not followed.",
        "Put a copy in its place.",
    )
    PICTURE_UNREADABLE = (
        "The picture '{name}' can't be read: {reason}.",
        "Put an ordinary file there, and give your account the right to read it.",
    )
    PICTURE_TOO_LARGE = (
        "The picture '{name}' has more than {limit} bytes and is not read.",
        "Save it with fewer pixels.",
    )
    PICTURE_FORMAT = (
        "The picture '{name}' is no PNG or JPEG that can be shown: {reason}.",
        "Save it anew as PNG or JPEG; a new name is not enough.",
    )
    PICTURE_DIMENSIONS = "The picture '{name}' has {width} × {height} pixels.", "Give it {limit} at the most."
    PICTURES_TOO_MANY = "This question shows {count} pictures.", "Show {limit} at the most."
    PICTURES_TOO_LARGE = (
        "The pictures of {what} have more than {limit} bytes in all.",
        "Show fewer, or save them with fewer pixels.",
    )

    # The framework, and how the files fit it
    SLUG_REPEATED = "The slug '{slug}' is used twice.", "Give each its own slug."
    COMPETENCY_UNKNOWN = (
        "The framework has no competency '{slug}'; the questions of this folder are not used.",
        "Rename the folder to one of: {allowed}.",
    )
    TOPIC_UNKNOWN = (
        "The framework has no topic '{topic}' in '{competency}'; the questions of this file are not used.",
        "Write one of: {allowed}.",
    )
    TOPIC_MISPLACED = (
        "The topic '{topic}' belongs to '{competency}'; the questions of this file are not used.",
        "Move the file to the folder {competency}.",
    )
    TOPIC_FILE_NAME = "The file's name is not its topic '{topic}'.", "Rename the file to {topic}.yaml."

    # Advice
    REVIEW_DUE = (
        "The facts of '{id}' were due for review on {day}.",
        "Look them up again, then bring 'verified' up to date.",
        _WARNING,
    )
    WITHHELD = (
        "The facts of '{id}' change fast and were due for review on {day}: it is not asked in new attempts.",
        "Look them up again, then bring 'verified' up to date.",
        _WARNING,
    )
    MISCONCEPTION_MISSING = (
        "A wrong option names no misconception.",
        "Add 'misconception' with a short name of the wrong idea.",
        _WARNING,
    )
    KEY_LONGEST = (
        "The correct option has {key} characters and the longest wrong one {other}: its length gives it away.",
        "Shorten the correct option, or give the wrong ones as much detail.",
        _WARNING,
    )
    OPTION_LENGTHS = (
        "The longest option has {longest} characters and the shortest {shortest}: what stands out is guessed at.",
        "Give the options the same detail, or cut them down to labels of up to 25 characters.",
        _WARNING,
    )
    OPTION_COUNT = (
        "A single question works best with {low} or {high} options, and this one has {count}.",
        "Add a wrong option that people really hold, remove the ones that nobody does, or make it true_false.",
        _WARNING,
    )
    ABSOLUTE_WORDS = (
        "{count} wrong options have absolute words ({words}) and no correct one has: readers rule them out by that.",
        "Say the wrong options as carefully as the correct one.",
        _WARNING,
    )
    ALL_OF_THE_ABOVE = (
        "This option speaks of the other ones, whose order is drawn anew, and knowing two of them decides it.",
        "Write an option of its own, or make it a multi question.",
        _WARNING,
    )
    NEGATIVE_STEM = (
        "The question asks for what does not hold, and the negative is easily read over.",
        "Ask for what holds, or set the negative in **bold** where it is the task.",
        _WARNING,
    )
    STEM_LONG = (
        "The stem has {count} words without its code and tables; up to {limit} are read with ease.",
        "Cut what the answer doesn't need, or move data into 'code' or 'table'.",
        _WARNING,
    )
    SENTENCE_LONG = (
        "A sentence of the stem has {count} words; up to {limit} are kept in mind.",
        "Make two sentences of it, or a list.",
        _WARNING,
    )
    KNOW_SENTENCES = (
        "'know' has {count} sentences; {low} to {high} are read and kept in mind.",
        "Say in three to five sentences what one has to know.",
        _WARNING,
    )
    TOPIC_WITHOUT_QUESTION = "The topic '{topic}' has no usable question.", "Write one in {file}.", _WARNING

    def __init__(self, message: str, remedy: str, severity: Severity = Severity.ERROR) -> None:
        self.message = message
        self.remedy = remedy
        self.severity = severity

    @property
    def code(self) -> str:
        """What the problem is called in every output."""
        return self.name.lower().replace("_", "-")
