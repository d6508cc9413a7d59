//! What is written down of an order, in one statement: the page that shows it asks once.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use sqlx::PgExecutor;
use sqlx::types::Json;
use uuid::Uuid;

use crate::db::unreadable;
use crate::orders::Reason;
use crate::orders::event::{Actor, Event, EventKind};
use crate::orders::mail::Mail;
use crate::orders::mails::store::mail;
use crate::orders::notes::Note;

/// What is written down.
#[derive(Clone, Debug)]
pub struct Record {
    /// The newest two hundred events, oldest first.
    pub events: Vec<Event>,
    /// The newest two hundred mails of those that anything came of, in no order: when, what, and whether a server has taken it.
    pub mails: Vec<(DateTime<Utc>, Mail, bool)>,
    /// The newest hundred notes, the newest first.
    pub notes: Vec<Note>,
}

/// The record of an order.
///
/// # Errors
/// When the database does not answer.
pub async fn of(executor: impl PgExecutor<'_>, order: Uuid) -> sqlx::Result<Record> {
    let row = sqlx::query_as!(
        RecordRow,
        r#"select
               (select coalesce(json_agg(e order by e.id), '[]') from (
                    select id, at, what, role, who, why from order_event where order_id = $1 order by id desc limit 200) as e)
                   as "events!: Json<Vec<EventRow>>",
               (select coalesce(json_agg(m), '[]') from (
                    select id, kind, reader, written_at, sent_at is not null as sent, coalesce(sent_at, refused_at) as at
                    from mail where order_id = $1 and coalesce(sent_at, refused_at) is not null
                    order by written_at desc, id limit 200) as m) as "mails!: Json<Vec<MailRow>>",
               (select coalesce(json_agg(n order by n.id desc), '[]') from (
                    select id, at, who, note from order_note where order_id = $1 order by id desc limit 100) as n)
                   as "notes!: Json<Vec<NoteRow>>""#,
        order
    );
    let row = row.fetch_one(executor).await?;
    let note = |NoteRow { at, who, note }| Note { at, who, note };
    Ok(Record {
        events: row.events.0.into_iter().map(EventRow::read).collect::<sqlx::Result<_>>()?,
        mails: row.mails.0.into_iter().map(MailRow::read).collect::<sqlx::Result<_>>()?,
        notes: row.notes.0.into_iter().map(note).collect(),
    })
}

struct RecordRow {
    events: Json<Vec<EventRow>>,
    mails: Json<Vec<MailRow>>,
    notes: Json<Vec<NoteRow>>,
}

#[derive(Deserialize)]
struct EventRow {
    at: DateTime<Utc>,
    what: String,
    role: String,
    who: Option<String>,
    why: Option<String>,
}

#[derive(Deserialize)]
struct MailRow {
    id: Uuid,
    kind: String,
    reader: String,
    written_at: DateTime<Utc>,
    sent: bool,
    at: DateTime<Utc>,
}

#[derive(Deserialize)]
struct NoteRow {
    at: DateTime<Utc>,
    who: String,
    note: String,
}

impl EventRow {
    fn read(self) -> sqlx::Result<Event> {
        let unknown = || unreadable("an event of no known kind");
        Ok(Event {
            at: self.at,
            kind: EventKind::parse(&self.what).ok_or_else(unknown)?,
            by: Actor::parse(&self.role, self.who).ok_or_else(unknown)?,
            why: self.why.map(Reason::read),
        })
    }
}

impl MailRow {
    fn read(self) -> sqlx::Result<(DateTime<Utc>, Mail, bool)> {
        Ok((self.at, mail(self.id, &self.kind, &self.reader, self.written_at)?, self.sent))
    }
}
