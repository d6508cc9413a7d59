//! Many labels on their way to paper, off the async threads and one print at a time: what it takes of memory it takes once.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::{JoinError, spawn_blocking};

use crate::carrier::ImageKind;
use crate::label::print::pdf_of;
use crate::label::{Label, Layout, Orientation};
use crate::paper::PaperError;
use crate::paper::bound::{Unbound, bound, of_pdf, of_png};

/// The most bytes of Post's pictures in one file: of 64 KiB each they are five hundred.
pub const BYTES: usize = 32 * 1024 * 1024;
/// So many pictures are read at once.
pub const AT_ONCE: usize = 20;

/// So many may wait for the one that prints; whoever comes after them is told to come again.
const WAITING: usize = 1;
/// How long one waits.
const PATIENCE: Duration = Duration::from_secs(5);

/// What prints, one file at once: five hundred labels take a second or two of one core.
#[derive(Clone, Debug)]
pub struct Press {
    queue: Arc<Semaphore>,
    places: Arc<Semaphore>,
}

/// Why there is no file.
#[derive(Debug, thiserror::Error)]
pub enum Unprinted {
    /// The paper cannot be drawn on.
    #[error(transparent)]
    Paper(#[from] PaperError),
    /// Whoever was drawing is gone.
    #[error(transparent)]
    Gone(#[from] JoinError),
}

/// The right to print, given back when it goes.
#[derive(Debug)]
pub struct Place {
    _queued: OwnedSemaphorePermit,
    _place: OwnedSemaphorePermit,
}

impl Default for Press {
    fn default() -> Self {
        Self { queue: Arc::new(Semaphore::new(1 + WAITING)), places: Arc::new(Semaphore::new(1)) }
    }
}

impl Press {
    /// Waits for the right to print a moment; `None` where others do, and for longer.
    pub async fn place(&self) -> Option<Place> {
        let queued = Arc::clone(&self.queue).try_acquire_owned().ok()?;
        let place = tokio::time::timeout(PATIENCE, Arc::clone(&self.places).acquire_owned()).await;
        Some(Place { _queued: queued, _place: place.ok()?.ok()? })
    }
}

/// The labels as the shop draws them, a page each. The place goes with the work, which runs to its end also where nobody waits for
/// it any more.
///
/// # Errors
/// See [`Unprinted`].
pub async fn draw(
    place: Place,
    labels: Vec<Label>,
    (layout, orientation): (Layout, Orientation),
) -> Result<Vec<u8>, Unprinted> {
    let work = move || {
        let file = pdf_of(labels.into_iter().map(|label| label.scene(layout, orientation)));
        drop(place);
        file
    };
    Ok(spawn_blocking(work).await??)
}

/// Files of Post's, each as a PDF that can be bound, or why it cannot. One that is broken enough to stop whoever reads it is none.
///
/// # Errors
/// When all of them stop whoever reads them.
pub async fn read(files: Vec<(ImageKind, Vec<u8>)>) -> Result<Vec<Result<Vec<u8>, Unbound>>, Unprinted> {
    let one = |(kind, file): (ImageKind, Vec<u8>)| {
        let read = move || match kind {
            ImageKind::Pdf => of_pdf(file),
            ImageKind::Png => of_png(file),
        };
        std::panic::catch_unwind(read).unwrap_or(Err(Unbound::Broken))
    };
    Ok(spawn_blocking(move || files.into_iter().map(one).collect()).await?)
}

/// These files as one.
///
/// # Errors
/// See [`Unprinted`].
pub async fn bind(place: Place, files: Vec<Vec<u8>>) -> Result<Vec<u8>, Unprinted> {
    let work = move || {
        let file = bound(files);
        drop(place);
        file
    };
    Ok(spawn_blocking(work).await??)
}
