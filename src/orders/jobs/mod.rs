//! What is done about orders beside the requests.
//! Reading order: `confirm_user_id`, `track_parcels`.

pub mod confirm_user_id;
pub mod track_parcels;
