//! Asks the carrier's location service for all points, and takes what it answers if it makes sense.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use sqlx::PgPool;
use tokio::task::JoinSet;

use crate::address::Postcode;
use crate::carrier::CarrierError;
use crate::carrier::point::{Details, Listed, Slice, Texts};
use crate::clock::swiss;
use crate::gazetteer::Places;
use crate::gazetteer::canton::canton;
use crate::line::Line;
use crate::pickup::feed::changes::{Feed, Known, Refusal, Source, Verdict};
use crate::pickup::feed::store::{self, Take};
use crate::pickup::point::hours::Span;
use crate::pickup::point::record::{Closure, Exception, Words};
use crate::pickup::{Hours, Point};
use crate::post::Carrier;
use crate::trace::carried;

/// Hours and texts are asked for again after a week, or at once where the list shows a change.
const STALE: TimeDelta = TimeDelta::days(7);
/// So many points are asked for at a time, to be no burden.
const AT_ONCE: usize = 4;

/// What came of a refresh.
#[derive(Debug)]
pub enum Outcome {
    /// The points are now as the service has them; so many of them appeared, changed or vanished.
    Taken(usize),
    /// The answer made no sense and was not taken.
    Refused(Refusal),
    /// The service did not answer.
    Failed(CarrierError),
}

/// Asks for all points and takes them. Whatever goes wrong is noted, and the last good points serve on.
///
/// # Errors
/// When the database does not answer.
pub async fn refresh(
    pool: &PgPool,
    carrier: &Carrier,
    source: Source,
    now: DateTime<Utc>,
) -> sqlx::Result<Outcome> {
    let mut connection = pool.acquire().await?;
    let known = store::known(&mut connection).await?;
    drop(connection);
    let invented = store::age(pool).await?.is_some_and(|age| age.synthetic);
    let feed = match fetch(carrier, (&known, invented), source, now).await {
        Ok(feed) => feed,
        Err(error) => {
            tracing::warn!(error = %error, "the points could not be refreshed");
            store::miss(pool, source, Verdict::Failed, &error.to_string(), now).await?;
            return Ok(Outcome::Failed(error));
        }
    };
    Ok(match store::take(pool, &feed, now).await? {
        Take::Done(changes) => {
            let events = changes.events.len();
            tracing::info!(points = feed.points.len(), events, "the points were refreshed");
            Outcome::Taken(events)
        }
        Take::Refused(refusal) => {
            tracing::error!(%refusal, "the location service's points are refused");
            Outcome::Refused(refusal)
        }
    })
}

async fn fetch(
    carrier: &Carrier,
    (known, invented): (&HashMap<String, Known>, bool),
    source: Source,
    now: DateTime<Utc>,
) -> Result<Feed, CarrierError> {
    let listing = carrier.locations().await?;
    let mut feed = Feed {
        source,
        data_at: now,
        synthetic: listing.synthetic,
        points: Vec::with_capacity(listing.points.len()),
        detailed: Vec::new(),
    };
    let (mut ask, mut seen) = (Vec::new(), HashSet::new());
    for listed in listing.points {
        let Some(point) = point_of(&listed).filter(|point| seen.insert(point.id.to_string())) else {
            continue;
        };
        match known.get(point.id.as_str()).map(|known| (with_details_of(&known.point, &point), known)) {
            Some((same, known)) if same == known.point && !is_stale(known, now) => feed.points.push(same),
            Some((same, known)) => ask.push((point, Some(same), known.details_at)),
            None => ask.push((point, None, None)),
        }
    }
    // A list that is going to be refused is not worth a thousand questions.
    let few = known.values().filter(|known| !known.gone).count() * 9 / 10;
    // Real points replace invented ones, however few they are.
    let few = if invented && !listing.synthetic { 0 } else { few };
    let sane =
        feed.points.len() + ask.len() >= few && ask.iter().all(|(point, ..)| point.is_in_the_country());
    if !sane {
        feed.points.extend(ask.into_iter().map(|(point, same, _)| same.unwrap_or(point)));
        return Ok(feed);
    }
    // Of those that are only old a seventh a time, the oldest first; new and changed ones at once.
    let fresh = |asked: &(Point, Option<Point>, Option<DateTime<Utc>>)| {
        asked
            .1
            .as_ref()
            .is_none_or(|same| known.get(same.id.as_str()).is_none_or(|k| k.point != *same || k.gone))
    };
    let (mut now_asked, mut old): (Vec<_>, Vec<_>) = ask.into_iter().partition(fresh);
    old.sort_by_key(|(_, _, at)| *at);
    let later = old.split_off(old.len().min(known.len() / 7 + 50));
    feed.points.extend(later.into_iter().filter_map(|(_, same, _)| same));
    now_asked.extend(old);
    details(carrier, now_asked, swiss(now).date(), &mut feed).await?;
    Ok(feed)
}

fn is_stale(known: &Known, now: DateTime<Utc>) -> bool {
    known.gone || known.details_at.is_none_or(|at| now - at > STALE)
}

/// Asks for hours and texts. A known point whose details do not come, or make no sense, keeps its old ones; a new one
/// waits.
async fn details(
    carrier: &Carrier,
    ask: Vec<(Point, Option<Point>, Option<DateTime<Utc>>)>,
    today: NaiveDate,
    feed: &mut Feed,
) -> Result<(), CarrierError> {
    let (total, mut missed, mut last) = (ask.len(), 0, None);
    let mut open = ask.into_iter();
    let mut tasks = JoinSet::new();
    loop {
        while tasks.len() < AT_ONCE
            && let Some((point, same, _)) = open.next()
        {
            let carrier = carrier.clone();
            tasks.spawn(carried(async move {
                let details = carrier.location(point.id.as_str(), today).await;
                (details.map(|details| detailed(&point, details)), same)
            }));
        }
        let Some(done) = tasks.join_next().await else { break };
        let Ok((detailed, same)) = done else { continue };
        match detailed {
            Ok(Ok(point)) => {
                feed.detailed.push(point.id.to_string());
                feed.points.push(point);
            }
            // One point's nonsense says nothing of the others.
            Ok(Err(why)) => {
                tracing::warn!(%why, "a point's details are left out");
                feed.points.extend(same);
            }
            Err(error) => {
                missed += 1;
                last = Some(error);
                feed.points.extend(same);
            }
        }
        // The service has begun to fail: no use in asking on.
        if missed > 10 && missed * 10 > total {
            return Err(last.unwrap_or(CarrierError::Unreachable));
        }
    }
    Ok(())
}

/// The new address with the hours and texts that are known.
fn with_details_of(known: &Point, listed: &Point) -> Point {
    Point {
        canton: known.canton.clone(),
        lang: known.lang.clone(),
        hours: known.hours.clone(),
        closed: known.closed.clone(),
        exceptions: known.exceptions.clone(),
        note: known.note.clone(),
        ..listed.clone()
    }
}

/// A point as the list has it, without hours; `None` where it cannot stand on a label.
fn point_of(listed: &Listed) -> Option<Point> {
    let postcode = Postcode::parse(&listed.postcode).ok()?;
    let of_place = Places::all().with_postcode(postcode.as_str());
    // A terminal's record may have no town, and repeat its name as street.
    let town = if listed.town.trim().is_empty() { of_place.first()?.name } else { listed.town.as_str() };
    let (street, house_number) = divided(&listed.street);
    Some(Point {
        id: Line::parse(&listed.id).ok()?,
        kind: listed.kind,
        place: listed.place,
        name: short(&listed.name)?,
        street: short(street).or_else(|| short(town))?,
        house_number: house_number.and_then(|number| Line::parse(number).ok()),
        postcode,
        town: short(town)?,
        canton: of_place.first().map_or("", |place| place.canton).to_owned(),
        lang: of_place.first().map_or("de", |place| place.lang).to_owned(),
        lat: listed.position.0,
        lon: listed.position.1,
        hours: Hours::default(),
        step_free: listed.step_free,
        closed: None,
        exceptions: Vec::new(),
        note: None,
    })
}

/// The same with its hours and texts, or why it makes no sense.
fn detailed(point: &Point, details: Details) -> Result<Point, String> {
    // What goes on after midnight of a single day is left out: the next day may have hours of its own.
    let spans = |slices: Vec<Slice>| -> Result<Vec<Span>, String> {
        let spans = slices.iter().map(|slice| Ok(Span::told(slice)?.0));
        Ok(Span::joined(spans.collect::<Result<_, String>>()?))
    };
    let days = details
        .days
        .into_iter()
        .map(|(date, slices, reason)| Ok(Exception { date, hours: spans(slices)?, reason: words(&reason) }));
    let closure =
        |(from, until): (NaiveDate, NaiveDate)| Closure { from, until, reason: words(&details.info) };
    let point = Point {
        canton: canton(&details.canton).map_or_else(|| point.canton.clone(), |(code, _)| code.to_owned()),
        hours: Hours::told(&details.week)?,
        closed: details.closed.map(closure),
        exceptions: days.collect::<Result<_, String>>()?,
        note: words(&details.note),
        ..point.clone()
    };
    if point.is_plausible() { Ok(point) } else { Err(format!("point {} cannot be", point.id)) }
}

/// A text in four languages; a missing one is lent by another.
fn words(texts: &Texts) -> Option<Words> {
    let any = texts.get("de").or_else(|| texts.values().next())?;
    let of = |lang: &str| texts.get(lang).unwrap_or(any).clone();
    Some(Words { de: of("de"), fr: of("fr"), it: of("it"), en: of("en") })
}

/// Street and house number.
fn divided(street: &str) -> (&str, Option<&str>) {
    match street.trim().rsplit_once(' ') {
        Some((name, number)) if number.starts_with(|c: char| c.is_ascii_digit()) => (name, Some(number)),
        _ => (street.trim(), None),
    }
}

/// As much as fits on a label's line.
fn short(text: &str) -> Option<Line<35>> {
    let cut: String = text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(35).collect();
    Line::parse(&cut).ok()
}
