"""What closing a review would leave: who was asked and has not been heard."""

from dataclasses import replace

from iro_tui.domain.finishing import finish_view
from iro_tui.domain.review import Presence
from tests.documents.full_review import ATTENDANCE, MEETING_ID, full_review, knowledge


def test_who_was_not_invited_is_not_listed_as_not_heard() -> None:
    guest = replace(ATTENDANCE[1], meeting_id=MEETING_ID, name="Gareth Pym", person_id=None)
    away = tuple(
        replace(guest, name=name, presence=presence)
        for name, presence in (
            ("Gareth Pym", Presence.NOT_INVITED),
            ("Bev Marsh", Presence.APOLOGY),
            ("Tunde Bakare", Presence.ABSENT),
        )
    )
    view = replace(full_review(), attendance=away)
    finish = finish_view(view, (view.review,), knowledge().timescales)
    assert finish.unheard == ("Bev Marsh", "Tunde Bakare")
