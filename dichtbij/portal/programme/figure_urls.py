"""Which addresses do the definitions and the quarterly returns have?"""

from django.urls import path

from dichtbij.portal.programme.views import indicators, returns

urlpatterns = [
    path("indicatoren/", indicators.indicators, name="indicators"),
    path(
        "indicatoren/<slug:code>/akkoord/",
        indicators.agree_indicator,
        name="agree_indicator",
    ),
    path("opgaven/", returns.returns, name="returns"),
    path("opgaven/<uuid:uuid>/", returns.practice_returns, name="practice_returns"),
]
