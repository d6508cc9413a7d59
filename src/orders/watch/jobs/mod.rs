//! What is done beside the requests about points that orders go to.

pub mod watch_points;
