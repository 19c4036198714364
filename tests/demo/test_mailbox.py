"""The mailbox of the demo shows what was sent, newest first."""

import os

from django.core.mail import EmailMessage, get_connection

from dichtbij.demo.mailbox import mails
from tests.demo.test_sign_in import cast, demo, visitor

__all__ = ["cast", "demo", "visitor"]


def send(folder, subject: str, body: str, moment: int) -> None:
    backend = "django.core.mail.backends.filebased.EmailBackend"
    box = get_connection(backend, file_path=str(folder))
    EmailMessage(
        subject, body, "van@x.example", ["aan@x.example"], connection=box
    ).send()
    box.close()
    newest = max(folder.glob("*.log"), key=lambda path: path.stat().st_ctime)
    os.utime(newest, (moment, moment))


def test_newest_first_with_words_that_are_not_ascii(tmp_path):
    send(tmp_path, "Eén", "Er is één verzoek: https://dichtbij.example/x/", 1000)
    send(tmp_path, "Twee", "Nog een", 2000)

    found = mails(tmp_path)

    assert [mail.subject for mail in found] == ["Twee", "Eén"]
    assert found[1].body == "Er is één verzoek: https://dichtbij.example/x/"
    assert found[1].to == "aan@x.example"


def test_two_mails_of_one_run_are_two(tmp_path):
    backend = "django.core.mail.backends.filebased.EmailBackend"
    box = get_connection(backend, file_path=str(tmp_path))
    box.send_messages(
        [EmailMessage(s, "x", "van@x.example", ["aan@x.example"]) for s in ("a", "b")]
    )

    assert [mail.subject for mail in mails(tmp_path)] == ["b", "a"]


def test_the_page_shows_them_and_teaches_why_they_say_so_little(
    cast, visitor, settings, tmp_path
):
    settings.EMAIL_FILE_PATH = tmp_path
    empty = visitor.get("/demo/postbus/").content.decode()
    send(tmp_path, "Nieuw bericht", "Kijk: http://127.0.0.1:8000/x/ <b>", 1000)

    page = visitor.get("/demo/postbus/").content.decode()

    assert "No mail yet" in empty
    assert "Nieuw bericht" in page
    assert 'href="http://127.0.0.1:8000/x/"' in page
    assert "<b>" not in page
    assert "no name, no time with a place" in page
