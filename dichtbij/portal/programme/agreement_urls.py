"""Which addresses do agreements have?"""

from django.urls import path

from dichtbij.portal.programme.views import agreements, signatures

urlpatterns = [
    path("overeenkomsten/", agreements.agreements, name="agreements"),
    path("overeenkomsten/nieuw/", agreements.draft_agreement, name="draft_agreement"),
    path("overeenkomsten/<uuid:uuid>/", agreements.one_agreement, name="one_agreement"),
    path(
        "overeenkomsten/<uuid:uuid>/invullen/",
        agreements.write_agreement,
        name="write_agreement",
    ),
    path(
        "overeenkomsten/<uuid:uuid>/stap/",
        agreements.agreement_step,
        name="agreement_step",
    ),
    path(
        "overeenkomsten/<uuid:uuid>/pdf/",
        agreements.agreement_pdf,
        name="agreement_pdf",
    ),
    path(
        "overeenkomsten/<uuid:uuid>/tekenen/",
        signatures.sign_agreement,
        name="sign_agreement",
    ),
    path(
        "overeenkomsten/<uuid:uuid>/scan/",
        signatures.attach_signature,
        name="attach_signature",
    ),
    path(
        "overeenkomsten/handtekening/<uuid:uuid>/",
        signatures.agreement_scan,
        name="agreement_scan",
    ),
]
