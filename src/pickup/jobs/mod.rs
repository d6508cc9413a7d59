//! What is done about points beside the requests: `refresh_points`.

pub mod refresh_points;
