"""One question per screen: a tap is kept at once, every question may be skipped.

By a personal link or with an account; without JavaScript nothing is missing.
"""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from dichtbij.audit.doors import open_record
from dichtbij.organisations.links import Purpose, link_screen, spend
from dichtbij.organisations.request import Request
from dichtbij.portal.family.answer_form import AnswerForm
from dichtbij.portal.family.faces import columns
from dichtbij.questionnaires import own
from dichtbij.questionnaires.actions import answer, keep_answer, questions_of
from dichtbij.questionnaires.answering import next_question
from dichtbij.questionnaires.definitions import Definition, Question
from dichtbij.questionnaires.models import Inquiry
from dichtbij.shared import clock
from dichtbij.shared.forms import ActionForm
from dichtbij.shared.permissions import Permission

QUESTION = "vraag"  # which question to go back to
PAGES = "portal/family/pages/"


@link_screen(Permission.MINE_ANSWER, Purpose.CHECK_IN)
def check_in(request: Request, uuid: UUID) -> HttpResponse:
    """Answer a check-in before a talk."""
    return _answering(request, uuid, Inquiry.Kind.CHECK_IN)


@link_screen(Permission.MINE_ANSWER, Purpose.PULSE)
def pulse(request: Request, uuid: UUID) -> HttpResponse:
    """Answer three questions, 90 days afterwards."""
    return _answering(request, uuid, Inquiry.Kind.PULSE)


@link_screen(Permission.MINE_ANSWER, Purpose.SATISFACTION)
def satisfaction(request: Request, uuid: UUID) -> HttpResponse:
    """Say how the help was."""
    return _answering(request, uuid, Inquiry.Kind.SATISFACTION)


def _answering(request: Request, uuid: UUID, kind: str) -> HttpResponse:
    inquiry = open_record(
        request.user,
        Inquiry.objects.filter(kind=kind).select_related("reader", "client", "member"),
        uuid,
        Permission.MINE_ANSWER,
    )
    questions = questions_of(inquiry)
    if inquiry.answered_at is not None or inquiry.expires_on < clock.today():
        page = f"{PAGES}answered.html"
        return render(request, page, {"inquiry": inquiry})
    if request.method == "POST":
        return _tap(request, inquiry, questions)
    question = _question(request, inquiry, questions)
    return _ask(request, inquiry, questions, question)


def _question(request: Request, inquiry: Inquiry, questions: Definition) -> Question:
    """Return the question that was asked for, else the first one without an answer."""
    wanted = str(request.GET.get(QUESTION, ""))
    for question in questions.questions:
        if str(question.number) == wanted:
            return question
    return next_question(questions, inquiry.answers) or questions.questions[-1]


def _tap(request: Request, inquiry: Inquiry, questions: Definition) -> HttpResponse:
    """Keep what was tapped and go on; the last question sends, when none is open.

    Whoever went back to change an answer comes by the last question again.
    """
    form = AnswerForm(request.POST, questions=questions)
    about = {"inquiry": inquiry, "by": request.user}
    if not form.perform(keep_answer, **about):
        question = form.question or questions.questions[0]
        return _ask(request, inquiry, questions, question, form)
    if "keep" in request.POST:  # typed so far: nothing is sent yet
        return HttpResponse(status=204)
    open_ = next_question(questions, inquiry.answers)
    if open_ is None and form.question == questions.questions[-1]:
        ActionForm({}).perform(answer, **about)
        spend(request.link)
    return redirect(inquiry.kind, uuid=inquiry.uuid)


def _ask(
    request: Request,
    inquiry: Inquiry,
    questions: Definition,
    question: Question,
    form: AnswerForm | None = None,
) -> HttpResponse:
    scale = question.kind == "scale"
    context = {
        "inquiry": inquiry,
        "form": form,
        "title": own.TITLES[inquiry.kind],
        "question": question,
        "asked": own.asked(questions, question),
        "about_self": inquiry.member.slot == "young_person",
        "columns": columns(question.lowest, question.highest) if scale else [],
        "choices": [(value, own.CHOICES[value]) for value in question.values],
        "before": question.number - 1,
        "last": question.number == questions.questions[-1].number,
        "kept": inquiry.answers.get(str(question.number)),
        "language": get_language(),
    }
    return render(request, f"{PAGES}question.html", context)
