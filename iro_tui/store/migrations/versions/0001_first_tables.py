"""The first tables: children, reviews and everything written in them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "chair",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Uuid(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("telephone", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("registration", sa.String(), nullable=False),
        sa.Column("council", sa.String(), nullable=False),
        sa.Column("signs_as", sa.String(), nullable=False),
        sa.Column("job_for_child", sa.String(), nullable=False),
        sa.Column("helplines", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_chair"),
    )
    op.create_table(
        "child",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Uuid(), nullable=True),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("date_of_birth", sa.Date(), nullable=False),
        sa.Column("given_name", sa.String(), nullable=False),
        sa.Column("family_name", sa.String(), nullable=False),
        sa.Column("known_as", sa.String(), nullable=False),
        sa.Column("pronouns", sa.String(), nullable=False),
        sa.Column("sex", sa.String(), nullable=False),
        sa.Column("ethnicity", sa.String(), nullable=False),
        sa.Column("religion", sa.String(), nullable=False),
        sa.Column("nationality", sa.String(), nullable=False),
        sa.Column("first_language", sa.String(), nullable=False),
        sa.Column("communication", sa.String(), nullable=False),
        sa.Column("disability", sa.String(), nullable=False),
        sa.Column("council", sa.String(), nullable=False),
        sa.Column("cycle", sa.Text(), nullable=False),
        sa.Column("legal_status", sa.String(), nullable=False),
        sa.Column("legal_status_since", sa.Date(), nullable=True),
        sa.Column("category_of_need", sa.String(), nullable=False),
        sa.Column("became_looked_after_on", sa.Date(), nullable=True),
        sa.Column("short_breaks_from", sa.Date(), nullable=True),
        sa.Column("authorised_for_adoption_on", sa.Date(), nullable=True),
        sa.Column("placed_for_adoption_on", sa.Date(), nullable=True),
        sa.Column("care_ended_on", sa.Date(), nullable=True),
        sa.Column("permanence_plan", sa.String(), nullable=False),
        sa.Column("backup_plan", sa.String(), nullable=False),
        sa.Column("placement_type", sa.String(), nullable=False),
        sa.Column("placement_since", sa.Date(), nullable=True),
        sa.Column("placement_provider", sa.String(), nullable=False),
        sa.Column("placement_in_area", sa.Boolean(), nullable=True),
        sa.Column("address_shared_with_parents", sa.Boolean(), nullable=True),
        sa.Column("unaccompanied", sa.Boolean(), nullable=False),
        sa.Column("trafficking", sa.Boolean(), nullable=False),
        sa.Column("disabled", sa.Boolean(), nullable=False),
        sa.Column("eligible", sa.Boolean(), nullable=False),
        sa.Column("with_parents", sa.Boolean(), nullable=False),
        sa.Column("long_term", sa.Boolean(), nullable=False),
        sa.Column("proceedings", sa.Boolean(), nullable=False),
        sa.Column("adoption_plan", sa.Boolean(), nullable=False),
        sa.Column("away", sa.Boolean(), nullable=False),
        sa.Column("iro_since", sa.Date(), nullable=True),
        sa.Column("last_review_held_on", sa.Date(), nullable=True),
        sa.Column("last_review_number", sa.Integer(), nullable=False),
        sa.Column("next_review_due", sa.Date(), nullable=True),
        sa.Column("next_review_kind", sa.String(), nullable=False),
        sa.Column("next_review_number", sa.Integer(), nullable=False),
        sa.Column("search_text", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_child"),
        sa.UniqueConstraint("reference", name="uq_child_reference"),
    )
    op.create_index("ix_child_next_review_due_reference", "child", ["next_review_due", "reference"])

    op.create_table(
        "person",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Uuid(), nullable=True),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("role_note", sa.String(), nullable=False),
        sa.Column("known_as", sa.String(), nullable=False),
        sa.Column("telephone", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("address_withheld", sa.Boolean(), nullable=False),
        sa.Column("parental_responsibility", sa.Boolean(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name="fk_person_child_id_child"),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
    )
    op.create_index("ix_person_child_id", "person", ["child_id"])

    op.create_table(
        "review",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Uuid(), nullable=True),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("occasion", sa.Text(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("planned_for", sa.Date(), nullable=True),
        sa.Column("planned_time", sa.String(), nullable=False),
        sa.Column("venue", sa.String(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("completed_on", sa.Date(), nullable=True),
        sa.Column("late_reason", sa.String(), nullable=False),
        sa.Column("adjourned_on", sa.Date(), nullable=True),
        sa.Column("adjourned_reason", sa.String(), nullable=False),
        sa.Column("reconvene_by", sa.Date(), nullable=True),
        sa.Column("cancelled_reason", sa.String(), nullable=False),
        sa.Column("decisions_sent_on", sa.Date(), nullable=True),
        sa.Column("decisions_received_on", sa.Date(), nullable=True),
        sa.Column("manager_answered_on", sa.Date(), nullable=True),
        sa.Column("agreed_by_silence_on", sa.Date(), nullable=True),
        sa.Column("record_issued_on", sa.Date(), nullable=True),
        sa.Column("letter_issued_on", sa.Date(), nullable=True),
        sa.Column("distributed_on", sa.Date(), nullable=True),
        sa.Column("participation_override", sa.String(), nullable=False),
        sa.Column("participation_reason", sa.String(), nullable=False),
        sa.Column("no_views_reason", sa.String(), nullable=False),
        sa.Column("child_in_room", sa.Boolean(), nullable=False),
        sa.Column("plan_final", sa.Boolean(), nullable=False),
        sa.Column("scales", sa.Boolean(), nullable=False),
        sa.Column("letter_band", sa.String(), nullable=False),
        sa.Column("letter_band_reason", sa.String(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name="fk_review_child_id_child"),
        sa.PrimaryKeyConstraint("id", name="pk_review"),
    )
    op.create_index("ix_review_child_id", "review", ["child_id"])
    op.create_index("ix_review_state", "review", ["state"])

    op.create_table(
        "issued_document",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Uuid(), nullable=True),
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("recipient", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["review_id"], ["review.id"], name="fk_issued_document_review_id_review"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_issued_document"),
    )
    op.create_index("ix_issued_document_review_id", "issued_document", ["review_id"])

    op.create_table(
        "letter_revision",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Uuid(), nullable=True),
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("band", sa.String(), nullable=False),
        sa.Column("section_id", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("draft_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["review_id"], ["review.id"], name="fk_letter_revision_review_id_review"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_letter_revision"),
        sa.UniqueConstraint(
            "review_id",
            "band",
            "section_id",
            "revision",
            name="uq_letter_revision_review_id_band_section_id_revision",
        ),
    )
    op.create_table(
        "meeting",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Uuid(), nullable=True),
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("planned_for", sa.Date(), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("venue", sa.String(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("chosen_by", sa.String(), nullable=False),
        sa.Column("travel_note", sa.String(), nullable=False),
        sa.Column("adjourned", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["review_id"], ["review.id"], name="fk_meeting_review_id_review"),
        sa.PrimaryKeyConstraint("id", name="pk_meeting"),
    )
    op.create_index("ix_meeting_review_id", "meeting", ["review_id"])

    op.create_table(
        "review_number",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Uuid(), nullable=True),
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("cycle", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["review_id"], ["review.id"], name="fk_review_number_review_id_review"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_review_number"),
        sa.UniqueConstraint("review_id", "cycle", name="uq_review_number_review_id_cycle"),
    )
    op.create_table(
        "view_received",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Uuid(), nullable=True),
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("asked_on", sa.Date(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("view", sa.String(), nullable=False),
        sa.Column("attempts", sa.String(), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name="fk_view_received_person_id_person",
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["review_id"], ["review.id"], name="fk_view_received_review_id_review"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_view_received"),
    )
    op.create_index("ix_view_received_person_id", "view_received", ["person_id"])
    op.create_index("ix_view_received_review_id", "view_received", ["review_id"])

    op.create_table(
        "answer_revision",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Uuid(), nullable=True),
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("question_id", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("draft_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("parts", sa.Text(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("given_by", sa.String(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=True),
        sa.Column("meeting_id", sa.Uuid(), nullable=True),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.Column("may_see", sa.Text(), nullable=False),
        sa.Column("child_knows", sa.Text(), nullable=True),
        sa.Column("working_note", sa.String(), nullable=False),
        sa.Column("carried_over", sa.Boolean(), nullable=False),
        sa.Column("restores", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name="fk_answer_revision_meeting_id_meeting"
        ),
        sa.ForeignKeyConstraint(
            ["review_id"], ["review.id"], name="fk_answer_revision_review_id_review"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_answer_revision"),
        sa.UniqueConstraint(
            "review_id",
            "question_id",
            "revision",
            name="uq_answer_revision_review_id_question_id_revision",
        ),
    )
    op.create_table(
        "attendance",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Uuid(), nullable=True),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("is_child", sa.Boolean(), nullable=False),
        sa.Column("presence", sa.Text(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.Column("child_wanted", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name="fk_attendance_meeting_id_meeting"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name="fk_attendance_person_id_person",
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_attendance"),
    )
    op.create_index("ix_attendance_meeting_id", "attendance", ["meeting_id"])
    op.create_index("ix_attendance_person_id", "attendance", ["person_id"])

    op.create_table(
        "child_words",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Uuid(), nullable=True),
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("section_id", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=True),
        sa.Column("said_where", sa.Text(), nullable=False),
        sa.Column("through", sa.String(), nullable=False),
        sa.Column("translation", sa.String(), nullable=False),
        sa.Column("put_to_review", sa.Boolean(), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.Column("may_see", sa.Text(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name="fk_child_words_meeting_id_meeting"
        ),
        sa.ForeignKeyConstraint(
            ["review_id"], ["review.id"], name="fk_child_words_review_id_review"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_child_words"),
    )
    op.create_index("ix_child_words_review_id", "child_words", ["review_id"])

    op.create_table(
        "decision",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Uuid(), nullable=True),
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("owner_role", sa.String(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("first_due_on", sa.Date(), nullable=True),
        sa.Column("carried_count", sa.Integer(), nullable=False),
        sa.Column("priority", sa.Text(), nullable=False),
        sa.Column("words_for_child", sa.String(), nullable=False),
        sa.Column("in_letter", sa.Boolean(), nullable=False),
        sa.Column("keep_from", sa.Text(), nullable=False),
        sa.Column("question_id", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=True),
        sa.Column("draft", sa.Boolean(), nullable=False),
        sa.Column("agreement", sa.Text(), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("agreement_reason", sa.String(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name="fk_decision_meeting_id_meeting"
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"],
            ["person.id"],
            name="fk_decision_owner_id_person",
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(["review_id"], ["review.id"], name="fk_decision_review_id_review"),
        sa.PrimaryKeyConstraint("id", name="pk_decision"),
    )
    op.create_index("ix_decision_owner_id", "decision", ["owner_id"])
    op.create_index("ix_decision_review_id", "decision", ["review_id"])

    op.create_table(
        "decision_outcome",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Uuid(), nullable=True),
        sa.Column("decision_id", sa.Uuid(), nullable=False),
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("outcome_on", sa.Date(), nullable=True),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("why_not", sa.String(), nullable=False),
        sa.Column("put_right_by", sa.String(), nullable=False),
        sa.Column("carried_to", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name="fk_decision_outcome_decision_id_decision"
        ),
        sa.ForeignKeyConstraint(
            ["review_id"], ["review.id"], name="fk_decision_outcome_review_id_review"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_decision_outcome"),
        sa.UniqueConstraint(
            "review_id", "decision_id", name="uq_decision_outcome_review_id_decision_id"
        ),
    )
    op.create_index("ix_decision_outcome_decision_id", "decision_outcome", ["decision_id"])
