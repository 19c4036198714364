"""Which addresses do evaluations have?"""

from django.urls import path

from dichtbij.portal import voice
from dichtbij.portal.programme.views import evaluations, voices

ONE = "evaluaties/<uuid:uuid>"

urlpatterns = [
    path("evaluaties/", evaluations.evaluations, name="evaluations"),
    path("evaluaties/klaarzetten/", evaluations.prepare_rounds, name="prepare_rounds"),
    path("evaluaties/plan/", evaluations.evaluation_plan, name="evaluation_plan"),
    path("evaluaties/plan/vastleggen/", evaluations.freeze_plan, name="freeze_plan"),
    path("evaluaties/stemmen/", voices.voices, name="voices"),
    path("evaluaties/samenvattingen/", voices.summaries, name="summaries"),
    path(
        "evaluaties/samenvattingen/schrijven/",
        voices.write_summary,
        name="write_summary",
    ),
    path(
        "evaluaties/samenvattingen/<uuid:uuid>/nagekeken/",
        voices.check_summary,
        name="check_summary",
    ),
    path("evaluaties/terugblik/<uuid:uuid>/", voices.reflection, name="reflection"),
    path(f"{ONE}/", evaluations.evaluation_round, name="evaluation_round"),
    path(f"{ONE}/openen/", evaluations.open_round, name="open_round"),
    path(f"{ONE}/afsluiten/", evaluations.close_round, name="close_round"),
    path(f"{ONE}/rapport.pdf", evaluations.evaluation_pdf, name="evaluation_pdf"),
    path("terugblik/", voice.voice_code, name="voice_code"),
    path("terugblik/bedankt/", voice.voice_thanks, name="voice_thanks"),
    path("terugblik/<str:token>/", voice.voice, name="voice"),
]
