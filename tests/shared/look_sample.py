"""Which page shows every part of the look once? The tests of the look read it."""

from pathlib import Path

from django import forms
from django.template import engines

from tests.shared.chart_samples import SAMPLES


class Sample(forms.Form):
    name = forms.CharField(label="Name", required=False)
    born_on = forms.DateField(
        label="Birth date",
        help_text="For example 14-03-2013",
        widget=forms.TextInput(attrs={"class": "short"}),
    )
    reasons = forms.MultipleChoiceField(
        label="Reasons",
        choices=[("sleep", "Sleep"), ("fear", "Fear")],
        widget=forms.CheckboxSelectMultiple(attrs={"class": "chips"}),
    )
    goal = forms.ChoiceField(
        label="Goal",
        help_text="0 is not at all, 10 is fully.",
        choices=[(str(number), str(number)) for number in range(11)],
        widget=forms.RadioSelect(attrs={"class": "scale"}),
    )
    soon = forms.ChoiceField(
        label="How soon?",
        choices=[("normal", "Normal"), ("sooner", "Sooner")],
        widget=forms.RadioSelect,
    )
    practice = forms.ChoiceField(label="Practice", choices=[("1", "Noord")])
    note = forms.CharField(label="Note", required=False, widget=forms.Textarea)
    agreed = forms.BooleanField(label="Agreed", help_text="Ask the young person too.")


class Message:
    """What was just done, as django.contrib.messages would hand it over."""

    level_tag = "success"

    def __str__(self) -> str:
        return "It was saved."


def sample_page(form: forms.Form, theme: str = "kampen") -> str:
    items = [("Today", 0, "g v"), ("Children", 0, ""), ("Waiting list", 12, "g w")]
    frame = {
        "programme": "Teststad",
        "theme": f"themes/{theme}.css",
        "logo": f"themes/{theme}.svg",
        "person": "Roos Verzonnen",
        "organisation": "Werkgever Noord",
        "role": "Practitioner",
        "practice_day": "di 10 maart · Praktijk Noord · kamer 2",
        "nav": [
            {"label": label, "url": f"/{label[0]}/", "count": count, "key": key}
            | {"current": label == "Today"}
            for label, count, key in items
        ],
        "demo": True,
        "day_note": "This demo shows Tuesday 10 March, the last working day.",
        "can_switch": True,
        "switch_url": "/switch/",
        "sign_out_url": "/out/",
        "search_url": "/children/",
        "version": "0",
    }
    text = (Path(__file__).parent / "look_sample.html").read_text()
    context = {"frame": frame, "form": form, "messages": [Message()]}
    context["figures"] = [make() for make in SAMPLES.values()]
    template = engines["django"].from_string(text)
    return template.render(context | {"LANGUAGE_CODE": "en"})
