//! A bar of steps, as data: what leads through several pages shows it in the header.

/// One step of the bar.
#[derive(Clone, Debug)]
pub struct StepLink {
    /// The key of its name.
    pub key: &'static str,
    /// Where it is, if one may go there.
    pub href: Option<String>,
    /// How far it is.
    pub state: StepState,
}

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// Behind the visitor.
    Done,
    /// Here.
    Current,
    /// Still to come.
    Ahead,
}

impl StepLink {
    /// Whether the visitor is here.
    #[must_use]
    pub fn is_current(&self) -> bool {
        self.state == StepState::Current
    }

    /// Whether it is done.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.state == StepState::Done
    }
}

/// The number and the name's key of the current step, for narrow screens: "Step 3 of 6".
#[must_use]
pub fn current(steps: &[StepLink]) -> (usize, &'static str) {
    let at = steps.iter().position(StepLink::is_current).unwrap_or_default();
    (at + 1, steps.get(at).map_or("", |step| step.key))
}
