"""In which words does a letter to the family speak, to whom and at what age?

Language level B1. A parent is told about the child; a young person about oneself, in
the words of 8 to 11, 12 to 15, or 16 and older (LR-122).
"""

from typing import Any

from django.utils.translation import pgettext_lazy

PARENT, CHILD, TEEN, ADULT = "parent", "8-11", "12-15", "16+"
VOICES = (PARENT, CHILD, TEEN, ADULT)
TEEN_FROM, ADULT_FROM = 12, 16

TO_PARENT, TO_YOUNG, TO_CHILD = "to a parent", "to a young person", "to a child of 8"


def voice_for(*, young: bool, age: int) -> str:
    """Return how to speak to this reader; `age` is the child's, in whole years."""
    if not young:
        return PARENT
    if age < TEEN_FROM:
        return CHILD
    return TEEN if age < ADULT_FROM else ADULT


# Each sentence has a form for a parent and one for a young person; some have their own
# for a child. What is missing is not said.
SENTENCES: dict[str, dict[str, Any]] = {
    "dear": {
        PARENT: pgettext_lazy("to a parent", "Dear %(name)s,"),
        TEEN: pgettext_lazy("to a young person", "Dear %(name)s,"),
    },
    "why": {
        PARENT: pgettext_lazy("to a parent", "Why you came"),
        TEEN: pgettext_lazy("to a young person", "Why you came"),
    },
    "came": {
        PARENT: pgettext_lazy(
            "to a parent", "You came to us with %(child)s. It was about: %(questions)s."
        ),
        TEEN: pgettext_lazy(
            "to a young person", "You came to us. It was about: %(questions)s."
        ),
        CHILD: pgettext_lazy(
            "to a child of 8", "You came to talk with me. That was brave of you."
        ),
    },
    "came_bare": {
        PARENT: pgettext_lazy("to a parent", "You came to us with %(child)s."),
        TEEN: pgettext_lazy("to a young person", "You came to us with a question."),
        CHILD: pgettext_lazy(
            "to a child of 8", "You came to talk with me. That was brave of you."
        ),
    },
    "done": {
        PARENT: pgettext_lazy("to a parent", "What we did"),
        TEEN: pgettext_lazy("to a young person", "What we did"),
    },
    "never": {
        PARENT: pgettext_lazy("to a parent", "We have not talked yet."),
        TEEN: pgettext_lazy("to a young person", "We have not talked yet."),
    },
    "once": {
        PARENT: pgettext_lazy("to a parent", "We talked on %(last)s."),
        TEEN: pgettext_lazy("to a young person", "We talked on %(last)s."),
    },
    "often": {
        PARENT: pgettext_lazy(
            "to a parent",
            "We talked %(count)s times. The first time was on %(first)s. "
            "The last time was on %(last)s.",
        ),
        TEEN: pgettext_lazy(
            "to a young person",
            "We talked %(count)s times. The first time was on %(first)s. "
            "The last time was on %(last)s.",
        ),
        CHILD: pgettext_lazy("to a child of 8", "We talked %(count)s times."),
    },
    "goals": {
        PARENT: pgettext_lazy("to a parent", "How it is going"),
        TEEN: pgettext_lazy("to a young person", "How it is going"),
    },
    "goal": {
        PARENT: pgettext_lazy("to a parent", "The goal is: “%(goal)s”."),
        TEEN: pgettext_lazy("to a young person", "Your goal is: “%(goal)s”."),
    },
    "goal_now": {
        PARENT: pgettext_lazy(
            "to a parent", "The goal is: “%(goal)s”. Now it gets a %(last)s out of 10."
        ),
        TEEN: pgettext_lazy(
            "to a young person",
            "Your goal is: “%(goal)s”. Now it gets a %(last)s out of 10.",
        ),
    },
    "goal_moved": {
        PARENT: pgettext_lazy(
            "to a parent",
            "The goal is: “%(goal)s”. At first it got a %(first)s. "
            "Now it gets a %(last)s out of 10.",
        ),
        TEEN: pgettext_lazy(
            "to a young person",
            "Your goal is: “%(goal)s”. At first it got a %(first)s. "
            "Now it gets a %(last)s out of 10.",
        ),
    },
    "agreed": {
        PARENT: pgettext_lazy("to a parent", "What we agreed"),
        TEEN: pgettext_lazy("to a young person", "What we agreed"),
    },
    "decided": {
        PARENT: pgettext_lazy("to a parent", "What we decided"),
        TEEN: pgettext_lazy("to a young person", "What we decided"),
    },
    "help": {
        PARENT: pgettext_lazy("to a parent", "I am going to help %(child)s."),
        TEEN: pgettext_lazy("to a young person", "I am going to help you."),
    },
    "other_help": {
        PARENT: pgettext_lazy(
            "to a parent",
            "I think other help suits %(child)s better. I told your GP so. "
            "The GP decides about it with you.",
        ),
        TEEN: pgettext_lazy(
            "to a young person",
            "I think other help suits you better. I told your GP so. "
            "The GP decides about it with you.",
        ),
        CHILD: pgettext_lazy(
            "to a child of 8", "I think someone else can help you better."
        ),
    },
    "not_here": {
        PARENT: pgettext_lazy(
            "to a parent",
            "I cannot help %(child)s well enough here. Your GP talks with you about "
            "other help.",
        ),
        TEEN: pgettext_lazy(
            "to a young person",
            "I cannot help you well enough here. Your GP talks with you about other "
            "help.",
        ),
    },
    "ended": {
        PARENT: pgettext_lazy("to a parent", "The help ended on %(day)s."),
        TEEN: pgettext_lazy("to a young person", "The help ended on %(day)s."),
        CHILD: pgettext_lazy("to a child of 8", "We have stopped talking for now."),
    },
    "enough": {
        PARENT: pgettext_lazy("to a parent", "You can go on without help."),
        TEEN: pgettext_lazy("to a young person", "You can go on without help."),
        CHILD: pgettext_lazy("to a child of 8", "Well done!"),
    },
    "on_to": {
        PARENT: pgettext_lazy("to a parent", "You go on with: %(help)s."),
        TEEN: pgettext_lazy("to a young person", "You go on with: %(help)s."),
    },
    "next": {
        PARENT: pgettext_lazy("to a parent", "What happens now"),
        TEEN: pgettext_lazy("to a young person", "What happens now"),
    },
    "meet": {
        PARENT: pgettext_lazy(
            "to a parent", "Our next talk is on %(day)s at %(time)s."
        ),
        TEEN: pgettext_lazy(
            "to a young person", "Our next talk is on %(day)s at %(time)s."
        ),
    },
    "stay": {
        PARENT: pgettext_lazy(
            "to a parent", "You hear from me when something changes."
        ),
        TEEN: pgettext_lazy(
            "to a young person", "You hear from me when something changes."
        ),
        CHILD: pgettext_lazy("to a child of 8", "You may always ask me something."),
    },
    "again": {
        PARENT: pgettext_lazy(
            "to a parent", "Do you have new questions later? Call your GP."
        ),
        TEEN: pgettext_lazy(
            "to a young person", "Do you have new questions later? Call your GP."
        ),
        CHILD: pgettext_lazy(
            "to a child of 8", "Would you like to talk again? Tell someone you trust."
        ),
    },
    "rights": {
        PARENT: pgettext_lazy(
            "to a parent",
            "You can ask me who may know what. You can also look at the family page.",
        ),
        CHILD: pgettext_lazy(
            "to a child of 8", "You may always ask who knows about our talks."
        ),
        TEEN: pgettext_lazy(
            "to a young person",
            "You may say what you think of the help. You can ask me who may know what.",
        ),
        ADULT: pgettext_lazy(
            "to a young person of 16",
            "You decide yourself about the help. You also decide who may know of it.",
        ),
    },
    "together": {
        PARENT: pgettext_lazy("to a parent", "To read together with %(child)s"),
    },
    "closing": {
        PARENT: pgettext_lazy("to a parent", "Kind regards,"),
        TEEN: pgettext_lazy("to a young person", "Kind regards,"),
    },
}

# Where someone goes, in words of the kitchen table. Places that are not here are not
# named in a letter that may lie on a table: the writer adds what is needed.
PLAIN_HELP: dict[str, Any] = {
    "huisarts": pgettext_lazy("plain help", "talks with your GP"),
    "poh_ggz": pgettext_lazy("plain help", "talks in the GP practice"),
    "vrij_toegankelijk": pgettext_lazy("plain help", "help close to home"),
    "cjg_wijkteam": pgettext_lazy("plain help", "the team in your neighbourhood"),
    "jgz": pgettext_lazy("plain help", "the youth doctor or youth nurse"),
    "school_interne_zorg": pgettext_lazy("plain help", "help at school"),
    "b_ggz": pgettext_lazy("plain help", "talks with a psychologist"),
    "s_ggz": pgettext_lazy("plain help", "a team that knows a lot about this"),
    "j_en_o_ambulant": pgettext_lazy("plain help", "help at home"),
    "dyslexiezorg": pgettext_lazy("plain help", "help with reading and writing"),
    "ziekenhuis_kinderarts": pgettext_lazy("plain help", "the children's doctor"),
    "volwassenen_ggz_18plus": pgettext_lazy("plain help", "help for adults"),
}


def say(key: str, voice: str, **told: object) -> str:
    """Return a sentence for this reader, in the active language, filled in."""
    forms = SENTENCES[key]
    own = forms.get(voice)
    if own is None:
        own = forms[PARENT if voice == PARENT else TEEN]
    return str(own) % told
